/**
 * Fields of a BibTeX entry that is not well-formed: a parser stops at the first brace, quote, comma or equals sign that is
 * missing, and what stands behind is lost. Here a field also ends where the next one begins on a line of its own.
 */

export interface SalvagedEntry {
  /** As written. */
  type: string;
  key: string;
  fields: { name: string; value: string; isWhole: boolean }[];
}

const head = /^@[ \t]*([A-Za-z]+)\s*[{(]\s*([^,={}"\n]*)/;
/** A field's name, and its value's beginning where the sign between them is missing or another. */
const field = /([A-Za-z][\w+.-]*)\s*(?:[=:]\s*|(?=[{"]))/y;
/** A field that begins, on a line of its own or behind a comma: inside another one it means that a brace or quote was left open. */
const nextField =
  /\n[ \t]*,?[ \t]*[A-Za-z][\w+.-]*[ \t]*=[ \t]*(?:[{"]|\d|[a-z]{3}\b)|,[ \t]*(?:title|author|editor|year|month|date|journal|booktitle|publisher|volume|number|pages|doi|url|eprint|abstract|keywords)[ \t]*=[ \t]*[{"\d]/iy;
/** A number, a macro, or several joined. */
const bare = /[^\s,#{}"()=\\]+(?:\s*#\s*(?:[^\s,#{}"()=\\]+|"[^"\n]*"))*(?=\s*[,})]|\s*$|\s*\n)/y;

/** No real entry has more fields. */
const maxFields = 200;

/** The fields that can be told apart, in order; of the value that is not closed, what stands on its lines. */
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

/** Place behind a character, or behind the word that begins there. */
function afterWord(source: string, at: number): number {
  let end = at;
  while (/\w/.test(source[end] ?? '')) end++;
  return Math.max(end, at + 1);
}

/** A value with its braces or quotes; where they are not closed, its text in braces. */
function valueAt(source: string, from: number): { text: string; end: number; isWhole: boolean } {
  const opening = source[from];
  if (opening !== '{' && opening !== '"') {
    bare.lastIndex = from;
    const [text] = bare.exec(source) ?? [];
    if (text !== undefined) return { text, end: from + text.length, isWhole: true };
    let end = from;
    while (end < source.length && source[end] !== '\n' && !begins(nextField, source, end)) end++;
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
    else if ((char === '\n' || char === ',') && begins(nextField, source, end)) return cut(source, from, end);
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

function begins(what: RegExp, text: string, at: number): boolean {
  what.lastIndex = at;
  return what.test(text);
}
