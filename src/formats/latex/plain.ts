/**
 * The LaTeX that nearly all text in bibliographies consists of (accents, quotes, dashes, escaped signs, groups) as the text
 * that it sets. What holds anything else is for a real parser.
 */

/** Marks in place of a group's braces, which no text holds. */
const open = '\u0002';
const close = '\u0003';

const accents: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  '"': '\u0308',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  r: '\u030a',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
};

const commands: Record<string, string> = {
  ...{ textbackslash: '\\', textbraceleft: '{', textbraceright: '}', textasciitilde: '~', textasciicircum: '^' },
  ...{ textbar: '|', ldots: '…', dots: '…', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“' },
  ...{ textquotedblright: '”', textendash: '–', textemdash: '—', ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ' },
  ...{ AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', S: '§', copyright: '©' },
  ...{ TeX: 'TeX', LaTeX: 'LaTeX', BibTeX: 'BibTeX' },
};

const signs: Record<string, string> = {
  ...{ '---': '—', '--': '–', '``': '“', "''": '”', '~': '\u00a0', '{': open, '}': close },
};

const token = new RegExp(
  [
    String.raw`\\(?<sign>[&%$#_{}])`,
    String.raw`\\(?<accent>[${'`'}'^"~=.])\s?(?:\{(?<a>[A-Za-z])\}|(?<b>[A-Za-z]))`,
    String.raw`\\(?<lettered>[uvHrckd])(?:\{(?<c>[A-Za-z])\}|\s+(?<d>[A-Za-z]))`,
    String.raw`\\(?<command>[A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))`,
    "(?<plain>---?|``|''|[~{}])",
    String.raw`(?<unsupported>[\\$%#]|[_^](?=\s*\{))`,
  ].join('|'),
  'g',
);

/** The text with marks for its groups, or undefined where it is not that simple. */
export function withGroups(latex: string): string | undefined {
  let out = '';
  let from = 0;
  for (const { 0: found, index, groups = {} } of latex.matchAll(token)) {
    const text = textOf(groups);
    if (text === undefined) return undefined;
    out += latex.slice(from, index) + text;
    from = index + found.length;
  }
  const whole = out + latex.slice(from);
  return isBalanced(whole) ? whole : undefined;
}

function textOf(groups: Partial<Record<string, string>>): string | undefined {
  const { sign, accent = groups.lettered, command, plain } = groups;
  if (sign !== undefined) return sign;
  if (plain !== undefined) return signs[plain];
  if (command !== undefined) return Object.hasOwn(commands, command) ? commands[command] : undefined;
  const letter = groups.a ?? groups.b ?? groups.c ?? groups.d;
  return accent && letter && `${letter}${accents[accent]}`.normalize('NFC');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === open) depth++;
    else if (char === close && --depth < 0) return false;
  }
  return depth === 0;
}

/** Whether a text is one group as a whole. */
export function isGroup(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close) depth--;
    if (depth === 0) return at > 0 && at === text.length - 1;
  }
  return false;
}

/** A text without the marks of its groups, in one line. */
export const ungrouped = (text: string): string =>
  text
    .replaceAll(open, '')
    .replaceAll(close, '')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();

/** Parts of a text at what separates them outside of groups. */
export function splitOutside(text: string, separator: RegExp): string[] {
  let depth = 0;
  let shadow = '';
  for (const unit of text.split('')) {
    if (unit === open) depth++;
    shadow += depth > 0 ? '\u0001' : unit;
    if (unit === close) depth--;
  }
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of shadow.matchAll(separator)) {
    parts.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...parts, text.slice(from)];
}
