/** Titles of papers that a page only links to: the link's text, or a text beside a link that does not name its paper. Pure. */
import { entryOf, isInProse } from './link-entries';
import { clean, textOf } from './text';
import { isVague, namesPlace } from './vague-texts';

/** "(NeurIPS 2023)", "[CVPR'23]", "(2023)". */
const eventInBrackets =
  /[([]\s?(?:(?:[A-Z][A-Za-z]{0,20}[A-Z][A-Za-z]{0,20}|arXiv)(?:[ '’]{1,2}(?:\d\d)?|(?=(?:19|20)\d\d)(?:\d\d))|(?:19|20))\d\d\s?[)\]]/g;

/** A title without what its list has added: quotes around it, a full stop behind it, unless it may be of an abbreviation. */
export function bareTitle(text: string): string {
  const [, quoted] = /^[“"„«《「『]([^“"„«《「『”»》」』]+)[”"“»》」』][.,]?$/.exec(text) ?? [];
  const ends = /(?<=[\p{L}\p{N}]{2}|[)\]$])[.,]$/u;
  return quoted ?? (/^(?:\S+ ){0,2}\S+$|\b(?:al|etc|inc|ltd|vs)\.$/i.test(text) ? text : text.replace(ends, ''));
}

/** A text without its number in a list, its label and the event behind it: "3. Paper: Otters (ICML 2024)". */
const bare = (text: string): string =>
  bareTitle(
    clean(
      text
        .replace(/^[([]?\d{1,3}[.)\]]\s+/, '')
        .replace(/^(?:paper|title)\s*:\s+/i, '')
        .replace(eventInBrackets, ' '),
    ),
  );

const person = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|d[aeiou]s?|van|von|der|den|la|el|al|bin|y))+$/u;

/** "Ana Okoye, Bram de Wit and Chi Rao"; of three parts and more some may be single words: "Okoye, Ana, Bram de Wit". */
function areNames(text: string): boolean {
  const parts = text.split(/,\s*(?:and |& )?| and | & /).filter((part) => part !== '');
  const isName = (part: string) => person.test(part) || (parts.length > 2 && /^\p{Lu}[\p{L}'’.-]*$/u.test(part));
  return parts.length > 1 && parts.every(isName);
}

/** A text that may be a title: some words that are not all vague. */
const hasWords = (text: string, least: number): boolean =>
  text.length <= 300 && text.split(' ').length >= least && !isVague(text) && !/^\(.*\)$/.test(text);

/** Not a title where nothing but its place speaks for it: a whole reference, names of a year or of people. */
const isReference = (text: string): boolean => /\bet al\b|\b(?:19|20)\d\d\b|[.!?] \p{Lu}|:$/u.test(text);

/** The one text among some that may be a title; undefined where there is none or more than one. */
function only(texts: Iterable<string | undefined>, least: number, isOther: (text: string) => boolean) {
  const found = [...texts].map((text) => bare(text ?? ''));
  const titles = new Set(found.filter((text) => hasWords(text, least) && !isOther(text)));
  return titles.size === 1 ? [...titles][0] : undefined;
}

/** The same where nothing marks the text: names, a list, the middle of a sentence are no titles. */
const isUnmarked = (text: string): boolean =>
  isReference(text) || areNames(text) || /(?:,.*){3}|^\p{Ll}+ |\?$/u.test(text);

/** Without the brackets and separators that stand around links. Longer texts are no titles. */
const withoutEdges = (text: string): string =>
  clean(text.slice(0, 3000).replace(eventInBrackets, ' '))
    .slice(0, 600)
    .replace(/^[\W_]+(?=[\p{L}\p{N}])|[\s([{|/,;:·•–—-]*[\])}|/,;:·•–—\s.[({-]*$/gu, '');

/** Ends a part of a text: no text of a page has it, since it is removed from all. */
const mark = '\u0001';

/** The texts of an element between marks put into a copy of it, without some of its elements. */
function parts(element: Element, marked: (copy: Element) => Iterable<Element>, without: (part: Element) => boolean) {
  const copy = element.cloneNode(true) as Element;
  for (const place of marked(copy)) place.before(mark);
  for (const part of copy.querySelectorAll('a, button, sup, script, style')) if (without(part)) part.remove();
  return (copy.textContent ?? '').split(mark).map(withoutEdges);
}

/** Lines of an element as `<br>` ends them, without links that say nothing. Undefined where there is one line. */
function* linesIn(element: Element | null): Iterable<string> {
  if (!element?.querySelector('br')) return;
  const isText = (part: Element) => part.localName === 'a' && !isVague(textOf(part) ?? '');
  yield* parts(
    element,
    (copy) => copy.querySelectorAll('br'),
    (part) => !isText(part),
  );
}

/** The text of an element outside its links, if it stands on one side of a link: running text goes on behind it. */
function ownText(element: Element, link: Element): string | undefined {
  const texts = splitAt(link, element).filter((text) => /\p{L}{2}/u.test(text) && !isVague(text));
  return texts.length === 1 ? texts[0] : undefined;
}

/** The texts of an element before and behind one of its links, without all links. */
function splitAt(link: Element, element: Element): string[] {
  const at = [...element.querySelectorAll('a')].indexOf(link as HTMLAnchorElement);
  return parts(
    element,
    (copy) => [...copy.querySelectorAll('a')].slice(at, at + 1),
    () => true,
  );
}

/**
 * The title in a reference of APA's style: behind the year, and before the journal, which is set in italics; set apart itself where
 * nothing stands between.
 */
function* afterYear(block: Element | null): Iterable<string | undefined> {
  for (const node of block?.childNodes ?? []) {
    const next = node.nextSibling;
    if (node.nodeType !== 3 || !next || !/^(?:i|em|u|b|strong)$/i.test(next.nodeName)) continue;
    const title = /\((?:19|20)\d\d[a-z]?\)[.:]\s*(.*)$/s.exec(node.nodeValue ?? '')?.[1];
    if (title !== undefined) yield clean(title || (next.textContent ?? '')).replace(/[.,]$/, '');
  }
}

/** The title in a reference that begins with its authors: "Ana Okoye, Chi Rao. Otters on graphs. In Proc. of …". */
function afterNames(block: Element | null, link: Element): string | undefined {
  if (!block || block.querySelector('p, div, ul, ol, table')) return undefined;
  const [before = ''] = splitAt(link, block);
  const [people = '', title = '', ...more] = before.split(/(?<=\p{L}{2}|[\d)?!])\.\s+(?=\p{Lu})/u);
  const areAuthors = areNames(people) || person.test(people) || /^\p{Lu}\S+(?:,.*)?,? et al$/u.test(people);
  // A stop within the title would cut it.
  return areAuthors && more.length < 3 && !/\b(?:vs|no|st|dr|mr|ms|prof|fig|eq|vol|al)$/i.test(title)
    ? title
    : undefined;
}

/**
 * The title that stands beside a link: a part that is marked as one, a heading, a bold or a quoted text, a line or the text of the
 * list item or table cell, or what a reference has behind its year. `place` is the largest element that holds no other paper's
 * link. Undefined unless there is just one, and for links in running text, which belong to their sentence.
 */
export function titleBeside(link: Element, place: Element): string | undefined {
  if (isInProse(link) && !namesPlace(textOf(link) ?? '')) return undefined;
  const found = (selector: string) => [...place.querySelectorAll(selector)];
  const texts = (selector: string) => found(selector).map((part) => textOf(part));
  const quoted = [...(place.textContent ?? '').matchAll(/[“"„«《]([^“”"„«»《》]{8,300})[”"“»》]/g)].map(
    ([, text = '']) => clean(text).replace(/[,.]$/, ''),
  );
  const within = (element: Element | null) => (element && place.contains(element) ? element : null);
  const item = within(link.closest('li, td, dt, dd'));
  const row = within(link.closest('tr'));
  const block = within(link.closest('li, td, dd') ?? entryOf(link));
  const term = item?.localName === 'dd' ? within(item.previousElementSibling) : null;
  const bold = found('b, strong').flatMap((part) => (part.querySelector('br') ? [...linesIn(part)] : [textOf(part)]));
  // Another cell may name the paper by a link to something else, such as its code.
  const cells = [...(row?.children ?? [])].map((cell) => (cell.contains(link) ? ownText(cell, link) : textOf(cell)));
  return (
    only(texts('[class*="title" i], papertitle, [itemprop="name headline"], a[itemprop="name"]'), 2, isReference) ??
    only(texts('h1, h2, h3, h4, h5, h6'), 2, isReference) ??
    only(bold, 4, isUnmarked) ??
    only(quoted, 2, () => false) ??
    only(afterYear(block), 3, isReference) ??
    only([afterNames(block, link)], 4, isReference) ??
    only(linesIn(block), 4, isUnmarked) ??
    (item ? only([ownText(item, link)], 3, isUnmarked) : undefined) ??
    (term?.localName === 'dt' ? only([textOf(term)], 2, isUnmarked) : undefined) ??
    (row ? only(cells, 4, isUnmarked) : undefined)
  );
}
