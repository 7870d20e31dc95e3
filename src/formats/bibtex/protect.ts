/**
 * An entry's source before and its values after the parser, which turns LaTeX into text and on the way loses formulas,
 * paragraphs, and the difference between `<i>` as markup and as text. These are put aside behind private characters.
 */

const first = 0xe000;
const paragraph = '\ue8fd';
const less = '\ue8fe';
const greater = '\ue8ff';
const maxFormulas = 0x8f0;

/** Formulas that are only a sign, as programs write signs. */
const signs: Record<string, string> = { '<': '<', '>': '>', '|': '|', '\\backslash': '\\', '\\sim': '~', '\\%': '%' };

export interface ProtectedSource {
  source: string;
  /** A value of the parser as text of ours. */
  restore(value: string): string;
}

export function protectSource(entry: string): ProtectedSource {
  const formulas: string[] = [];
  const source = protectParagraphs(entry.replace(/[\ue000-\ue8ff]/g, ''))
    .replace(/\\textless(?:\{\}|\s)?/g, '<')
    .replace(/\\textgreater(?:\{\}|\s)?/g, '>')
    .replace(
      /(?<!\\)(?:\\\\)*\$((?:[^$\\{}]|\\[^$]|\{(?:[^{}$]|\{(?:[^{}$]|\{[^{}$]*\})*\})*\}){1,400})\$/g,
      (whole, inside: string) => {
        const sign = signs[inside.trim()];
        if (sign === undefined && formulas.length >= maxFormulas) return whole;
        const before = whole.slice(0, whole.length - inside.length - 2);
        formulas.push(sign ?? `$${inside}$`);
        return before + String.fromCharCode(first + formulas.length - 1);
      },
    )
    .replace(/</g, less)
    .replace(/>/g, greater);
  return { source, restore: (value) => restored(value, formulas) };
}

/** Lines of text behind a brace: an empty line is a paragraph's end. Fields themselves are parted by any white space. */
function protectParagraphs(entry: string): string {
  if (!/\n[ \t]*\n/.test(entry)) return entry;
  let out = '';
  let depth = 0;
  let from = 0;
  for (const { 0: found, index } of entry.matchAll(/[{}]|\n[ \t]*(?:\n[ \t]*)+/g)) {
    if (found === '{') depth++;
    else if (found === '}') depth--;
    else if (depth > 1) {
      const ends = Math.floor(found.split('\n').length / 2);
      out += entry.slice(from, index) + paragraph.repeat(ends);
      from = index + found.length;
    }
  }
  return out + entry.slice(from);
}

function restored(value: string, formulas: readonly string[]): string {
  return (
    value
      .replace(/<br\s*\/?>|<\/p>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replaceAll(less, '<')
      .replaceAll(greater, '>')
      .replace(/[ \t]*\ue8fd[ \t]*/g, '\n')
      // An accent on TeX's dotless letters is one on the letter itself.
      .replace(/[ıȷ](?=\p{M})/gu, (char) => (char === 'ı' ? 'i' : 'j'))
      .normalize('NFC')
      .replace(/[\ue000-\ue8ef]/g, (char) => formulas[char.charCodeAt(0) - first] ?? '')
  );
}
