/** Titles, abstracts and file names as plain text: formulas and commands of TeX as the signs they print. Pure. */
import { texParts } from './parts';
import { plainFormula } from './plain-formula';
import { raised, signs, wordAccents } from './signs';

/** Commands around words, which only change how they look; and addresses, which are printed. */
const around =
  /\\(?:text(?:it|bf|rm|sf|tt|sc|sl|up|md|normal)?|emph|underline|url|mbox|uppercase|MakeUppercase)\s*\{([^{}]*)\}/g;
const switched = /\{\\(?:it|bf|em|sc|tt|sf|rm|sl|itshape|bfseries|scshape)\b\s*([^{}]*)\}/g;
const linked = /\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}/g;
const accented =
  /\\(["'`^~=.])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))|\\([uvHrckdb])(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+([A-Za-z]))/g;
const script = /(?<=[\p{L}\p{N})\]])(\^|_)\{([^{}]{1,20})\}/gu;
/** `A^2FM`, `10^6`: a raised number without braces. */
const raisedNumber = /(?<=[\p{L}\p{N})\]])\^(\d{1,3})(?![\d.^])/gu;

/** The text with formulas and commands of TeX as plain text. What cannot be read stays as its source. */
export function plainText(text: string): string {
  if (!/[\\$^{]|--|``/.test(text)) return text;
  return texParts(text)
    .map((part) => (part.is === 'text' ? plainWords(part.text) : (plainFormula(part.tex) ?? part.source)))
    .join('');
}

/** Words between formulas: commands, escaped signs, dashes and quotes as what they print. */
export function plainWords(text: string): string {
  if (!/[\\^{]|--|``/.test(text)) return text;
  let now = text;
  // Commands may be nested: `\textbf{\emph{a}}`. Each turn takes one level.
  for (let level = 0; level < 6; level++) {
    const next = now.replace(linked, '$1').replace(around, '$1').replace(switched, '$1');
    if (next === now) break;
    now = next;
  }
  return now
    .replace(
      /\\text(super|sub)script\s*(\{[^{}]*\})/g,
      (whole, kind: string, group: string) => plainFormula(`${kind === 'super' ? '^' : '_'}${group}`) ?? whole,
    )
    .replace(accented, (whole, sign, a, b, letter, c, d) => {
      const on = (a ?? b ?? c ?? d ?? '').replace('\\', '');
      const mark = wordAccents.get(sign ?? letter);
      return mark && on ? `${on}${mark}`.normalize('NFC') : whole;
    })
    .replace(/\\([A-Za-z]+)(\{\}|\s+(?=[A-Za-z])|(?![A-Za-z]))/g, (whole, name: string, end: string) => {
      const sign = signs.get(name);
      return sign === undefined ? whole : `${sign}${end === '{}' ? '' : end}`;
    })
    .replace(script, (whole, sign: string, inside: string) => plainFormula(`${sign}{${inside}}`) ?? whole)
    .replace(raisedNumber, (_, digits: string) => [...digits].map((digit) => raised.get(digit)).join(''))
    .replace(/\\([%&$#_{}])/g, '$1')
    .replace(/``([^`']*)''/g, '“$1”')
    .replace(/(?<=[\p{L}\p{N})\]”"]\s?)---(?=\s?[\p{L}\p{N}([“"])/gu, '—')
    .replace(/(?<=[\p{L}\p{N})\]])--(?=[\p{L}\p{N}([])|(?<=\s)--(?=\s)/gu, '–');
}
