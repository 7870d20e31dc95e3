/**
 * Text into LaTeX that compiles and that BibTeX can cut into fields: braces always balanced (BibTeX counts `\{` as well),
 * special characters escaped outside mathematics, mathematics kept only where it is whole and harmless.
 */

import { plain } from '../text';
import { accented } from './accents';
import { mathParts } from './math';

/** What stands for a character in text. No braces but balanced ones, so that a field's end is where we put it. */
const escapes: Record<string, string> = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
  // The old font encoding has ¡ and ¿ in the places of these two.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

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
  let out = '';
  for (const part of mathParts(plain(text))) {
    if (!part.isMath) out += words(part.text, options);
    else out += options.protect ? `{${part.text}}` : part.text;
  }
  return out;
}

/** Something with a capital that is not just a word's first: LLM, ConvNeXt, 3D, and single letters but the article. */
const capitals =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}]+\p{Lu}[\p{L}\p{N}]*|(?!A(?![\p{L}\p{N}]))\p{Lu}(?![\p{L}\p{N}'’]))/gu;

function words(text: string, options: LatexOptions): string {
  if (!options.protect) return escaped(text, options);
  let out = '';
  let from = 0;
  for (const found of text.matchAll(capitals)) {
    out += `${escaped(text.slice(from, found.index), options)}{${escaped(found[0], options)}}`;
    from = found.index + found[0].length;
  }
  return out + escaped(text.slice(from), options);
}

function escaped(text: string, options: LatexOptions): string {
  const safe = text.replace(/\\([&%$#_])|[&%$#_{}~^\\<>|]/g, (char, known?: string) =>
    known === undefined ? (escapes[char] ?? '') : `\\${known}`,
  );
  return options.accents === 'latex' ? accented(safe) : safe;
}
