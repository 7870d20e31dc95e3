/**
 * Cryptology ePrint Archive: papers' own pages after one of 2025 that another project's tests hold; searches and lists of days and
 * years as other projects read them (October 2025); they have not been seen.
 */
import { dateIn } from '../paper/dates';
import { doiInUrl } from '../paper/identity';
import { eprintPaper } from '../paper/publisher-urls';
import { linksIn, ownAddress } from './read/addresses';
import { allAuthors, readCards, type ScrapedFacts } from './read/cards';
import { metaTags } from './read/highwire';
import { repositoriesInText, sortLinks } from './read/links';
import { splitNames } from './read/names';
import { taggedPaper } from './read/tagged-paper';
import { linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

/** The paper whose page, not file, an address is. */
const paperIn = (url: URL | undefined) => (url && !/\.\w+$/.test(url.pathname) ? eprintPaper(url) : undefined);

const inLines = (element: Element | null): string | undefined => {
  // Formulas that are not drawn yet stand in elements of their own; without their TeX nothing is certain.
  if (!element || element.querySelector('mjx-container, mjx-lazy')) return undefined;
  return paragraphs((element.textContent ?? '').split('\n'));
};

function readPaper(page: Page, id: string, year: string) {
  const { document, url } = page;
  const tags = metaTags(document);
  const main = document.querySelector('#eprintContent');
  const published = dateIn(tags.get('article:published_time')?.[0]);
  return taggedPaper(page, {
    heading: main?.querySelector('h3') ?? null,
    ids: [id, ...linksIn(main?.querySelector('#metadata dl'), url).map((link) => doiInUrl(link.url))],
    page: ownAddress(url),
    facts: () => ({
      abstract: inLines(main?.querySelector('h5 + p[style*="pre-wrap"]') ?? null),
      // Papers that were taken over from elsewhere have the day of that.
      published: published?.startsWith(year) ? published : year,
      type: 'preprint',
      keywords: tags.get('article:tag'),
    }),
  });
}

/** The row behind the one with a paper's number: title, authors, abstract. */
const rowBehind = (link: Element): Element | null => {
  const row = link.closest('.paperList > div, .results > div > div');
  const next = row?.nextElementSibling ?? null;
  return next?.querySelector('a.paperlink') ? null : next;
};

export const eprint: Site = {
  id: 'eprint',
  name: 'Cryptology ePrint Archive',
  matches: ['https://eprint.iacr.org/*'],
  kind: (url) =>
    paperIn(url) ? 'paper' : /^\/(?:search|days\/\d+|\d{4}|complete)\/?$/.test(url.pathname) ? 'listing' : undefined,
  read(page) {
    const { document, url } = page;
    const own = paperIn(url);
    if (own) return readPaper(page, own.id, own.year);
    const numberOf = (link: Element) => paperIn(urlOf(link, 'href', url));
    const links = [...document.querySelectorAll('.results a.paperlink, .paperList a[href]')].filter(
      (link) => numberOf(link) && /^\d{4}\/\d+$/.test(textOf(link) ?? ''),
    );
    return readCards(links, {
      identify(link) {
        const row = rowBehind(link);
        return {
          ids: [numberOf(link)?.id],
          title: linesOf(row?.querySelector('.papertitle, strong')),
          slot: row,
          rest: row ? [row] : undefined,
        };
      },
      facts(link): ScrapedFacts {
        const row = rowBehind(link);
        const abstract = inLines(row?.querySelector('p.search-abstract') ?? null);
        const to = urlOf(link, 'href', url);
        return {
          ...allAuthors(splitNames(textOf(row?.querySelector('.fst-italic, .summaryauthors')))),
          abstract,
          published: numberOf(link)?.year,
          venue: 'Cryptology ePrint Archive',
          type: 'preprint',
          links: {
            page: to && ownAddress(to),
            pdf: to && `${ownAddress(to)}.pdf`,
            ...sortLinks(repositoriesInText(abstract)),
          },
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    });
  },
};
