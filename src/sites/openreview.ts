/**
 * OpenReview: venue pages, submissions, search, profiles and a paper's forum. Lists of 2020 after a saved card, all of today
 * after the components of openreview/openreview-web, since no saved page was at hand.
 */

import { dateIn } from '../paper/dates';
import { idOfUrl, idValue } from '../paper/identity';
import { openreviewPaper } from '../paper/site-urls';
import { idOfLink, tidy } from './read/addresses';
import { readCard, readCards, type ScrapedFacts } from './read/cards';
import { repositoriesIn, sortLinks } from './read/links';
import { clean, linesOf, paragraphs, textOf, urlOf } from './read/text';
import type { Page, Site, Spot } from './site';

const home = 'https://openreview.net';
const scheme = 'openreview:';
const spot: Spot = { corner: 'top-right', x: 0, y: 0 };

type Cards = ReturnType<Site['read']>;

/** Id of the paper whose forum a link leads to; undefined for links to replies, which name another note. */
function forumOf(link: Element | null, page: Page): string | undefined {
  const url = urlOf(link, 'href', page.url);
  const id = url?.pathname === '/forum' ? url.searchParams.get('id') : undefined;
  const note = url?.searchParams.get('noteId');
  return id && (!note || note === id) ? id : undefined;
}

/** The first date of "Published: 26 Jan 2026, Last Modified: …", "26 Sep 2019 (modified: …)", "May 2021", "2019 (…". */
const published = (text: string | undefined): string | undefined => dateIn(text?.split(/\(|, last modified/i)[0]);

/**
 * The series in what the page says of the venue: "ICLR 2026 Oral", "Accepted by TMLR", "AAAI 2019". Submissions and rejected
 * papers have no venue; names of workshops are kept whole.
 */
function venueOf(text: string | undefined): string | undefined {
  if (!text || /submi(?:tted|ssion)|reject|withdraw|under review|pending|\brepl(?:y|ies)\b|^readers/i.test(text))
    return undefined;
  if (/workshop/i.test(text)) return text;
  return clean(text.replace(/^accepted (?:by|at|to) /i, '').replace(/\s*\b(?:19|20)\d\d\b.*$/, '')) || undefined;
}

/** Names are the innermost elements, linked or not, without marks of institutions and "et al. (N additional …)". */
function authorsOf(list: Element | null): Pick<ScrapedFacts, 'authors' | 'authorCount'> {
  const parts = [...(list?.querySelectorAll('a,span') ?? [])].filter(
    (part) =>
      !part.querySelector('a,span') && !part.closest('.note-authors-institutions') && !part.matches('.show-all'),
  );
  // Until 2018 forums had all names in one text.
  const authors = (
    parts.length ? parts.map((part) => linesOf(part, 'sup') ?? '') : (textOf(list) ?? '').split(', ')
  ).filter((name) => name && !/^anonymous\b|(?:paper|submission) ?\d+ (?:authors?|reviewer)/i.test(name));
  const hidden = /\((\d+) additional authors? not shown\)/.exec(list?.textContent ?? '')?.[1];
  return authors.length ? { authors, authorCount: authors.length + Number(hidden ?? 0) } : {};
}

/** Fields of a note's details, by name in lower case: `keywords`, `abstract`, `code`. */
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

/** The value beside a field's label, one line per paragraph. */
function textIn(field: Element | undefined): string | undefined {
  const value = field?.querySelector('.note-content-value');
  const blocks = [...(value?.children ?? [])].filter((child) =>
    /^(?:p|ul|ol|div|pre|blockquote)$/.test(child.localName),
  );
  return blocks.length ? paragraphs(blocks.map((block) => linesOf(block) ?? '')) : linesOf(value);
}

/** All ids of a note's paper: its own, those of its file and website, and its "External IDs". */
function idsOf(id: string | undefined, note: Element, page: Page): (string | undefined)[] {
  if (!id) return [];
  const links = [...note.querySelectorAll('.html-link,.pdf-link')].map((link) => urlOf(link, 'href', page.url));
  const external = hrefsIn(fieldsOf(note).get('external ids'));
  return [scheme + id, ...links.map(idOfLink), ...external.map((href) => idOfUrl(href))];
}

/** Elements and texts that hold one paper's facts. */
interface Parts {
  authors: Element | null;
  /** As the page writes it: "ICLR 2026 Oral". */
  date: string | undefined;
  venue: string | undefined;
  pdf: Element | null;
}

function facts(note: Element, ids: string[], parts: Parts, page: Page): ScrapedFacts {
  const fields = fieldsOf(note);
  const abstract = textIn(fields.get('abstract'));
  const named = [...fields].filter(([name]) => /^(?:code|software|github|project|website|dataset)/.test(name));
  const links = sortLinks([
    ...named.flatMap(([, field]) => hrefsIn(field)),
    ...repositoriesIn(fields.get('abstract'), abstract),
  ]);
  const own = idValue(ids.find((id) => id.startsWith(scheme)) ?? '');
  return {
    ...authorsOf(parts.authors),
    abstract,
    published: published(parts.date),
    venue: venueOf(parts.venue),
    keywords: (textIn(fields.get('keywords')) ?? '').split(/[,;]/).map(clean).filter(Boolean),
    links: {
      page: `${home}/forum?id=${own}`,
      pdf: tidy(urlOf(parts.pdf, 'href', page.url)),
      ...links,
    },
  };
}

/** Date and venue, which are neighbours. The venue may be missing; readers and licence follow. */
function metaOf(meta: Element | null): Pick<Parts, 'date' | 'venue'> {
  const texts = [...(meta?.children ?? [])]
    .filter((item) => !item.matches('.readers') && !item.querySelector('a'))
    .map(textOf);
  const [date, venue] = /\d{4}/.test(texts[0] ?? '') ? texts : [undefined, texts[0]];
  return { date, venue: /^(?:CC\b|license)/i.test(venue ?? '') ? undefined : venue };
}

const list = (page: Page): Cards =>
  readCards(page.document.querySelectorAll('.note'), {
    identify(note) {
      const link = note.querySelector('h4 a');
      const id = forumOf(link, page);
      const isReply = !id && urlOf(link, 'href', page.url)?.searchParams.has('noteId');
      // A note without names is no paper but, for example, a notice of the venue.
      if (isReply || !note.querySelector('.note-authors')) return undefined;
      return { ids: idsOf(id, note, page), title: linesOf(link), slot: note.querySelector('.note-meta-info') };
    },
    facts(note, ids) {
      const meta = metaOf(note.querySelector('.note-meta-info'));
      const [authors, pdf] = [note.querySelector('.note-authors'), note.querySelector('.pdf-link')];
      return facts(note, ids, { authors, ...meta, pdf }, page);
    },
    spot,
  });

/** The forum of one paper. The page is empty until its data has loaded, and shows another paper's right after a change of address. */
function forum(page: Page, id: string): Cards {
  const pdfOf = (note: Element) => note.querySelector('.citation_pdf_url,.forum-content-link a');
  const metaIn = (note: Element) =>
    note.querySelector('.forum-meta') ?? note.querySelector('.meta_row > .date')?.parentElement ?? null;
  return readCard(page.document.querySelector('.forum-note,.note.panel'), {
    identify(note) {
      const shown = openreviewPaper(urlOf(pdfOf(note), 'href', page.url) ?? page.url);
      const isOther = shown !== undefined && shown !== scheme + id;
      return {
        ids: isOther ? [] : idsOf(id, note, page),
        title: linesOf(note.querySelector('.citation_title,.forum-title h2')),
        slot: metaIn(note),
      };
    },
    facts(note, ids) {
      const authors = note.querySelector('.forum-authors,.signatures');
      return facts(note, ids, { authors, ...metaOf(metaIn(note)), pdf: pdfOf(note) }, page);
    },
    spot,
  });
}

export const openreview: Site = {
  id: 'openreview',
  name: 'OpenReview',
  matches: ['group', 'submissions', 'search', 'profile', 'forum'].map((name) => `${home}/${name}*`),
  kind(url) {
    if (/^\/(?:group|submissions|search|profile)\/?$/.test(url.pathname)) return 'listing';
    return url.pathname === '/forum' && openreviewPaper(url) ? 'paper' : undefined;
  },
  read(page) {
    const id = page.url.pathname === '/forum' && openreviewPaper(page.url);
    return id ? forum(page, idValue(id)) : list(page);
  },
};
