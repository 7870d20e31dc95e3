/**
 * The page template that CVF's and ECVA's open access sites share: lists of `dt.ptitle` with two `dd`, and papers' own pages
 * with `#papertitle`, `#authors`, `#abstract`.
 */

import { dateIn } from '../../paper/dates';
import { doiInUrl } from '../../paper/identity';
import { arxivPaper } from '../../paper/site-urls';
import type { Page, Site } from '../site';
import { linksIn, tidy } from './addresses';
import { allAuthors, type CardIdentity, type CardReader, readCard, readCards, type ScrapedFacts } from './cards';
import { names, splitNames } from './names';
import { textOf, urlOf } from './text';

/** A field of the BibTeX entry in a card. */
const field = (bibtex: string | undefined, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*[{"]+([^}"]*)`).exec(bibtex ?? '')?.[1];

const holdsLinks = (row: Element): boolean =>
  !row.querySelector('form') && [...row.getElementsByTagName('a')].some((link) => textOf(link) === 'pdf');

/**
 * The rows after a title, up to the next title: authors, then links, told apart by their content. A second row of authors belongs
 * to another paper, whose title is missing.
 */
function rows(title: Element): { people?: Element; links: Element[] } {
  const links: Element[] = [];
  let people: Element | undefined;
  for (let row = title.nextElementSibling; row?.localName === 'dd'; row = row.nextElementSibling) {
    if (holdsLinks(row)) links.push(row);
    else if (people || links.length) break;
    else people = row;
  }
  return { ...(people && { people }), links };
}

interface Template extends Omit<Site, 'kind' | 'read'> {
  listing: RegExp;
  /** A paper's own id and year from the path of its page; undefined for other paths. */
  paper(path: string): { id: string; venue: string; year?: string | undefined } | undefined;
}

/** A site that uses the template. */
export function openAccess({ listing, paper, ...site }: Template): Site {
  const links = (parts: Element[], page: Page) => parts.flatMap((part) => linksIn(part, page.url));
  const identityOf = (url: URL | undefined, title: Element | null, parts: Element[], page: Page): CardIdentity => {
    const named = links(parts, page).filter(({ label }) => label === 'doi' || label === 'arxiv');
    return {
      ids: [url && paper(url.pathname)?.id, ...named.map(({ url }) => arxivPaper(url) ?? doiInUrl(url))],
      title: textOf(title),
    };
  };
  const factsOf = (url: URL, parts: Element[], page: Page): ScrapedFacts => {
    const bibtex = parts.map((part) => part.querySelector('.bibref')?.textContent).find(Boolean) ?? undefined;
    const series = /\(([A-Z]+)\)( workshops)?/i.exec(field(bibtex, 'booktitle') ?? '');
    const known = paper(url.pathname);
    return {
      published: dateIn(`${field(bibtex, 'month') ?? ''} ${field(bibtex, 'year') ?? known?.year ?? ''}`),
      venue: series ? `${series[1]}${series[2] ?? ''}` : known?.venue,
      type: 'conference',
      pages: field(bibtex, 'pages')?.replace('--', '-'),
      links: { page: tidy(url), pdf: tidy(links(parts, page).find(({ label }) => label === 'pdf')?.url) },
    };
  };

  function* list(page: Page): ReturnType<Site['read']> {
    const title = (entry: Element) => entry.querySelector('a');
    const url = (entry: Element) => urlOf(title(entry), 'href', page.url);
    const reader: CardReader = {
      identify(entry) {
        const { links } = rows(entry);
        // The right half of the line with links is free.
        return { ...identityOf(url(entry), title(entry), links, page), slot: links.at(-1) };
      },
      facts(entry) {
        // On CVF each name is a form; on ECVA names are text with marks.
        const { people, links } = rows(entry);
        const inputs = people?.getElementsByTagName('input') ?? [];
        const authors = names([...inputs].map((input) => input.getAttribute('value')));
        return {
          ...allAuthors(
            authors.length || people?.querySelector('a')
              ? authors
              : splitNames(people?.textContent?.replace(/\*/g, '')),
          ),
          ...factsOf(url(entry) ?? page.url, links, page),
        };
      },
      spot: { corner: 'top-right', x: 0, y: 0 },
    };
    yield* readCards(page.document.querySelectorAll('dt.ptitle'), reader);
  }

  return {
    ...site,
    kind: ({ pathname }) => (paper(pathname) ? 'paper' : listing.test(pathname) ? 'listing' : undefined),
    read(page) {
      if (!paper(page.url.pathname)) return list(page);
      const title = page.document.querySelector('#papertitle');
      return readCard(title?.parentElement ?? null, {
        identify: (scope) => ({
          ...identityOf(page.url, scope.querySelector('#papertitle'), [scope], page),
          slot: title,
        }),
        facts: (scope) => ({
          ...allAuthors(splitNames(scope.querySelector('#authors i')?.textContent?.replace(/\*/g, ''))),
          abstract: textOf(scope.querySelector('#abstract'))?.replace(/^"(.*)"$/, '$1'),
          ...factsOf(page.url, [scope], page),
        }),
        spot: { corner: 'bottom-right', x: 0, y: 0 },
      });
    },
  };
}
