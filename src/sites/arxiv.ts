/** arXiv: lists (new, recent, by month, catch-up; markup of 2018 and of 2024 on), search, and a paper's abstract page. */
import { arxivId, arxivVersion, doiToId, idOfUrl, idValue, orderIds } from '../identity';
import type { Facts } from '../paper';
import { day } from './dates';
import { codeInText, repository, sortLinks } from './links';
import type { Card, Page, Site, Unread } from './site';
import { known, linesOf, textOf } from './text';

const home = 'https://arxiv.org';
// Labels such as "Title:", and what folds an abstract in search results.
const labels = '.descriptor,.has-text-weight-semibold,a[onclick]';

const pathOf = (link: Element): string => link.getAttribute('href') ?? '';

/** The first link to an abstract's page. */
const abstractLink = (element: Element): Element | null => element.querySelector('a[href*="/abs/"]');

/** Ids of the paper whose abstract a link leads to, with further ones; none without such a link. */
function idsOf(link: Element | null, others: (string | undefined)[]): string[] {
  const id = link ? arxivId(pathOf(link).replace(/^.*?\/abs\/|[?#].*$/g, '')) : undefined;
  return id ? orderIds([`arxiv:${id}`, ...others]) : [];
}

/** Ids that the addresses of some links are. */
const linkedIds = (element: Element, links: string): (string | undefined)[] =>
  [...element.querySelectorAll(links)].map((link) => idOfUrl(pathOf(link)));

/** Where one card's facts stand. What a page does not show is absent. */
interface Parts {
  authors: Element | null | undefined;
  abstract: Element | null | undefined;
  comments: Element | null | undefined;
  journal: Element | null | undefined;
  /** Where links to its files stand. */
  files: Element;
  categories: string[];
  published: string | undefined;
  version: number | undefined;
  rank?: number;
}

/** Names, and how many the list says there are. */
function authorsOf(element: Element): Pick<Facts, 'authors' | 'authorCount'> {
  const authors: string[] = [];
  // On an abstract's page the names said not to be shown are there, folded into a further element.
  let folded = false;
  const add = (within: Element): void => {
    for (const child of within.children) {
      if (child.localName === 'div') {
        folded = true;
        add(child);
      } else if (child.localName === 'a' && !/^(?:#|javascript:)/.test(pathOf(child)))
        authors.push(textOf(child) ?? '');
    }
  };
  add(element);
  const hidden = folded
    ? undefined
    : /\((\d+) additional authors? not shown\)/.exec(element.lastChild?.nodeValue ?? '')?.[1];
  return { authors: authors.filter(Boolean), authorCount: authors.length + Number(hidden ?? 0) };
}

/** A paper's facts from the parts of its card. */
function facts(ids: string[], title: string, parts: Parts): Facts {
  const id = idValue(ids[0] ?? '');
  const { authors, abstract, comments, categories, published, version, rank } = parts;
  const summary = linesOf(abstract, labels);
  const comment = linesOf(comments, labels);
  // A link shown as "this https URL" counts by its address.
  const hrefs = [abstract, comments].flatMap((element) =>
    element?.firstElementChild ? [...element.querySelectorAll('a[href]')].map(pathOf) : [],
  );
  const code = [...hrefs.flatMap((href) => repository(href) ?? []), ...codeInText(summary), ...codeInText(comment)];
  const named = authors ? authorsOf(authors) : {};
  return known<Facts>({
    ids,
    title,
    ...named,
    authorCount: named.authorCount || undefined,
    abstract: summary,
    published,
    categories,
    links: known({
      page: `${home}/abs/${id}`,
      abs: `${home}/abs/${id}`,
      pdf: parts.files.querySelector(`a[href*="/pdf/${id}"]`) ? `${home}/pdf/${id}` : undefined,
      code: sortLinks(code).code,
    }),
    rank,
    version,
    comment,
    journalRef: linesOf(parts.journal, labels),
  });
}

/** Codes in "Machine Learning (cs.LG); Mathematical Physics (math-ph)". */
const codesIn = (element: Element | null | undefined): string[] =>
  [...(element?.textContent ?? '').matchAll(/\(([a-z][\w-]*(?:\.[\w-]+)?)\)/g)].map((found) => found[1] ?? '');

/** One entry of a list: `dt` with the id and the files, `dd` with the rest. */
interface Entry {
  dt: Element;
  dd: Element;
  /** Text of the section's heading, which may name the day. */
  section: string;
}

/** The entries of all lists of a page, with the heading each stands under. */
function* entries(document: Document): Iterable<Entry | Unread> {
  let section = '';
  for (const list of document.querySelectorAll('dl')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'h3') section = textOf(before) ?? '';
    let dt: Element | undefined;
    for (const child of list.children) {
      if (child.localName === 'h3') section = textOf(child) ?? '';
      else if (child.localName === 'dt') {
        if (dt && abstractLink(dt)) yield { unread: dt, why: 'an id without an entry' };
        dt = child;
      } else if (child.localName === 'dd') {
        if (dt) yield { dt, dd: child, section };
        else if (child.querySelector('.list-title')) yield { unread: child, why: 'an entry without an id' };
        dt = undefined;
      }
    }
    if (dt && abstractLink(dt)) yield { unread: dt, why: 'an id without an entry' };
  }
}

/**
 * The day a list announces: in the section's heading ("Mon, 7 Oct 2024 (showing …"), else in the page's ("Showing new
 * listings for …"). Lists by month have none.
 */
const dayOf = (section: string, page: Page): string | undefined =>
  day(section, page.now) ??
  [...page.document.querySelectorAll('h1,h3')].map((heading) => day(textOf(heading), page.now)).find(Boolean);

function* listCards(page: Page): Iterable<Card | Unread> {
  const seen = new Set<string>();
  const days = new Map<string, string | undefined>();
  for (const entry of entries(page.document)) {
    if ('unread' in entry) {
      yield entry;
      continue;
    }
    const { dt, dd, section } = entry;
    const identify = () => ({
      ids: idsOf(abstractLink(dt), [doiToId(linesOf(dd.querySelector('.list-doi'), labels) ?? '')]),
      title: linesOf(dd.querySelector('.list-title'), labels),
    });
    const { ids, title } = identify();
    const key = ids[0];
    if (!key && !title) continue;
    if (!key || !title) {
      yield { unread: dd, why: key ? 'no title' : 'no id' };
      continue;
    }
    if (seen.has(key)) continue;
    const rank = seen.add(key).size;
    if (!days.has(section)) days.set(section, dayOf(section, page));
    // Only what is new was announced on that day: a cross-list or a replacement is older.
    const older = /\((?:cross-list|replaced)/.test(dt.textContent ?? '') || /^(?:cross|replace)/i.test(section);
    yield {
      ids,
      title,
      element: dd,
      rest: [dt],
      slot: dt,
      spot: { corner: 'top-right', x: 0, y: 0 },
      facts() {
        const now = identify();
        // One walk over what stands beside the title: a query for each part of 500 cards is too slow.
        const parts = new Map<string, Element>();
        for (const part of dd.querySelector('.list-title')?.parentElement?.children ?? [])
          parts.set(part.localName === 'p' ? 'p' : (part.classList[0] ?? ''), part);
        return facts(now.ids.length ? now.ids : ids, now.title ?? title, {
          authors: parts.get('list-authors'),
          abstract: parts.get('p'),
          comments: parts.get('list-comments'),
          journal: parts.get('list-journal-ref'),
          files: dt,
          categories: codesIn(parts.get('list-subjects')),
          published: older ? undefined : days.get(section),
          version: arxivVersion(pathOf(dt.querySelector('a[href*="/html/"]') ?? dt)),
          rank,
        });
      },
    };
  }
}

/** The note of a search result that begins with a label. */
const noteOf = (item: Element, label: string): Element | undefined =>
  [...item.querySelectorAll('p.comments')].find((note) => textOf(note)?.startsWith(label));

function* searchCards(page: Page): Iterable<Card | Unread> {
  const seen = new Set<string>();
  for (const element of page.document.querySelectorAll('.arxiv-result')) {
    const identify = () => {
      const head = element.querySelector('.list-title');
      return {
        head,
        ids: idsOf(head && abstractLink(head), linkedIds(element, '.tag a[href*="doi.org/"]')),
        title: linesOf(element.querySelector('.title'), labels),
      };
    };
    const { head, ids, title } = identify();
    const key = ids[0];
    if (!head || !key || !title) {
      yield { unread: element, why: key ? 'no title' : 'no id' };
      continue;
    }
    if (seen.has(key)) continue;
    const rank = seen.add(key).size;
    yield {
      ids,
      title,
      element,
      slot: head.parentElement ?? element,
      spot: { corner: 'top-right', x: 0, y: 0 },
      facts() {
        const now = identify();
        const dates = [...element.querySelectorAll('p')].map(textOf).find((text) => text?.startsWith('Submitted'));
        return facts(now.ids.length ? now.ids : ids, now.title ?? title, {
          authors: element.querySelector('.authors'),
          abstract: element.querySelector('.abstract-full'),
          comments: noteOf(element, 'Comments:'),
          journal: noteOf(element, 'Journal ref:'),
          files: head,
          categories: [...element.querySelectorAll('.tag[data-tooltip]')].flatMap((tag) => textOf(tag) ?? []),
          // "Submitted 21 July, 2026; v1 submitted 9 April, 2026; originally announced April 2026."
          published: day(/v1 submitted ([^;]+)/.exec(dates ?? '')?.[1] ?? dates?.split(';')[0], page.now),
          version: arxivVersion(pathOf(abstractLink(element) ?? element)),
          rank,
        });
      },
    };
  }
}

function* abstractCard(page: Page, key: string): Iterable<Card | Unread> {
  const { document } = page;
  const main = document.querySelector('#content') ?? document.body;
  const heading = main.querySelector('h1.title');
  const title = linesOf(heading, labels);
  if (!heading || !title) return yield { unread: main, why: 'no title' };
  const ids = orderIds([key, ...linkedIds(main, 'td.doi a[href*="doi.org/"],.dblp a[href*="/rec/"]')]);
  const dateline = main.querySelector('.dateline');
  const within = textOf(dateline) ?? '';
  const element = heading.parentElement ?? heading;
  yield {
    ids,
    title,
    element,
    slot: dateline ?? heading,
    spot: { corner: 'top-right', x: 0, y: 0 },
    facts: () =>
      facts(ids, linesOf(heading, labels) ?? title, {
        authors: main.querySelector('.authors'),
        abstract: main.querySelector('blockquote.abstract'),
        comments: main.querySelector('td.comments'),
        journal: main.querySelector('td.jref'),
        files: main,
        categories: codesIn(main.querySelector('td.subjects')),
        published: day(within, page.now),
        version: arxivVersion(key + (/this version, (v\d+)/.exec(within)?.[1] ?? '')),
      }),
  };
}

export const arxiv: Site = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [`${home}/list/*`, `${home}/catchup/*`, `${home}/search*`, `${home}/abs/*`],
  kind(url) {
    if (/^\/(?:list|catchup)\/|^\/search(?:\/|$)/.test(url.pathname)) return 'listing';
    return url.pathname.startsWith('/abs/') && idOfUrl(url) ? 'paper' : undefined;
  },
  *read(page) {
    const id = page.url.pathname.startsWith('/abs/') && idOfUrl(page.url);
    if (id) yield* abstractCard(page, id);
    else yield* page.url.pathname.startsWith('/search') ? searchCards(page) : listCards(page);
  },
};
