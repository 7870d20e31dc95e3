/** Escapes text for Markdown. https://spec.commonmark.org/0.31.2/ */
import { mathParts } from '../latex/math';
import { oneLine, plain } from '../text';

/** Characters of formulas that Markdown would interpret, and TeX commands for them. */
const inMath: Record<string, string> = {
  '<': '\\lt ',
  '>': '\\gt ',
  '[': '\\lbrack ',
  ']': '\\rbrack ',
  '*': '\\ast ',
  '|': '\\vert ',
};

/** One escaped line. Formulas between dollars stay: many Markdown programs render them. */
export function markdownLine(text: string): string {
  let escaped = '';
  for (const part of mathParts(oneLine(text)))
    escaped += part.isMath
      ? part.text.replace(/[<>[\]*|]/g, (sign) => inMath[sign] ?? '')
      : part.text.replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&');
  return escaped.replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** `[text](address)`; the address must come from `safeUrl`. */
export const markdownLink = (text: string, address: string): string =>
  `[${markdownLine(text)}](${address.replace(/[()[\]]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)})`;

/**
 * Makes a note, which is Markdown, safe: HTML is shown as text, and links have only harmless schemes (web, mail, Obsidian,
 * Zotero).
 */
export function markdownNote(note: string): string {
  return plain(note)
    .trim()
    .replace(/<(?=[A-Za-z/!?])(?!https?:\/\/[^\s<>]*>)/g, '\\<')
    .replace(/(\]\(\s*<?|\]:\s*<?)([^\s)>/?#]*)/g, (_, before: string, scheme: string) =>
      /^(?:https?|mailto|obsidian|zotero):$/i.test(scheme) || !/[:&\\]/.test(scheme)
        ? before + scheme
        : before + scheme.replace(/[:&\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    );
}
