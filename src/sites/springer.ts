/**
 * Springer Nature Link: searches, a journal's latest articles, chapters of a book, and papers' own pages. Based on saved pages of
 * August 2026. Issues and series have not been seen.
 */
import { dateIn, earliest } from '../paper/dates';
import { doiInUrl } from '../paper/identity';
import { ownAddress } from './read/addresses';
import { allAuthors, readCard, readCards, type ScrapedFacts } from './read/cards';
import { highwire, metaTags } from './read/highwire';
import { repositoriesInText, sortLinks } from './read/links';
import { names } from './read/names';
import { linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

/** A paper's address; those of books and journals hold a DOI or number, too. Figures and tables have pages of their own. */
const paperPath =
  /^\/(?:article|chapter|protocol|rwe|referenceworkentry)\/10\.\d{4,9}\/(?!.*\/(?:figures|tables|metrics)(?:\/|$))./;

const isPaper = (url: URL | undefined): url is URL => url !== undefined && paperPath.test(url.pathname);

/** Names in one text, of long lists only the first two and the last: "A. Bee, C. Dee, ... Z. Zed". */
function namesIn(text: string): ScrapedFacts {
  const parts = text.split(/\s*,\s*/);
  const cut = parts.some((part) => /^(?:\.\.\.|…)|(?:\.\.\.|…)$|^et al/.test(part));
  const found = names(parts.map((part) => part.replace(/^(?:\.\.\.|…)\s*|\s*(?:\.\.\.|…)$/g, '')));
  return cut ? { authors: found } : allAuthors(found);
}

function authorsOf(item: Element): ScrapedFacts {
  const line = textOf(item.querySelector('[data-test="authors"]'));
  if (line) return namesIn(line);
  return allAuthors(names([...item.querySelectorAll('.app-author-list > li')].map((name) => name.textContent)));
}

function factsOf(item: Element, page: Page): ScrapedFacts {
  const { document } = page;
  const link = urlOf(item.querySelector('h3 a'), 'href', page.url);
  const details = [...item.querySelectorAll('.c-meta__item')].map((detail) => textOf(detail) ?? '');
  return {
    ...authorsOf(item),
    published: dateIn(details.find((text) => /^(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}$/.test(text))),
    venue: textOf(
      item.querySelector('[data-test="parent"]') ??
        document.querySelector('[data-test="journal-heading-href"], [data-test="book-title"]'),
    ),
    type: link?.pathname.startsWith('/article/') ? 'article' : undefined,
    pages: details.map((text) => /^Pages? (\d+(?:[-–]\d+)?)$/.exec(text)?.[1]).find(Boolean),
    links: { page: link && ownAddress(link) },
  };
}

/** The abstract; labels of a structured one stand before their paragraphs. */
function abstractOf(document: Document): string | undefined {
  const parts: string[] = [];
  let label = '';
  for (const part of document.querySelectorAll('#Abs1-content > *')) {
    const text = linesOf(part) ?? '';
    if (/^h\d$/.test(part.localName)) label = `${text} `;
    else {
      parts.push(label + text);
      label = '';
    }
  }
  return paragraphs(parts);
}

export const springer: Site = {
  id: 'springer',
  name: 'Springer Link',
  matches: ['https://link.springer.com/*'],
  kind: (url) =>
    paperPath.test(url.pathname)
      ? 'paper'
      : /^\/(?:search|journal\/\d+|book\/10\..+)\/?$/.test(url.pathname)
        ? 'listing'
        : undefined,
  read(page) {
    const { document, url } = page;
    if (!paperPath.test(url.pathname))
      return readCards(
        document.querySelectorAll(
          '[data-test="search-result-item"], [data-test="articles-listing"] article.app-card-open, [data-test="chapter"]',
        ),
        {
          identify(item) {
            const heading = item.querySelector('h3 a');
            const link = urlOf(heading, 'href', url);
            // Books, journals and collections stand among the papers; front matter has no page.
            return isPaper(link) ? { ids: [doiInUrl(ownAddress(link))], title: linesOf(heading) } : undefined;
          },
          facts: (item) => factsOf(item, page),
          spot: { corner: 'bottom-right' },
        },
      );
    const all = metaTags(document);
    const tags = highwire(all);
    const heading = document.querySelector('h1');
    return readCard(document.querySelector('main') ?? document.body, {
      identify: () => ({
        ids: [...tags.ids, doiInUrl(ownAddress(url))],
        title: tags.title ?? linesOf(heading),
        slot: heading,
      }),
      facts() {
        const abstract = abstractOf(document);
        return {
          ...tags,
          abstract,
          // The date on an issue's cover is the first of its month, whatever the day.
          published: earliest(
            ['citation_online_date', 'citation_publication_date'].map((name) => dateIn(all.get(name)?.[0])),
          ),
          links: { page: ownAddress(url), pdf: tags.links?.pdf, ...sortLinks(repositoriesInText(abstract)) },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
