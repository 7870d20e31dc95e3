/** The fields of one entry's source: strictly if it is well-formed, otherwise as far as they can be told apart. */
import { salvageFields } from './salvage';

/** A field as written: its value is an expression of pieces in braces, in quotes, numbers and macros, joined by `#`. */
export interface SourceField {
  /** Lower case. */
  name: string;
  value: string;
  /** False if the end of its value was not found. */
  isWhole: boolean;
}

export interface SourceEntry {
  /** Lower case. */
  type: string;
  key: string;
  /** In order; a name may come twice. */
  fields: SourceField[];
  /** False if the entry is not well-formed. */
  isWhole: boolean;
}

const head = /^@[ \t]*([A-Za-z][\w-]*)\s*[{(]\s*(?:([^,={}"\n]*?)\s*(?:,|(?=[})]\s*$)))?/;
/** Web of Science and Scopus write names with spaces, biblatex annotations with `+`. */
const fieldName = /[\s,]*([^\s={}"#,()][^={}"#,\n]{0,100}?)\s*=\s*/y;
const bareValue = /[^\s,#{}"()=]+/y;
const separator = /\s*(?:,|(?=[})]\s*$))/y;

export function entryFields(source: string, isBroken = false): SourceEntry {
  const strict = isBroken ? undefined : strictFields(source);
  if (strict) return strict;
  const { type, key, fields } = salvageFields(source);
  const lower = fields.map((field) => ({ ...field, name: field.name.toLowerCase() }));
  return { type: type.toLowerCase(), key, fields: lower, isWhole: false };
}

function strictFields(source: string): SourceEntry | undefined {
  const found = head.exec(source);
  if (!found) return undefined;
  const [opening, type = '', key = ''] = found;
  const fields: SourceField[] = [];
  let at = opening.length;
  for (;;) {
    fieldName.lastIndex = at;
    const named = fieldName.exec(source);
    if (!named) break;
    const start = at + named[0].length;
    const end = valueEnd(source, start);
    if (end === undefined) return undefined;
    const name = (named[1] ?? '').toLowerCase().replace(/\s+/g, ' ');
    fields.push({ name, value: source.slice(start, end), isWhole: true });
    separator.lastIndex = at = end;
    if (!separator.test(source)) return undefined;
  }
  if (!/^[\s,]*[})]\s*$/.test(source.slice(at))) return undefined;
  return { type: type.toLowerCase(), key, fields, isWhole: true };
}

/** Offset behind a value, of one piece or several joined by `#`. */
function valueEnd(source: string, start: number): number | undefined {
  let at = start;
  for (;;) {
    const end = pieceEnd(source, at);
    if (end === undefined) return undefined;
    const joint = /^\s*#\s*/.exec(source.slice(end, end + 100));
    if (!joint) return end;
    at = end + joint[0].length;
  }
}

/** Offset behind a piece. BibTeX counts braces whether or not a backslash stands before them. */
export function pieceEnd(source: string, start: number): number | undefined {
  const opening = source[start];
  if (opening !== '{' && opening !== '"') {
    bareValue.lastIndex = start;
    return bareValue.test(source) ? bareValue.lastIndex : undefined;
  }
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0 && opening === '{') return at + 1;
    else if (char === '"' && depth === 0 && at > start && opening === '"') return at + 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}
