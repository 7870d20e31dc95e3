/** Shared by the citation styles: a paper's parts, name lists, dates, page ranges, title case. */

import { addressOfId } from '../../paper/addresses';
import { citedDate, type DateParts, dateParts, monthName } from '../../paper/dates';
import { isEastAsian } from '../../paper/east-asian-names';
import type { PaperType } from '../../paper/paper';
import { citedKind, isPreprintVenue } from '../../paper/venue';
import type { ExportPaper } from '../format';
import { familyOf, initials, type Name, parseName } from '../names';
import { addressOf, doiOf, idOf, oneLine } from '../text';
import { isEnglish } from './english';

/** The parts of a paper that citation styles print. Every value is one line of plain text. */
export interface CitationParts {
  kind: PaperType;
  names: Name[];
  title: string;
  /** The title in headline capitals, if it is English. */
  headline: string;
  date: DateParts | undefined;
  /** Journal, proceedings, book, school or institute; for preprints the server. */
  venue: string | undefined;
  publisher: string | undefined;
  volume: string | undefined;
  issue: string | undefined;
  /** With a hyphen between first and last. */
  pages: string | undefined;
  doi: string | undefined;
  arxiv: string | undefined;
  /** The paper's own page. */
  address: string | undefined;
  /** The DOI as an address, otherwise `address`. */
  link: string | undefined;
}

export function citationParts(paper: ExportPaper): CitationParts {
  const { facts } = paper;
  const line = (text: string | undefined) => curled(oneLine(text ?? '')) || undefined;
  const kind = citedKind(facts);
  const arxiv = kind === 'preprint' ? idOf(paper, 'arxiv') : undefined;
  const server = line(facts.venue) ?? line(facts.publisher);
  const [doi, address] = [doiOf(paper), addressOf(paper)];
  const title = curled(oneLine(facts.title)).replace(/(?<!\.)\.$/, '');
  return {
    kind,
    names: (facts.authors ?? []).map(oneLine).filter(Boolean).map(parseName).map(asWritten),
    title,
    headline: isEnglish(title, facts.language) ? titleCase(title) : title,
    date: dateParts(citedDate(facts)),
    venue: kind !== 'preprint' ? line(facts.venue) : arxiv && (!server || isPreprintVenue(server)) ? 'arXiv' : server,
    publisher: kind === 'preprint' ? undefined : line(facts.publisher),
    volume: line(facts.volume),
    issue: line(facts.issue),
    pages: line(facts.pages)?.replace(/\s*[–—-]+\s*/g, '-'),
    doi,
    arxiv,
    address,
    link: doi ? addressOfId(`doi:${doi}`) : address,
  };
}

/** The apostrophe that print has, within a word: "O’Reilly". */
const curled = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

/** Chinese, Japanese and Korean names are never abbreviated or turned round. */
function asWritten(name: Name): Name {
  if (name.literal !== undefined || !isEastAsian(name.family) || !isEastAsian(name.given ?? '')) return name;
  return { family: `${name.family}${name.given}` };
}

/** Joins the parts that are present. */
export const joinParts = (parts: (string | undefined | false)[], between: string): string =>
  parts.filter(Boolean).join(between);

/** Adds a full stop unless the text already ends a sentence. */
export const ended = (text: string): string => (text === '' || /[.?!]”?$/.test(text) ? text : `${text}.`);

/** "Family, G. M., Jr." */
export function invertedInitials(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  return joinParts([familyOf(name), name.given && initials(name.given), name.suffix], ', ');
}

/** "Family, Given, Jr." */
export function invertedWhole(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  return joinParts([familyOf(name), name.given, name.suffix], ', ');
}

/** "Given Family Jr." */
export function straight(name: Name, given = name.literal === undefined ? name.given : undefined): string {
  if (name.literal !== undefined) return name.literal;
  return joinParts([given, familyOf(name), name.suffix], ' ');
}

/** Whether a list is two organisations, which styles join without a comma. */
export const areTwoLiterals = (names: readonly Name[]): boolean =>
  names.length === 2 && names.every(({ literal }) => literal !== undefined);

/** A month's abbreviation ("Aug."). Months of at most `whole` letters are written out ("May"). */
export function monthShort(month: number, whole: number): string {
  const name = monthName(month);
  if (name.length <= whole) return name;
  return whole > 3 && month === 9 ? 'Sept.' : `${name.slice(0, 3)}.`;
}

/** "1042–1049". */
export const pagesWhole = (pages: string): string => pages.replace('-', '–');

/**
 * Shortens the second number of a page range by the digits it shares with the first, keeping at least `minDigits`. With
 * `chicago`, ranges that begin below 100 or at a multiple of 100 stay whole. Anything but two numbers of the same length is
 * unchanged.
 */
export function pagesShort(pages: string, minDigits: number, chicago = false): string {
  const found = /^(\d+)-(\d+)$/.exec(pages);
  const [, from = '', to = ''] = found ?? [];
  if (!found || from.length !== to.length || Number(to) <= Number(from)) return pagesWhole(pages);
  if (chicago && (from.length < 3 || from.endsWith('00'))) return pagesWhole(pages);
  let shared = 0;
  while (shared < to.length && from[shared] === to[shared]) shared++;
  const needed = chicago && from.at(-2) === '0' ? 1 : minDigits;
  return `${from}–${to.slice(Math.max(0, Math.min(shared, to.length - needed)))}`;
}

const small = new Set(
  `a an and as at but by down for from in into nor of on onto or over so the till to up via with yet per vs v
  about above across after against along among around before behind below beneath beside between beyond despite during
  except inside like near off out outside past since than through throughout toward towards under underneath until upon within without
  circa d de e et von van`.split(/\s+/),
);

/** Its first letter as a capital; a word that has one already stays as it is. */
const capitalized = (word: string): string =>
  word === word.toLowerCase()
    ? word.replace(/^([^\p{L}]*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase())
    : word;

/** Title case: capitalizes every word, and every part of a word with hyphens, but small ones inside the title. */
export function titleCase(title: string): string {
  const words = title.split(' ');
  return words
    .map((word, i) => {
      const bare = word.replace(/[^\p{L}]/gu, '');
      const starts = i === 0 || i === words.length - 1 || /[:?!.—]$/.test(words[i - 1] ?? '');
      // A Greek letter before a hyphen is no word: α-synuclein.
      if (/^[^\p{L}]*\p{sc=Greek}-/u.test(word)) return word;
      if (/[\d$\\_^]/.test(word) || (!starts && small.has(bare))) return word;
      // "Context-Sensitive", "State-of-the-Art"
      return word
        .split('-')
        .map((part, k) => (k > 0 && small.has(part) ? part : capitalized(part)))
        .join('-');
    })
    .join(' ');
}
