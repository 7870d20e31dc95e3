/** Text into Markdown that shows it and does nothing else. https://spec.commonmark.org/0.31.2/ */
import { mathParts } from '../latex/math';
import { oneLine, plain } from '../text';

/** Signs of a formula that Markdown would take for its own. */
const inMath: Record<string, string> = {
  '<': '\\lt ',
  '>': '\\gt ',
  '[': '\\lbrack ',
  ']': '\\rbrack ',
  '*': '\\ast ',
  '|': '\\vert ',
};

/** One line in which nothing is markup but formulas between dollars, which Markdown's readers of papers set. */
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
 * A note, which is Markdown, without what could run where it is shown: HTML is shown as text, links lead to the web, to mail
 * or into a program of the user's choice, not to `javascript:` or `data:`.
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
