/**
 * Cuts a BibTeX file into its entries without understanding them, so that each is parsed on its own: one broken entry costs no
 * other, and a large file is read piece by piece.
 */
import { LineCounter } from '../line-counter';

export interface BibtexPart {
  /** Lower case: `article`, `string`, `comment`, `preamble`; "" for an entry without its `@` or brace, which is not read. */
  type: string;
  /** Lower case, since BibTeX knows no other; "" where there is none. */
  key: string;
  source: string;
  line: number;
  /** Place behind it. */
  end: number;
  /** Why its end was not found: the text ended, or another entry began first. */
  broken?: 'cut-off' | 'unbalanced';
}

const begin = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
const usual =
  'article|book|booklet|inbook|incollection|inproceedings|conference|manual|misc|online|phdthesis|mastersthesis|thesis|proceedings|report|techreport|unpublished';
/** What would begin one if its `@` or its brace were there. */
const unmarked = new RegExp(
  String.raw`^[ \t]*(?:(?:${usual})[ \t]*\{[ \t]*([^\s,{}"=]+)|@[ \t]*(?:${usual})[ \t]*([^\s,{}"=()]+))[ \t]*,`,
  'gim',
);
/** An entry that begins on a line of its own: inside another one it means that a brace was left open. */
const next = /\n[ \t]*@[ \t]*[A-Za-z]+[ \t]*\{[ \t]*[^\s,{}"=]+[ \t]*,/y;

/** More fields behind the end of an entry: a brace too many closed it. */
const goesOn = /\s*,\s*[A-Za-z][\w+:.-]*\s*=\s*[\w{"]/y;

/** All parts of a file, in order. What stands between them is comment, as BibTeX has it. */
export function* bibtexParts(text: string): Generator<BibtexPart> {
  const lines = new LineCounter(text);
  const finder = new RegExp(begin);
  let behind = 0;
  for (let found = finder.exec(text); found; found = finder.exec(text)) {
    if (isCommented(text, found.index)) continue;
    yield* unmarkedIn(text, behind, found.index, lines);
    const [opening, type = '', bracket] = found;
    const from = found.index + opening.length;
    const { end, broken } = endOf(text, from, bracket === '(' ? ')' : '}');
    const source = text.slice(found.index, end);
    const key = /^\s*([^\s,{}"=]+)\s*,/.exec(text.slice(from, from + 300))?.[1] ?? '';
    const part: BibtexPart = {
      type: type.toLowerCase(),
      key: key.toLowerCase(),
      source,
      line: lines.at(found.index),
      end,
    };
    yield broken ? { ...part, broken } : part;
    finder.lastIndex = behind = end;
  }
  yield* unmarkedIn(text, behind, text.length, lines);
}

/** What stands between two entries, a comment to BibTeX, but would be an entry with an `@` or a brace more. */
function* unmarkedIn(text: string, from: number, end: number, lines: LineCounter): Generator<BibtexPart> {
  for (const { 0: found, 1: bare, 2: key = bare ?? '', index } of text.slice(from, end).matchAll(unmarked)) {
    const at = from + index + found.search(/\S/);
    yield { type: '', key: key.toLowerCase(), source: '', line: lines.at(at), end: at };
  }
}

/** Between entries, a line that begins with `%` is a comment to everyone's eyes. */
const isCommented = (text: string, at: number): boolean =>
  /^[ \t]*%/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));

function endOf(text: string, from: number, closing: string): { end: number; broken?: 'cut-off' | 'unbalanced' } {
  let depth = 0;
  let broken: 'unbalanced' | undefined;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === closing && depth === 0) {
      if (!standsAt(goesOn, text, at + 1)) return broken ? { end: at + 1, broken } : { end: at + 1 };
      broken = 'unbalanced';
    } else if (char === '}' && depth > 0) depth--;
    else if (char === '\n' && standsAt(next, text, at)) return { end: at, broken: 'unbalanced' };
  }
  return { end: text.length, broken: 'cut-off' };
}

function standsAt(what: RegExp, text: string, at: number): boolean {
  what.lastIndex = at;
  return what.test(text);
}
