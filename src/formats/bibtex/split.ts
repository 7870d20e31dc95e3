/**
 * Cuts a BibTeX file into its entries without understanding them, in one pass, so that each is read on its own: one broken
 * entry costs no other, and a large file is read piece by piece. Parsers stop at the first entry that is not well-formed.
 */
import { LineCounter } from '../line-counter';

export interface BibtexPart {
  /** Lower case: `article`, `string`, `comment`, `preamble`; "" for an entry without its `@` or brace, which is not read. */
  type: string;
  /** Lower case, since BibTeX ignores case; "" if there is none. */
  key: string;
  source: string;
  line: number;
  /** Offset behind it. */
  end: number;
  /** Why its end was not found: the text ended, or another entry began first. */
  broken?: 'cut-off' | 'unbalanced';
}

/** Types are any words: Mendeley writes `@book_section`, biblatex-apa `@data-set`. */
const begin = /(?<![\w.%+-])@[ \t]*([A-Za-z][\w-]{0,60})\s{0,100}([{(])/g;
const usual =
  'article|book|booklet|inbook|incollection|inproceedings|conference|manual|misc|online|phdthesis|mastersthesis|thesis|proceedings|report|techreport|unpublished';
/** What would begin an entry if its `@` or its brace were there. */
const unmarked = new RegExp(
  String.raw`^[ \t]*[^\w\s%@]?(?:(?:${usual})[ \t]*[{(][ \t]*([^\s,{}"=()]+)|@[ \t]*(?:${usual})[ \t]*([^\s,{}"=()]+))[ \t]*,`,
  'gim',
);
/** A field, which only an entry has whose beginning is damaged. */
const strayField = /(?:^|[\s,{(])[a-z][\w-]{1,40}[ \t]*=[ \t]*(?:["{]|\d{4}\b)/gi;
/** An entry that begins a line. Inside another one it means that a brace was left open. */
const lineBegins = /\n[ \t]*@[ \t]*[A-Za-z][\w-]{0,60}[ \t]*[{(][ \t]*[^\s,{}"=]{1,300}[ \t]*,/y;
/** An entry that begins elsewhere, with its first field, which no text of a field holds. */
const entryBegins =
  /@[A-Za-z][\w-]{0,60}[ \t]*[{(][ \t]*[^\s,{}"=]{1,300},\s{0,100}[A-Za-z][\w-]{0,60}\s{0,20}=\s{0,20}["{\d]/y;
/** More fields behind the end of an entry: a brace too many closed it. */
const goesOn = /\s{0,1000},\s{0,1000}[A-Za-z][\w+:.-]{0,60}\s{0,1000}=\s{0,1000}[\w{"]/y;

/** All parts of a file, in order. Text between them is comment, as in BibTeX. */
export function* bibtexParts(text: string): Generator<BibtexPart> {
  const lines = new LineCounter(text);
  const finder = new RegExp(begin);
  let behind = 0;
  for (let found = finder.exec(text); found; found = finder.exec(text)) {
    if (isCommented(text, behind, found.index)) continue;
    yield* unmarkedIn(text, behind, found.index, lines);
    const [opening, type = '', bracket] = found;
    const from = found.index + opening.length;
    const { end, broken } = endOf(text, from, bracket === '(' ? ')' : '}');
    const key = /^\s*([^\s,{}"=]+)\s*,/.exec(text.slice(from, from + 300))?.[1] ?? '';
    const part: BibtexPart = {
      type: type.toLowerCase(),
      key: key.toLowerCase(),
      source: text.slice(found.index, end),
      line: lines.at(found.index),
      end,
    };
    yield broken ? { ...part, broken } : part;
    // An entry that lost its end holds all up to the next: also those that lost their `@`.
    if (broken) yield* headsIn(text, from, end, lines);
    finder.lastIndex = behind = end;
  }
  yield* unmarkedIn(text, behind, text.length, lines);
}

/** Text between two entries, a comment to BibTeX, that would be an entry with an `@` or a brace more, or that has fields. */
function* unmarkedIn(text: string, from: number, end: number, lines: LineCounter): Generator<BibtexPart> {
  if (end - from < 8) return;
  const heads = [...headsIn(text, from, end, lines)];
  yield* heads;
  if (heads.length > 0) return;
  const gap = text.slice(from, end);
  for (const { index } of gap.matchAll(strayField)) {
    const line = gap.slice(Math.max(0, index - 1000), index + 1).trimEnd();
    if (/^[ \t]*(?:%|@comment\b)/i.test(line.slice(line.lastIndexOf('\n') + 1))) continue;
    return yield unreadPart(text, from, end, '', lines);
  }
}

function* headsIn(text: string, from: number, end: number, lines: LineCounter): Generator<BibtexPart> {
  for (const { 1: bare, 2: key = bare ?? '', index } of text.slice(from, end).matchAll(unmarked))
    yield unreadPart(text, from + index, end, key, lines);
}

/** What begins at an offset or behind the white space there, and is not read. */
function unreadPart(text: string, from: number, end: number, key: string, lines: LineCounter): BibtexPart {
  const at = from + text.slice(from, from + 200).search(/\S|$/);
  const source = text.slice(at, Math.min(end, at + 400));
  return { type: '', key: key.toLowerCase(), source, line: lines.at(at), end: at };
}

/** Between entries, a line that begins with `%` is a comment to readers, though not to BibTeX. */
function isCommented(text: string, from: number, at: number): boolean {
  // Not further back than the last entry and than any line is long: searching would take quadratic time.
  const before = text.slice(Math.max(from, at - 1000), at);
  return /^[ \t]*%/.test(before.slice(before.lastIndexOf('\n') + 1));
}

function endOf(text: string, from: number, closing: string): { end: number; broken?: 'cut-off' | 'unbalanced' } {
  let depth = 0;
  // Parentheses within quotes do not end an entry that a parenthesis began.
  let isQuoted = false;
  let broken: 'unbalanced' | undefined;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 123) depth++;
    else if (unit === 34 && depth === 0) isQuoted = !isQuoted;
    else if (depth === 0 && text[at] === closing && !(isQuoted && closing === ')')) {
      if (!matchesAt(goesOn, text, at + 1)) return broken ? { end: at + 1, broken } : { end: at + 1 };
      broken = 'unbalanced';
    } else if (unit === 125 && depth > 0) depth--;
    else if (unit === 10 && matchesAt(lineBegins, text, at)) return { end: at, broken: 'unbalanced' };
    else if (unit === 64 && at > from && matchesAt(entryBegins, text, at)) return { end: at, broken: 'unbalanced' };
  }
  return { end: text.length, broken: 'cut-off' };
}

export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
