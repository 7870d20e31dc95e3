/** Titles of papers that a page only links to: the link's text, or a text beside a link that does not name its paper. Pure. */
import { clean, textOf } from './text';

/** Words that say how a paper is linked, not which paper it is. */
const vague = new Set(
  (
    'abs abstract acl acm anthology appendix article arxiv available bib bibtex chapter cite citation code conference crossref ' +
    'doi download fig figure free from full google here html ieee in journal kb library link mb medline of official on online ' +
    'open openreview original our page paper pdf pmc pmlr preprint proceedings publication published publisher pubmed read ' +
    'report scholar sec section see semantic springer table text the this to version via view web website work v'
  ).split(' '),
);

/** "Wei et al. 2022", "Pearce & Song (2024)", "[Brill 2024]". */
const citation =
  /^\W*\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)?(?:,? (?:et al\.?|(?:&|and) \p{Lu}[\p{L}'’-]+))*,?\.? ?\(?(?:19|20)\d\d[a-z]?\W*$|^\W*\p{Lu}[\p{L}'’-]+,? et al\W*$/u;

/** A series and a year: "ICML 2024", "NeurIPS'22". */
const event = /^\W*[A-Z][A-Za-z]*[A-Z][A-Za-z]*[ '’]{0,2}(?:\d\d)?\d\d\W*$/;

/** An address, a DOI or an arXiv id: "https://…", "doi:10.1000/1", "arXiv:2401.00001 [cs.LG]". */
const bareAddress = /^\W*(?:https?:|www\.|arxiv:|doi:|10\.)\S+(?: \[[\w.-]+\])?\W*$/i;

/** Words for the place of a paper. */
const place =
  /^\W*(?:acl(?: anthology)?|acm(?: dl)?|arxiv|cross-?ref|cvf|dblp|doi|full text|html|ieee(?: xplore)?|open-?review|pdf|pmc|pmlr|pub-?med|springer(?: link)?)\W*$/i;

/** Whether a link's text says where a paper is and nothing else: "arXiv", "[PDF]", "doi", "PubMed", a bare address. */
export const namesPlace = (text: string): boolean => place.test(text) || bareAddress.test(text);

/** Whether a link's text tells nothing of the paper: "arXiv", "PDF", "[12]", "3.3", an address, a DOI, "Wei et al. 2022". */
export function isVague(text: string): boolean {
  if (bareAddress.test(text) || citation.test(text) || event.test(text)) return true;
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => vague.has(word));
}

/** "(NeurIPS 2023)", "[CVPR'23]", "(2023)". */
const eventInBrackets =
  /[([]\s?(?:(?:[A-Z][A-Za-z]{0,20}[A-Z][A-Za-z]{0,20}|arXiv)(?:[ '’]{1,2}(?:\d\d)?|(?=(?:19|20)\d\d)(?:\d\d))|(?:19|20))\d\d\s?[)\]]/g;

/** A text without its number in a list, its label and the event behind it: "3. Paper: Otters (ICML 2024)". */
const bare = (text: string): string =>
  clean(
    text
      .replace(/^[([]?\d{1,3}[.)\]]\s+/, '')
      .replace(/^(?:paper|title)\s*:\s+/i, '')
      .replace(eventInBrackets, ' '),
  );

const person = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|d[aeiou]s?|van|von|der|den|la|el|al|bin|y))+$/u;

/** "Ana Okoye, Bram de Wit and Chi Rao". */
function areNames(text: string): boolean {
  const parts = text.split(/,\s*(?:and |& )?| and | & /).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => person.test(part));
}

/** A text that may be a title: some words, no list of names and no whole reference. */
const looksLikeTitle = (text: string, minWords: number): boolean =>
  text.length <= 300 &&
  text.split(' ').length >= minWords &&
  !isVague(text) &&
  !/\bet al\b|\b(?:19|20)\d\d\b|[.!?] \p{Lu}|:$|(?:,.*){3}/u.test(text) &&
  !areNames(text);

/** The one text among some that looks like a title; undefined where there is none or more than one. */
function only(texts: Iterable<string | undefined>, minWords: number): string | undefined {
  const found = new Set([...texts].map((text) => bare(text ?? '')).filter((text) => looksLikeTitle(text, minWords)));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The text of an element outside its links, without the brackets and separators around them. */
function ownText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('a, button, sup, script, style')) part.remove();
  const text = clean((copy.textContent ?? '').replace(eventInBrackets, ' '));
  // Longer texts are no titles.
  return text.slice(0, 600).replace(/^[\W_]+(?=[\p{L}\p{N}])|[\s([{|/,;·•–—-]*[\])}|/,;:·•–—\s.[({-]*$/gu, '');
}

/**
 * The title in a reference of APA's style: behind the year, and before the journal, which is set in italics; in italics itself where
 * nothing stands between.
 */
function* afterYear(block: Element | null): Iterable<string | undefined> {
  for (const node of block?.childNodes ?? []) {
    const next = node.nextSibling;
    if (node.nodeType !== 3 || !next || !/^(?:i|em)$/i.test(next.nodeName)) continue;
    const title = /\((?:19|20)\d\d[a-z]?\)[.:]\s*(.*)$/s.exec(node.nodeValue ?? '')?.[1];
    if (title !== undefined) yield clean(title || (next.textContent ?? '')).replace(/[.,]$/, '');
  }
}

/**
 * The title that stands beside a link: a part that is marked as one, a heading, a bold or a quoted text, the text of the list item or
 * table cell, or what a reference has behind its year. `place` is the largest element that holds no other paper's link. Undefined
 * unless there is just one.
 */
export function titleBeside(link: Element, place: Element): string | undefined {
  const texts = (selector: string) => [...place.querySelectorAll(selector)].map((part) => textOf(part));
  const quoted = [...(place.textContent ?? '').matchAll(/[“"„«]([^“”"„«»]{8,300})[”"“»]/g)].map(([, text = '']) =>
    clean(text).replace(/[,.]$/, ''),
  );
  const within = (element: Element | null) => (element && place.contains(element) ? element : null);
  const item = within(link.closest('li, td, dt, dd'));
  const row = within(link.closest('tr'));
  const term = item?.localName === 'dd' ? within(item.previousElementSibling) : null;
  // Another cell may name the paper by a link to something else, such as its code.
  const cells = [...(row?.children ?? [])].map((cell) => (cell.contains(link) ? ownText(cell) : textOf(cell)));
  return (
    only(texts('[class*="title" i], papertitle'), 2) ??
    only(texts('h1, h2, h3, h4, h5, h6'), 2) ??
    only(texts('b, strong'), 4) ??
    only(quoted, 2) ??
    only(afterYear(within(link.closest('li, p, td, dd, div'))), 3) ??
    (item ? only([ownText(item)], 3) : undefined) ??
    (term?.localName === 'dt' ? only([textOf(term)], 2) : undefined) ??
    (row ? only(cells, 4) : undefined)
  );
}
