/**
 * The fields of an entry that is not well-formed. A parser stops at the first brace, quote, comma or equals sign that is
 * missing and loses the rest; here a field also ends where the next one begins on a line of its own.
 */
import { matchesAt } from './split';

export interface SalvagedEntry {
  /** As in the file. */
  type: string;
  key: string;
  fields: { name: string; value: string; isWhole: boolean }[];
}

const head = /^@[ \t]*([A-Za-z][\w-]*)\s*[{(]\s*([^,={}"\n]*)/;
/** A field's name and the sign before its value, which may be missing or a colon. */
const field = /([A-Za-z][\w+.-]*)\s*(?:[=:]\s*|(?=[{"]))/y;
/** A field that begins a line or follows a comma. Inside another one it means that a brace or quote was left open. */
const nextField =
  /\n[ \t]*,?[ \t]*[A-Za-z][\w+.-]*[ \t]*=[ \t]*(?:[{"]|\d|[a-z]{3}\b)|,[ \t]*(?:title|author|editor|year|month|date|journal|booktitle|publisher|volume|number|pages|doi|url|eprint|abstract|keywords)[ \t]*=[ \t]*[{"\d]/iy;
/** A number, a macro, or several joined by `#`. */
const bare = /[^\s,#{}"()=\\]+(?:\s*#\s*(?:[^\s,#{}"()=\\]+|"[^"\n]*"))*(?=\s*[,})]|\s*$|\s*\n)/y;

/** No real entry has more fields. */
const maxFields = 200;

/** The fields that can be told apart, in order. A value that is not closed ends before the next field. */
export function salvageFields(source: string): SalvagedEntry {
  const [opening = '', type = '', key = ''] = head.exec(source) ?? [];
  const apart: SalvagedEntry = { type, key: key.trim(), fields: [] };
  for (let at = opening.length; at < source.length && apart.fields.length < maxFields; ) {
    field.lastIndex = at;
    const name = field.exec(source)?.[1];
    if (name === undefined) {
      at = afterWord(source, at);
      continue;
    }
    const value = valueAt(source, field.lastIndex);
    if (value.text !== '') apart.fields.push({ name, value: value.text, isWhole: value.isWhole });
    at = Math.max(value.end, field.lastIndex);
  }
  return apart;
}

/** Offset behind a character, or behind the word that begins there. */
function afterWord(source: string, at: number): number {
  let end = at;
  while (/\w/.test(source[end] ?? '')) end++;
  return Math.max(end, at + 1);
}

/** A value with its braces or quotes; if they are not closed, its text in braces. */
function valueAt(source: string, from: number): { text: string; end: number; isWhole: boolean } {
  const opening = source[from];
  if (opening !== '{' && opening !== '"') {
    bare.lastIndex = from;
    const [text] = bare.exec(source) ?? [];
    if (text !== undefined) return { text, end: from + text.length, isWhole: true };
    let end = from;
    while (end < source.length && source[end] !== '\n' && !matchesAt(nextField, source, end)) end++;
    return cut(source, from - 1, end);
  }
  let depth = 0;
  let end = from;
  for (; end < source.length; end++) {
    const char = source[end];
    if (char === '\\') end++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth <= 0 && opening === '{') break;
    else if (char === '"' && opening === '"' && depth === 0 && end > from) break;
    else if ((char === '\n' || char === ',') && matchesAt(nextField, source, end)) return cut(source, from, end);
    if (depth < 0) break; // the entry's own end: the quote was left open
  }
  if (source[end] !== (opening === '{' ? '}' : '"')) return cut(source, from, end);
  return { text: source.slice(from, end + 1), end: end + 1, isWhole: true };
}

function cut(source: string, from: number, end: number): { text: string; end: number; isWhole: boolean } {
  const text = source
    .slice(from + 1, end)
    .replace(/[{}"]|\\$/g, '')
    .replace(/[\s,]+$/, '');
  return { text: text === '' ? '' : `{${text}}`, end, isWhole: false };
}
