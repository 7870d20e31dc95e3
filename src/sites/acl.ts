/**
 * ACL Anthology: volumes, events, people and a paper's own page, at today's address and the old one. Lists after the
 * templates of acl-org/acl-anthology (2020 on), paper pages after saved ones.
 */

import { dateIn } from '../paper/dates';
import { doiToId, idValue } from '../paper/identity';
import { aclPaper } from '../paper/site-urls';
import { tidy } from './read/addresses';
import { allAuthors, readCard, readCards, type ScrapedFacts } from './read/cards';
import { repositoriesIn, sortLinks } from './read/links';
import { linesOf, textOf, urlOf } from './read/text';
import type { Page, Site } from './site';

type Cards = ReturnType<Site['read']>;

const scheme = 'acl:';
// Attachments are posters and slides.
const file = 'a[href$=".pdf"]:not([class*="attachment"])';
const listing = /^(?:\/anthology)?\/(?:volumes|events|people)\/./;
// Ids of front matter: `….0`, formerly `P17-2000`, for workshops `W17-0100` and `D19-5100`.
const frontMatter = /(?:\.0|^[A-VX-Z]\d\d-\d000|^(?:W\d\d-\d|C69-\d|D19-[5-9])\d00)$/;

/** The Anthology's number in a paper's address, such as `2021.naacl-main.208`; undefined for front matter. */
function numberOf(url: URL | undefined): string | undefined {
  const id = url && aclPaper(url);
  const number = id?.startsWith(scheme) ? idValue(id) : undefined;
  return number && !frontMatter.test(number) ? number : undefined;
}

/** The page's table of details, by label in lower case: `month`, `doi`, `venue`. */
function details(document: Document): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const label of document.querySelectorAll('.acl-paper-details dt')) {
    const name = textOf(label)?.replace(/:$/, '').toLowerCase() ?? '';
    const value = label.nextElementSibling;
    if (value?.localName === 'dd' && !found.has(name)) found.set(name, value);
  }
  return found;
}

/** Month and year from the details ("July–August", "2021"), otherwise the year that every number begins with. */
function published(fields: Map<string, Element>, number: string): string | undefined {
  const short = Number(/^[A-Z](\d\d)-/.exec(number)?.[1]);
  const year =
    textOf(fields.get('year')) ?? /^\d{4}/.exec(number)?.[0] ?? `${short < 60 ? 20 : 19}${number.slice(1, 3)}`;
  return dateIn(`${textOf(fields.get('month')) ?? ''} ${year}`);
}

/** Facts of one paper, in a list or on its own page; `fields` are the page's details. */
function facts(
  place: { link: URL | undefined; authors: Iterable<Element>; abstract: Element | null; pdf: Element | null },
  fields: Map<string, Element>,
  page: Page,
): ScrapedFacts {
  const { link } = place;
  const abstract = linesOf(place.abstract, 'h5');
  const code = fields.get('code');
  return {
    ...allAuthors([...place.authors].flatMap((author) => textOf(author) ?? [])),
    abstract,
    published: published(fields, numberOf(link) ?? ''),
    venue: textOf((fields.get('venue') ?? fields.get('venues'))?.querySelector('a')),
    pages: textOf(fields.get('pages')),
    publisher: textOf(fields.get('publisher')),
    links: {
      page: tidy(link),
      pdf: tidy(urlOf(place.pdf, 'href', page.url)),
      ...sortLinks([...repositoriesIn(code, textOf(code)), ...repositoriesIn(place.abstract, abstract)]),
    },
  };
}

/** The collapsed abstract after an entry, if it belongs to this paper. */
function abstractBelow(entry: Element, number: string | undefined): Element | null {
  const next = entry.nextElementSibling;
  return next?.id.replaceAll('--', '.') === `abstract-${number}` ? next : null;
}

function list(page: Page): Cards {
  const fields = details(page.document);
  const entries = [...page.document.querySelectorAll('.list-button-row')].flatMap(
    ({ parentElement }) => parentElement ?? [],
  );
  const linkOf = (entry: Element) => urlOf(entry.querySelector('strong a'), 'href', page.url);
  return readCards(entries, {
    identify(entry) {
      const url = linkOf(entry);
      const number = numberOf(url);
      // The volume's own entry is not a paper.
      if (url && !number && (url.pathname.includes('/volumes/') || aclPaper(url))) return undefined;
      const abstract = abstractBelow(entry, number);
      return {
        ids: [number && scheme + number],
        title: linesOf(entry.querySelector('strong a')),
        rest: abstract ? [abstract] : undefined,
      };
    },
    facts(entry) {
      const link = linkOf(entry);
      const abstract = abstractBelow(entry, numberOf(link));
      const authors = entry.querySelectorAll('a[href*="/people/"]');
      return facts({ link, authors, abstract, pdf: entry.querySelector(file) }, fields, page);
    },
    spot: { corner: 'bottom-right', x: 0, y: 0 },
  });
}

function paper(page: Page, number: string): Cards {
  const { document } = page;
  const title = document.querySelector('#title');
  return readCard(title?.parentElement ?? document.body, {
    identify: () => ({
      ids: [scheme + number, doiToId(textOf(details(document).get('doi')) ?? '')],
      title: linesOf(title),
      slot: document.querySelector('p.lead'),
    }),
    facts() {
      const place = {
        link: new URL(page.url.pathname, page.url),
        authors: document.querySelectorAll('p.lead a'),
        abstract: document.querySelector('.acl-abstract'),
        pdf: document.querySelector(`.acl-paper-link-block ${file},#title ${file}`),
      };
      return facts(place, details(document), page);
    },
    spot: { corner: 'top-right', x: 0, y: 0 },
  });
}

export const acl: Site = {
  id: 'acl',
  name: 'ACL Anthology',
  matches: ['https://aclanthology.org/*', 'https://www.aclweb.org/anthology/*'],
  kind: (url) => (listing.test(url.pathname) ? 'listing' : numberOf(url) ? 'paper' : undefined),
  read(page) {
    const number = numberOf(page.url);
    return number ? paper(page, number) : list(page);
  },
};
