/**
 * OpenReview: venue pages, submissions, search, profiles and a paper's forum. Lists of 2020 after a saved card, all of today
 * after the components of openreview/openreview-web, since no saved page was at hand.
 */
import { doiInUrl, idOfUrl, idValue, orderIds } from '../identity';
import type { Facts } from '../paper';
import { day } from './dates';
import { codeInText, sortLinks } from './links';
import type { Card, Page, Site, Unread } from './site';
import { address, clean, known, linesOf, paragraphs, textOf, urlOf } from './text';

const home = 'https://openreview.net';
const scheme = 'openreview:';

/** Id of the paper whose forum a link leads to; a reply's link names its own note besides. */
function forumOf(link: Element | null, page: Page): string | undefined {
  const url = urlOf(link, 'href', page.url);
  const id = url?.pathname === '/forum' ? url.searchParams.get('id') : undefined;
  const note = url?.searchParams.get('noteId');
  return id && (!note || note === id) ? id : undefined;
}

/** The first date of "Published: 26 Jan 2026, Last Modified: …", "26 Sep 2019 (modified: …)", "May 2021", "2019 (…". */
function published(text: string | undefined, now: Date): string | undefined {
  const first = text?.split(/\(|, last modified/i)[0] ?? '';
  const month = /[a-z]{3,9}\.? \d{4}/i.exec(first)?.[0];
  return day(first, now) ?? (month && day(`1 ${month}`, now)?.slice(0, 7)) ?? /\b(?:19|20)\d\d\b/.exec(first)?.[0];
}

/**
 * A series' name of what the page says of a paper's place: "ICLR 2026 Oral", "Accepted by TMLR", "AAAI 2019". A submission or
 * a rejection has no venue; a workshop's name stays whole.
 */
function venueOf(text: string | undefined): string | undefined {
  if (!text || /submi(?:tted|ssion)|reject|withdraw|review|replies|reply|readers/i.test(text)) return undefined;
  if (/workshop/i.test(text)) return text;
  return clean(text.replace(/^accepted (?:by|at|to) /i, '').replace(/\s*\b(?:19|20)\d\d\b.*$/, '')) || undefined;
}

/** Names are what stands innermost, linked or not; marks of institutions and "et al. (N additional …)" are not. */
function authorsOf(list: Element | null): Pick<Facts, 'authors' | 'authorCount'> {
  const parts = [...(list?.querySelectorAll('a,span') ?? [])].filter(
    (part) =>
      !part.querySelector('a,span') && !part.closest('.note-authors-institutions') && !part.matches('.show-all'),
  );
  const authors = parts
    .map((part) => linesOf(part, 'sup') ?? '')
    .filter((name) => name && !/^anonymous\b|(?:paper|submission) ?\d+ (?:authors?|reviewer)/i.test(name));
  const hidden = /\((\d+) additional authors? not shown\)/.exec(list?.textContent ?? '')?.[1];
  return authors.length ? { authors, authorCount: authors.length + Number(hidden ?? 0) } : {};
}

/** The fields of a note's details, by name in lower case: `keywords`, `abstract`, `code`. */
function fieldsOf(note: Element): Map<string, Element> {
  const fields = new Map<string, Element>();
  for (const label of note.querySelectorAll('.note-content-field')) {
    const name = textOf(label)?.replace(/:$/, '').toLowerCase();
    if (name && label.parentElement && !fields.has(name)) fields.set(name, label.parentElement);
  }
  return fields;
}

const hrefsIn = (element: Element | undefined): string[] =>
  [...(element?.querySelectorAll('a[href]') ?? [])].map((link) => link.getAttribute('href') ?? '');

/** The value beside a field's label, a line a paragraph. */
function textIn(field: Element | undefined): string | undefined {
  const value = field?.querySelector('.note-content-value');
  const blocks = [...(value?.children ?? [])].filter((child) =>
    /^(?:p|ul|ol|div|pre|blockquote)$/.test(child.localName),
  );
  return blocks.length ? paragraphs(blocks.map((block) => linesOf(block) ?? '')) : linesOf(value);
}

/** Where one paper's facts stand. */
interface Parts {
  note: Element;
  authors: Element | null;
  /** When, and where it stands: "ICLR 2026 Oral". */
  date: string | undefined;
  venue: string | undefined;
  pdf: Element | null;
  rank?: number;
}

/** Every id a note gives its paper: its own, those of its file and its website, and its "External IDs". */
function idsOf(id: string, note: Element, page: Page): string[] {
  const website = address(note.querySelector('.html-link'), 'href', page.url) ?? '';
  const pdf = address(note.querySelector('.pdf-link'), 'href', page.url) ?? '';
  const external = hrefsIn(fieldsOf(note).get('external ids'));
  return orderIds([
    scheme + id,
    idOfUrl(pdf),
    idOfUrl(website) ?? doiInUrl(website),
    ...external.map((href) => idOfUrl(href)),
  ]);
}

function facts(ids: string[], title: string, parts: Parts, page: Page): Facts {
  const { note } = parts;
  const fields = fieldsOf(note);
  const abstract = textIn(fields.get('abstract'));
  const pdf = address(parts.pdf, 'href', page.url);
  const named = [...fields].filter(([name]) => /^(?:code|software|github|project|website|dataset)/.test(name));
  const code = [...hrefsIn(fields.get('abstract')), ...codeInText(abstract)];
  const links = sortLinks(named.flatMap(([, field]) => hrefsIn(field)));
  const arxiv = ids.find((id) => id.startsWith('arxiv:'));
  const own = ids.find((id) => id.startsWith(scheme)) ?? '';
  return known<Facts>({
    ids,
    title,
    ...authorsOf(parts.authors),
    abstract,
    published: published(parts.date, page.now),
    venue: venueOf(parts.venue),
    keywords: (textIn(fields.get('keywords')) ?? '').split(/[,;]/).map(clean).filter(Boolean),
    links: known({
      page: `${home}/forum?id=${idValue(own)}`,
      abs: arxiv && `https://arxiv.org/abs/${idValue(arxiv)}`,
      pdf: idOfUrl(pdf ?? '')?.startsWith('arxiv:') ? `https://arxiv.org/pdf/${idValue(arxiv ?? '')}` : pdf,
      ...links,
      code: sortLinks([...links.code, ...sortLinks(code).code]).code,
    }),
    rank: parts.rank,
  });
}

function* listCards(page: Page): Iterable<Card | Unread> {
  const seen = new Set<string>();
  for (const element of page.document.querySelectorAll('.note')) {
    const link = element.querySelector('h4 a');
    const id = forumOf(link, page);
    const title = linesOf(link);
    if (!id || !title) {
      // A reply is no card; neither is a note that shows no names, such as a notice of the venue.
      const isReply = urlOf(link, 'href', page.url)?.searchParams.has('noteId');
      if (!isReply && element.querySelector('.note-authors')) yield { unread: element, why: id ? 'no title' : 'no id' };
      continue;
    }
    if (seen.has(id)) continue;
    const rank = seen.add(id).size;
    const meta = element.querySelector('.note-meta-info');
    yield {
      ids: idsOf(id, element, page),
      title,
      element,
      slot: meta ?? element,
      spot: { corner: 'top-right', x: 0, y: 0 },
      facts() {
        const items = [...(meta?.children ?? [])].map(textOf);
        return facts(
          idsOf(forumOf(link, page) ?? id, element, page),
          linesOf(link) ?? title,
          {
            note: element,
            authors: element.querySelector('.note-authors'),
            date: items[0],
            venue: items[1],
            pdf: element.querySelector('a.pdf-link'),
            rank,
          },
          page,
        );
      },
    };
  }
}

function* forumCard(page: Page, id: string): Iterable<Card | Unread> {
  const note = page.document.querySelector('.forum-note');
  const heading = note?.querySelector('.citation_title,.forum-title h2');
  const title = linesOf(heading);
  // Until its data has come the page holds nothing to read.
  if (!note) return;
  if (!heading || !title) return yield { unread: note, why: 'no title' };
  const pdf = note.querySelector('a.citation_pdf_url,.forum-content-link a');
  const shown = idOfUrl(address(pdf, 'href', page.url) ?? '') ?? scheme + id;
  if (shown.startsWith(scheme) && shown !== scheme + id)
    return yield { unread: note, why: 'shows another paper than its address names' };
  const meta = note.querySelector('.forum-meta');
  yield {
    ids: idsOf(id, note, page),
    title,
    element: note,
    slot: meta ?? note,
    spot: { corner: 'top-right', x: 0, y: 0 },
    facts() {
      const items = [...(meta?.children ?? [])].map(textOf);
      return facts(
        idsOf(id, note, page),
        linesOf(heading) ?? title,
        {
          note,
          authors: note.querySelector('.forum-authors'),
          date: items.find((item) => /\d{4}/.test(item ?? '')),
          venue: items[1],
          pdf,
        },
        page,
      );
    },
  };
}

export const openreview: Site = {
  id: 'openreview',
  name: 'OpenReview',
  matches: ['group', 'submissions', 'search', 'profile', 'forum'].map((name) => `${home}/${name}*`),
  kind(url) {
    if (/^\/(?:group|submissions|search|profile)\/?$/.test(url.pathname)) return 'listing';
    return url.pathname === '/forum' && idOfUrl(url) ? 'paper' : undefined;
  },
  *read(page) {
    const id = page.url.pathname === '/forum' && idOfUrl(page.url);
    yield* id ? forumCard(page, idValue(id)) : listCards(page);
  },
};
