/**
 * An entry's source before and its values after the parser, which turns LaTeX into text and on the way loses formulas,
 * paragraphs, and the difference between `<i>` as markup and as text. These are put aside behind private characters.
 */

const first = 0xe000;
const paragraph = '\ue8fd';
const less = '\ue8fe';
const greater = '\ue8ff';
const most = 0x8f0;

/** Formulas that are only a sign, as programs write signs. */
const signs: Record<string, string> = { '<': '<', '>': '>', '|': '|', '\\backslash': '\\', '\\sim': '~', '\\%': '%' };

export interface Prepared {
  source: string;
  /** Long texts without LaTeX in them: taken out, since the parser takes ten times as long as for all the rest. */
  aside: Record<string, string>;
  /** A value of the parser as text of ours. */
  restore(value: string): string;
}

/** `isAlone`: no entries that this one takes fields from stand behind it, whose texts would be taken for its own. */
export function prepare(entry: string, isAlone = true): Prepared {
  const formulas: string[] = [];
  const source = protectParagraphs(entry.replace(/[\ue000-\ue8ff]/g, ''))
    .replace(/\\textless(?:\{\}|\s)?/g, '<')
    .replace(/\\textgreater(?:\{\}|\s)?/g, '>')
    .replace(
      /(?<!\\)(?:\\\\)*\$((?:[^$\\{}]|\\[^$]|\{(?:[^{}$]|\{(?:[^{}$]|\{[^{}$]*\})*\})*\}){1,400})\$/g,
      (whole, inside: string) => {
        const sign = signs[inside.trim()];
        if (sign === undefined && formulas.length >= most) return whole;
        const before = whole.slice(0, whole.length - inside.length - 2);
        formulas.push(sign ?? `$${inside}$`);
        return before + String.fromCharCode(first + formulas.length - 1);
      },
    )
    .replace(/</g, less)
    .replace(/>/g, greater);
  const restore = (value: string) => restored(value, formulas);
  return { ...(isAlone ? takeAside(source, restore) : { source, aside: {} }), restore };
}

const longField = /,\s*(abstract|annote|annotation)\s*=\s*\{/gi;

function takeAside(source: string, restore: (value: string) => string): Pick<Prepared, 'source' | 'aside'> {
  const aside: Record<string, string> = {};
  let rest = '';
  let from = 0;
  for (const { 0: opening, 1: name = '', index } of source.matchAll(longField)) {
    const start = index + opening.length;
    const end = source.indexOf('}', start);
    if (index < from || end < 0 || !/^\s*[,}]/.test(source.slice(end + 1, end + 50))) continue;
    const text = source.slice(start, end).replace(/\\([&%$#_])/g, '$1');
    if (/[\\{$~`^]|''|--/.test(text)) continue;
    aside[name.toLowerCase()] = restore(text.replace(/\s+/g, ' ').trim());
    rest += source.slice(from, index);
    from = end + 1;
  }
  return { source: rest + source.slice(from), aside };
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
  return value
    .replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(less, '<')
    .replaceAll(greater, '>')
    .replace(/[ \t]*\ue8fd[ \t]*/g, '\n')
    .replace(/[\ue000-\ue8ef]/g, (char) => formulas[char.charCodeAt(0) - first] ?? '');
}
