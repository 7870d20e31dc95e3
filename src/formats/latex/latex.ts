/**
 * Text into LaTeX that compiles and that BibTeX can cut into fields: braces always balanced (BibTeX counts `\{` as well),
 * special characters escaped outside mathematics, mathematics kept only where it is whole and harmless.
 */

import { plain } from '../text';
import { accented } from './accents';
import { mathParts } from './math';
import { formulaSigns } from './signs';

/**
 * What is written for a character of text: what LaTeX (also with OT1 fonts, which have other signs for < > |), biber, pandoc and
 * Zotero's importer all read as that character. Braces are balanced, so that BibTeX finds the end of a field.
 */
const escapes: Record<string, string> = {
  ...{ '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '<': '$<$', '>': '$>$', '|': '$|$' },
  // Zotero prints `\textasciitilde`, and Better BibTeX puts `\~{}` on the next letter.
  ...{ '~': '$\\sim$', '^': '{\\textasciicircum}' },
  // Zotero alone prints this command; it knows none for a backslash.
  '\\': '{\\textbackslash}',
};
/** Braces that are not balanced in the text: Zotero alone prints these commands. */
const loneBraces: Record<string, string> = { '{': '{\\textbraceleft}', '}': '{\\textbraceright}' };

export interface LatexOptions {
  /** Accents as LaTeX commands rather than UTF-8. */
  accents?: 'utf8' | 'latex' | undefined;
  /** Braces around what a style must not write small: `{LLM}`. For titles. */
  protect?: boolean;
}

/**
 * A text as LaTeX, on as many lines as it has. What the text itself escapes (`\%`, `\&`, as arXiv's titles do) is written
 * once; other commands outside mathematics are text and will be printed as they stand.
 */
export function toLatex(text: string, options: LatexOptions = {}): string {
  const parts = [...mathParts(plain(text))];
  const words = parts.map((part) => (part.isMath ? '' : part.text)).join('');
  const all = areBalanced(words) ? { ...escapes, '{': '\\{', '}': '\\}' } : { ...escapes, ...loneBraces };
  let out = '';
  for (const part of parts) {
    if (!part.isMath) out += protectedWords(part.text, options, all);
    else out += options.protect ? `{${formula(part.text)}}` : formula(part.text);
  }
  return out;
}

/** Something with a capital that is not just a word's first: LLM, ConvNeXt, 3D, and single letters but the article. */
const capitals =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}]+\p{Lu}[\p{L}\p{N}]*|(?!A(?![\p{L}\p{N}]))\p{Lu}(?![\p{L}\p{N}'’]))/gu;

/** A formula as it stands; an empty group keeps `$<$` apart from how `<` is written. */
const formula = (math: string): string =>
  Object.hasOwn(formulaSigns, math.slice(1, -1)) ? `${math.slice(0, -1)}{}$` : math;

function protectedWords(text: string, options: LatexOptions, all: Record<string, string>): string {
  if (!options.protect) return escaped(text, options, all);
  let out = '';
  let from = 0;
  for (const found of text.matchAll(capitals)) {
    out += `${escaped(text.slice(from, found.index), options, all)}{${escaped(found[0], options, all)}}`;
    from = found.index + found[0].length;
  }
  return out + escaped(text.slice(from), options, all);
}

function escaped(text: string, options: LatexOptions, all: Record<string, string>): string {
  const safe = text.replace(/\\([&%$#_])|[&%$#_{}~^\\<>|]|-(?=-)|(?<=')'|(?<=`)`/g, (char, known?: string) => {
    // An empty group keeps the text's own `\%` apart from a percent sign; both print one.
    if (known !== undefined && char.startsWith('\\')) return `\\${known}{}`;
    if (char === '-') return '-{}';
    return char === "'" || char === '`' ? `{}${char}` : (all[char] ?? '');
  });
  return options.accents === 'latex' ? accented(safe) : safe;
}

/** Whether each brace of a text closes one that was opened. */
function areBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '{') depth++;
    else if (char === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
