/** Lists of keywords in BibTeX, joined by semicolons, commas or line ends. */
import { isOneGroup, splitTopLevel } from './authors';

/** Joins keywords, unless it ends an entity: `\&amp;`. */
const semicolon = /(?<!&(?:\\?#\d{1,7}|amp|lt|gt|quot|apos|nbsp));+/i;

export function keywordList(source: string, text: (latex: string) => string): string[] {
  const latex = isOneGroup(source.trim()) ? source.trim().slice(1, -1) : source;
  const lines = latex.trim().split(/\s*\n\s*/);
  const commas = (latex.match(/,/g) ?? []).length;
  // EndNote writes one a line; in lists joined by semicolons commas are part of a keyword.
  const separator = semicolon.test(latex)
    ? new RegExp(semicolon, 'g')
    : lines.length > 1 && commas < lines.length - 1
      ? /\n/g
      : /,/g;
  return splitTopLevel(latex, separator)
    .map((keyword) => text(keyword.trim()).replace(/^\*(?=\S)/, ''))
    .filter((keyword) => keyword !== '');
}
