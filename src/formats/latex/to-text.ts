/**
 * LaTeX as it stands in bibliographies (accents, quotes, dashes, escaped signs, commands that only format) as the text that it
 * prints. Own code, because a full parser takes milliseconds for each field; what holds any other command is left to one.
 */
import { combining, commandSigns, ensured, letters } from './signs';

/** Marks in place of a group's braces; no text holds them. */
export const open = '\u0002';
export const close = '\u0003';

/** Commands that only change how their argument or the rest of a group looks. */
const formatting = new Set(
  `emph textit textbf textsc textrm texttt textsf textup textmd textnormal textsl text mbox hbox uppercase lowercase MakeUppercase
  MakeLowercase underline uline mkbibemph mkbibbold mkbibitalic textsuperscript textsubscript autocap natexlab
  em it bf sc rm sf tt sl itshape bfseries scshape normalfont slshape upshape small footnotesize relax protect newblock ignorespaces
  xspace nobreak noindent bibinfo boldmath unboldmath ensuremath selectfont sffamily rmfamily ttfamily isdot adddot mathrm
  bibnamedash mainmatter nocase cite citep citet citeN citeA citeauthor shortcite`.split(/\s+/),
);
/** Commands whose first argument is not printed: of a language, an address, a color. The next argument is the text. */
const skipsOne = new Set([
  'foreignlanguage',
  'href',
  'textcolor',
  'texorpdfstring',
  'selectlanguage',
  'bibinfo',
  'color',
]);
/** Commands that print nothing, with their argument. */
const silent = new Set(['noopsort', 'noop', 'printfirst', 'switchargs', 'label', 'vphantom', 'phantom']);
/** Commands whose argument is printed as it stands. */
const verbatim = new Set(['url', 'path', 'nolinkurl']);
const quoting = new Set(['enquote', 'mkbibquote', 'textquote']);

const special = /[\\{}~_^]|-{2,3}|``|''/g;
const command = /\\(?:([A-Za-z]+)\*?[ \t]*\n?[ \t]*|([^A-Za-z]))/y;
/** What an accent stands on: a letter, one in braces, or a dotless one. */
const accented = /\s*(?:\{\s*(\\?[A-Za-z]?|[^\\{}])\s*\}|\\([ij])(?![A-Za-z])\s?|([^\s\\{}]))/uy;

/** The text with marks for its groups; undefined if it holds a command that is not known here. */
export function latexToText(latex: string): string | undefined {
  let out = '';
  let from = 0;
  const closers: string[] = [];
  let closer = '';
  const scan = new RegExp(special);
  for (let found = scan.exec(latex); found; found = scan.exec(latex)) {
    out += latex.slice(from, found.index);
    from = scan.lastIndex;
    const sign = found[0];
    if (sign === '{') {
      closers.push(closer);
      closer = '';
      out += open;
    } else if (sign === '}') {
      const end = closers.pop();
      if (end === undefined) return undefined;
      out += end + close;
    } else if (sign === '\\') {
      const read = commandAt(latex, found.index);
      if (!read) return undefined;
      out += read.text;
      closer = read.closer ?? '';
      from = read.end;
    } else if (sign === '_' || sign === '^') out += latex[from] === '{' ? '' : sign;
    else out += letters[sign] ?? sign;
    scan.lastIndex = from;
  }
  return closers.length > 0 ? undefined : out + latex.slice(from);
}

interface Command {
  text: string;
  /** Offset behind it. */
  end: number;
  /** What the end of its argument prints. */
  closer?: string;
}

function commandAt(latex: string, at: number): Command | undefined {
  command.lastIndex = at;
  const [whole = '', name, sign = ''] = command.exec(latex) ?? [];
  const end = at + whole.length;
  if (name === undefined) return signAt(latex, sign, end);
  // A space ends a command and is not printed, except one that a brace pair protects.
  const bare = at + 1 + name.length;
  const printed = commandSigns[name];
  if (printed !== undefined) return { text: printed, end: latex.startsWith('{}', bare) ? bare + 2 : end };
  if (Object.hasOwn(combining, name)) return accentAt(latex, name, bare);
  if (verbatim.has(name) && latex[end] === '{')
    return { text: latex.slice(end + 1, groupEnd(latex, end) - 1), end: groupEnd(latex, end) };
  if (name === 'ensuremath') return ensuredAt(latex, end);
  if (quoting.has(name)) return { text: '“', end, closer: '”' };
  if (silent.has(name)) return { text: '', end: groupEnd(latex, end) };
  if (skipsOne.has(name)) return { text: '', end: groupEnd(latex, end) };
  return formatting.has(name) ? { text: '', end: latex.startsWith('{}', bare) ? bare + 2 : end } : undefined;
}

/** `\&`, `\"o`, `\ `: a backslash with a sign. */
function signAt(latex: string, sign: string, end: number): Command | undefined {
  if (Object.hasOwn(combining, sign)) return accentAt(latex, sign, end);
  // `\%{}` is how the text `\%` is written; `\%` alone is a percent sign.
  if (/[&%$#_]/.test(sign))
    return latex.startsWith('{}', end) ? { text: `\\${sign}`, end: end + 2 } : { text: sign, end };
  if (/[{}]/.test(sign)) return { text: sign, end };
  if (/[\s,;:!/@]/.test(sign)) return { text: /[\s,;:]/.test(sign) ? ' ' : '', end };
  if (sign === '-' || sign === '*') return { text: '', end };
  return sign === '\\' ? { text: ' ', end } : undefined;
}

function accentAt(latex: string, accent: string, from: number): Command | undefined {
  // A letter's name needs a space or a brace behind it: `\v s`, `\v{s}`.
  if (/[A-Za-z]/.test(accent) && /[A-Za-z]/.test(latex[from] ?? '')) return undefined;
  accented.lastIndex = from;
  const found = accented.exec(latex);
  if (!found) return undefined;
  const letter = (found[1] ?? found[2] ?? found[3] ?? '').replace('\\', '');
  // An accent on nothing is the sign itself: `\~{}`.
  if (letter === '' && /[~^`'"=.]/.test(accent)) return { text: accent, end: from + found[0].length };
  const mark = combining[accent] ?? '';
  // Mendeley writes the ogonek of ą and ę as a cedilla.
  const right = accent === 'c' && /^[aeiuAEIU]$/.test(letter) ? '\u0328' : mark;
  return letter === '' ? undefined : { text: `${letter}${right}`.normalize('NFC'), end: from + found[0].length };
}

/** `\ensuremath{\alpha}` and `\ensuremath{<}`. */
function ensuredAt(latex: string, from: number): Command | undefined {
  const end = groupEnd(latex, from);
  const inside = latex.slice(from + 1, end - 1).replace(/^\{|\}$/g, '');
  const text = ensured(inside.trim());
  return text === undefined ? undefined : { text, end };
}

/** Offset behind the group at an offset; the offset itself if there is none. */
export function groupEnd(text: string, from: number): number {
  if (text[from] !== '{') return from;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** A text without the marks of its groups, in one line. */
export const ungrouped = (text: string): string =>
  text
    .replaceAll(open, '')
    .replaceAll(close, '')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
