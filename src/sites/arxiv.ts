/** arXiv: lists (new, recent, by month, catch-up; markup of 2018 and of 2024 on), search, and a paper's abstract page. */

import { arxivAbstract, arxivFile } from '../paper/addresses';
import { dayIn } from '../paper/dates';
import { arxivVersion, doiToId, idValue } from '../paper/identity';
import { arxivPaper, dblpRecord } from '../paper/site-urls';
import { linksIn } from './read/addresses';
import { readCard, readCards, type ScrapedFacts } from './read/cards';
import { repositoriesIn, sortLinks } from './read/links';
import { linesOf, textOf } from './read/text';
import type { Card, Page, Site, Spot, Unparsed } from './site';

const home = 'https://arxiv.org';
const spot: Spot = { corner: 'top-right', x: 0, y: 0 };

type Maybe = Element | null | undefined;
type Cards = Iterable<Card | Unparsed>;

const pathOf = (link: Maybe): string => link?.getAttribute('href') ?? '';

// "Title:" and the like, and the links that fold an abstract in search results.
const labels = '.descriptor,.has-text-weight-semibold,a[onclick]';

/** The first link of each kind in an element: to the abstract page, the PDF and the HTML version. */
function viewsOf(place: Maybe): { abs?: string; pdf?: string; html?: string } {
  const views: Record<string, string> = {};
  for (const link of place?.getElementsByTagName('a') ?? []) {
    const href = pathOf(link);
    const view = /\/(abs|pdf|html)\//.exec(href)?.[1];
    if (view) views[view] ??= href;
  }
  return views;
}

/** Id of the first abstract page that an element links to. */
const idIn = (place: Maybe): string | undefined => arxivPaper(new URL(viewsOf(place).abs ?? '', home));

/** DOIs in the addresses of links. */
const doisIn = (links: Iterable<Element>) => [...links].map((link) => doiToId(pathOf(link)));

/** Names, and how many authors the list says there are. */
function authorsOf(list: Maybe): Pick<ScrapedFacts, 'authors' | 'authorCount'> {
  const authors: string[] = [];
  // On abstract pages the names "not shown" are in the page, in a folded element.
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
  if (list) add(list);
  const hidden = /\((\d+) additional authors? not shown\)/.exec(list?.textContent ?? '')?.[1];
  const count = authors.length + (folded ? 0 : Number(hidden ?? 0));
  return { authors: authors.filter(Boolean), authorCount: count || undefined };
}

/** Codes in "Machine Learning (cs.LG); Mathematical Physics (math-ph)". */
const codesIn = (subjects: Maybe): string[] =>
  [...(subjects?.textContent ?? '').matchAll(/\(([a-z][\w-]*(?:\.[\w-]+)?)\)/g)].map((found) => found[1] ?? '');

/** The elements that hold one paper's facts, and the facts read already. */
interface Parts extends Pick<ScrapedFacts, 'categories' | 'published' | 'version'> {
  authors: Maybe;
  abstract: Maybe;
  comments: Maybe;
  journal: Maybe;
  /** Address of the PDF. Withdrawn papers have none. */
  pdf: string | undefined;
}

function facts([key = '']: string[], parts: Parts): ScrapedFacts {
  const { authors, abstract, comments, journal, pdf, ...known } = parts;
  const page = arxivAbstract(idValue(key));
  const summary = linesOf(abstract, labels);
  const comment = linesOf(comments, labels);
  const named = [...repositoriesIn(abstract, summary), ...repositoriesIn(comments, comment)];
  return {
    ...known,
    ...authorsOf(authors),
    abstract: summary,
    comment,
    journalRef: linesOf(journal, labels),
    links: {
      page,
      pdf: pdf?.includes(`/pdf/${idValue(key)}`) ? arxivFile(idValue(key)) : undefined,
      ...sortLinks(named),
    },
  };
}

/** One entry of a list: `dt` with id and files, `dd` with the rest, and the text of the heading above it. */
interface Entry {
  dt?: Element | undefined;
  dd?: Element | undefined;
  section: string;
}

/** Entries of all lists of a page, by their `dd`, or by their `dt` where the `dd` is missing. */
function entriesOf(document: Document): Map<Element, Entry> {
  const entries = new Map<Element, Entry>();
  let section = '';
  for (const list of document.querySelectorAll('dl')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'h3') section = textOf(before) ?? '';
    let dt: Element | undefined;
    for (const child of list.children) {
      if (child.localName === 'h3') section = textOf(child) ?? '';
      if (child.localName === 'dd') {
        entries.set(child, { dt, dd: child, section });
        if (dt) entries.delete(dt);
        dt = undefined;
      } else if (child.localName === 'dt') {
        dt = child;
        entries.set(dt, { dt, section });
      }
    }
  }
  return entries;
}

/**
 * The day a list announces: in the section's heading ("Mon, 7 Oct 2024 (showing …"), else in the page's ("Showing new
 * listings for …"). Lists by month have none.
 */
const dayOf = (section: string, page: Page): string | undefined =>
  dayIn(section, page.now) ??
  [...page.document.querySelectorAll('h1,h3')].map((heading) => dayIn(textOf(heading), page.now)).find(Boolean);

function list(page: Page): Cards {
  const entries = entriesOf(page.document);
  const days = new Map<string, string | undefined>();
  const titleOf = (dd: Maybe): Element | undefined => dd?.getElementsByClassName('list-title')[0];
  return readCards(entries.keys(), {
    identify(element) {
      const { dt, dd } = entries.get(element) ?? {};
      const title = linesOf(titleOf(dd), labels);
      const id = idIn(dt);
      return id || title ? { ids: [id], title, slot: dt, rest: dt && [dt] } : undefined; // a list of something else
    },
    facts(element, ids) {
      const { dt, dd, section = '' } = entries.get(element) ?? {};
      if (!days.has(section)) days.set(section, dayOf(section, page));
      // Only new papers were announced on that day; cross-lists and replacements are older.
      const older = /\((?:cross-list|replaced)/.test(dt?.textContent ?? '') || /^(?:cross|replace)/i.test(section);
      const { pdf, html = '' } = viewsOf(dt);
      // One walk over the title's siblings: a query for each part is too slow for 500 cards.
      const parts = new Map<string, Element>();
      for (const part of titleOf(dd)?.parentElement?.children ?? [])
        parts.set(part.localName === 'p' ? 'p' : (part.getAttribute('class')?.split(' ', 1)[0] ?? ''), part);
      return facts(ids, {
        authors: parts.get('list-authors'),
        abstract: parts.get('p'),
        comments: parts.get('list-comments'),
        journal: parts.get('list-journal-ref'),
        pdf,
        categories: codesIn(parts.get('list-subjects')),
        published: older ? undefined : days.get(section),
        version: arxivVersion(html),
      });
    },
    spot,
  });
}

function search(page: Page): Cards {
  /** The note that begins with a label. */
  const noteOf = (result: Element, label: string): Element | undefined =>
    [...result.querySelectorAll('p.comments')].find((note) => textOf(note)?.startsWith(label));
  return readCards(page.document.querySelectorAll('.arxiv-result'), {
    identify: (result) => {
      const head = result.querySelector('.list-title');
      return {
        ids: [idIn(head), ...doisIn(result.querySelectorAll('.tag a'))],
        title: linesOf(result.querySelector('.title'), labels),
        slot: head?.parentElement,
      };
    },
    facts(result, ids) {
      const dates = [...result.querySelectorAll('p')].map(textOf).find((text) => text?.startsWith('Submitted'));
      return facts(ids, {
        authors: result.querySelector('.authors'),
        abstract: result.querySelector('.abstract-full'),
        comments: noteOf(result, 'Comments:'),
        journal: noteOf(result, 'Journal ref:'),
        pdf: viewsOf(result.querySelector('.list-title')).pdf,
        categories: [...result.querySelectorAll('.tag[data-tooltip]')].flatMap((tag) => textOf(tag) ?? []),
        // "Submitted 21 July, 2026; v1 submitted 9 April, 2026; originally announced April 2026."
        published: dayIn(/v1 submitted ([^;]+)/.exec(dates ?? '')?.[1] ?? dates?.split(';')[0], page.now),
        version: arxivVersion(viewsOf(result).abs ?? ''),
      });
    },
    spot,
  });
}

const abstractPage = (page: Page): Cards =>
  readCard(page.document.querySelector('#content') ?? page.document.body, {
    identify: (content) => ({
      ids: [
        arxivPaper(page.url),
        ...doisIn(content.querySelectorAll('td.doi a')),
        ...linksIn(content.querySelector('.dblp'), page.url).map(({ url }) => dblpRecord(url)),
      ],
      title: linesOf(content.querySelector('h1.title'), labels),
      slot: content.querySelector('.dateline'),
    }),
    facts(content, ids) {
      const dates = textOf(content.querySelector('.dateline')) ?? '';
      return facts(ids, {
        authors: content.querySelector('.authors'),
        abstract: content.querySelector('blockquote.abstract'),
        comments: content.querySelector('td.comments'),
        journal: content.querySelector('td.jref'),
        pdf: viewsOf(content).pdf,
        categories: codesIn(content.querySelector('td.subjects')),
        published: dayIn(dates, page.now),
        version: arxivVersion(ids[0] + (/this version, (v\d+)/.exec(dates)?.[1] ?? '')),
      });
    },
    spot,
  });

export const arxiv: Site = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [`${home}/list/*`, `${home}/catchup/*`, `${home}/search*`, `${home}/abs/*`],
  kind(url) {
    if (/^\/(?:list|catchup)\/|^\/search(?:\/|$)/.test(url.pathname)) return 'listing';
    return url.pathname.startsWith('/abs/') && arxivPaper(url) ? 'paper' : undefined;
  },
  read(page) {
    if (this.kind(page.url) === 'paper') return abstractPage(page);
    return page.url.pathname.startsWith('/search') ? search(page) : list(page);
  },
};
