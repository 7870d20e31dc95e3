/**
 * arXiv: lists (new, recent, by month, catch-up; markup of 2018 and of 2024 on), an author's papers, search, and a paper's own page:
 * its abstract or its HTML.
 */
import { dayIn } from '../paper/dates';
import { arxivVersion, idValue } from '../paper/identity';
import { arxivPaper, dblpRecord } from '../paper/site-urls';
import { linksIn } from './read/addresses';
import { codesIn, doisIn, facts, idIn, labels, type Maybe, viewsOf } from './read/arxiv-parts';
import { readCard, readCards } from './read/cards';
import { latexmlPaper } from './read/latexml-paper';
import { linesOf, textOf } from './read/text';
import type { Card, Page, Site, Spot, Unparsed } from './site';

const home = 'https://arxiv.org';
const spot: Spot = { corner: 'top-right', x: 0, y: 0 };

type Cards = Iterable<Card | Unparsed>;

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
    // On authors' pages each entry is in a `div` of its own.
    const children = [...list.children].flatMap((child) => (child.localName === 'div' ? [...child.children] : child));
    for (const child of children) {
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
  matches: ['list/*', 'catchup/*', 'a/*', 'search*', 'abs/*', 'html/*'].map((path) => `${home}/${path}`),
  kind({ pathname, href }) {
    if (/^\/(?:list|catchup|a)\/.|^\/search(?:\/|$)/.test(pathname)) return 'listing';
    return /^\/(?:abs|html)\//.test(pathname) && arxivPaper(new URL(href)) ? 'paper' : undefined;
  },
  read(page) {
    const id = arxivPaper(page.url);
    if (id && page.url.pathname.startsWith('/html/'))
      return latexmlPaper(page, id, `${home}/html/${idValue(id)}`, arxivVersion(page.url.href));
    if (this.kind(page.url) === 'paper') return abstractPage(page);
    return page.url.pathname.startsWith('/search') ? search(page) : list(page);
  },
};
