/**
 * ACL Anthology: volumes, events, people and a paper's own page, at today's address and the old one. Lists after the
 * templates of acl-org/acl-anthology (2020 on), paper pages after saved ones.
 */
import { doiToId, idOfUrl, idValue, orderIds } from '../identity';
import type { Facts } from '../paper';
import { day } from './dates';
import { codeInText, repository, sortLinks } from './links';
import type { Card, Page, Site, Unread } from './site';
import { address, known, linesOf, textOf, urlOf } from './text';

const scheme = 'acl:';
const listing = /^(?:\/anthology)?\/(?:volumes|events|people)\/./;
// A volume's own entry: `.0`, of old `P17-2000` and `W17-0100`.
const frontMatter = /(?:\.0|^[A-VX-Z]\d\d-\d000|^W\d\d-\d\d00)$/;

/** Number of the paper whose page an address is, such as `2021.naacl-main.208`; none for front matter. */
function numberOf(url: URL | undefined): string | undefined {
  const id = url && idOfUrl(url);
  const number = id?.startsWith(scheme) ? idValue(id) : undefined;
  return number && !frontMatter.test(number) ? number : undefined;
}

/** The page's details, by the name of their label in lower case: `month`, `doi`, `venue`. */
function details(document: Document): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const label of document.querySelectorAll('.acl-paper-details dt')) {
    const name = textOf(label)?.replace(/:$/, '').toLowerCase() ?? '';
    const value = label.nextElementSibling;
    if (value?.localName === 'dd' && !found.has(name)) found.set(name, value);
  }
  return found;
}

/** Year and month of the details ("July–August", "2021"), or the year alone, which every number begins with. */
function published(fields: Map<string, Element>, number: string, now: Date): string | undefined {
  const short = Number(/^[A-Z](\d\d)-/.exec(number)?.[1]);
  const year = textOf(fields.get('year')) ?? /^\d{4}/.exec(number)?.[0] ?? String(short + (short < 60 ? 2000 : 1900));
  const month = /^[a-z]+/i.exec(textOf(fields.get('month')) ?? '')?.[0];
  return (month && day(`1 ${month} ${year}`, now)?.slice(0, 7)) ?? year;
}

const https = (url: string | undefined): string | undefined => url?.replace(/^http:/, 'https:');

/** Repositories that a text links to or names. */
const codeIn = (element: Element | null | undefined): string[] => [
  ...[...(element?.querySelectorAll('a[href]') ?? [])].flatMap(
    (link) => repository(link.getAttribute('href') ?? '') ?? [],
  ),
  ...codeInText(linesOf(element, 'h5')),
];

/** One paper's facts, on a list as on its own page. */
function facts(
  ids: string[],
  title: string,
  parts: {
    link: string | undefined;
    authors: Iterable<Element>;
    abstract: Element | undefined;
    pdf: Element | null;
    rank?: number;
  },
  fields: Map<string, Element>,
  page: Page,
): Facts {
  const number = idValue(ids.find((id) => id.startsWith(scheme)) ?? '');
  const authors = [...parts.authors].flatMap((author) => textOf(author) ?? []);
  return known<Facts>({
    ids,
    title,
    authors,
    authorCount: authors.length || undefined,
    abstract: linesOf(parts.abstract, 'h5'),
    published: published(fields, number, page.now),
    venue: textOf(fields.get('venue')?.querySelector('a')),
    links: known({
      page: https(parts.link),
      pdf: https(address(parts.pdf, 'href', page.url)),
      code: sortLinks([...codeIn(fields.get('code')), ...codeIn(parts.abstract)]).code,
    }),
    rank: parts.rank,
    pages: textOf(fields.get('pages')),
    publisher: textOf(fields.get('publisher')),
  });
}

/** The abstract that unfolds below an entry, if it is this paper's. */
function abstractBelow(entry: Element, number: string): Element | undefined {
  const next = entry.nextElementSibling;
  return next?.id.replaceAll('--', '.') === `abstract-${number}` ? (next.firstElementChild ?? next) : undefined;
}

function* listCards(page: Page): Iterable<Card | Unread> {
  const seen = new Set<string>();
  const fields = details(page.document);
  for (const row of page.document.querySelectorAll('.list-button-row')) {
    const element = row.parentElement;
    if (!element) continue;
    const identify = () => {
      const link = element.querySelector('strong a');
      return { link, number: numberOf(urlOf(link, 'href', page.url)), title: linesOf(link) };
    };
    const { link, number, title } = identify();
    if (!number || !title) {
      // A volume's own entry is no paper.
      const isVolume =
        /\/volumes\//.test(link?.getAttribute('href') ?? '') || idOfUrl(address(link, 'href', page.url) ?? '');
      if (number || !isVolume) yield { unread: element, why: number ? 'no title' : 'no link to a paper' };
      continue;
    }
    if (seen.has(number)) continue;
    const rank = seen.add(number).size;
    const below = abstractBelow(element, number)?.closest('.collapse');
    yield {
      ids: [scheme + number],
      title,
      element,
      ...(below ? { rest: [below] } : {}),
      slot: element,
      spot: { corner: 'bottom-right', x: 0, y: 0 },
      facts() {
        const now = identify();
        const shown = now.number ?? number;
        const parts = {
          link: address(now.link, 'href', page.url),
          authors: element.querySelectorAll('a[href*="/people/"]'),
          abstract: abstractBelow(element, shown),
          pdf: row.querySelector('a[href$=".pdf"]'),
          rank,
        };
        return facts([scheme + shown], now.title ?? title, parts, fields, page);
      },
    };
  }
}

function* paperCard(page: Page, number: string): Iterable<Card | Unread> {
  const { document } = page;
  const heading = document.querySelector('#title');
  const title = linesOf(heading);
  if (!heading || !title) return yield { unread: document.body, why: 'no title' };
  const fields = details(document);
  const element = heading.parentElement ?? heading;
  const ids = orderIds([scheme + number, doiToId(textOf(fields.get('doi')) ?? '')]);
  yield {
    ids,
    title,
    element,
    slot: document.querySelector('p.lead') ?? element,
    spot: { corner: 'top-right', x: 0, y: 0 },
    facts: () => {
      const parts = {
        link: page.url.origin + page.url.pathname,
        authors: document.querySelectorAll('p.lead a'),
        abstract: document.querySelector('.acl-abstract') ?? undefined,
        pdf: document.querySelector('.acl-paper-link-block a[href$=".pdf"],#title a[href$=".pdf"]'),
      };
      return facts(ids, linesOf(heading) ?? title, parts, fields, page);
    },
  };
}

export const acl: Site = {
  id: 'acl',
  name: 'ACL Anthology',
  matches: ['https://aclanthology.org/*', 'https://www.aclweb.org/anthology/*'],
  kind: (url) => (listing.test(url.pathname) ? 'listing' : numberOf(url) ? 'paper' : undefined),
  *read(page) {
    const number = numberOf(page.url);
    yield* number ? paperCard(page, number) : listCards(page);
  },
};
