/**
 * Fields of an entry that hold no LaTeX, read without the parser: it takes milliseconds for each, and most fields of most
 * files are such. What they give is what the parser would (a test holds the two alike); everything else is left to it.
 */

import { monthOf } from '../../paper/dates';
import { isGroup, splitOutside, ungrouped, withGroups } from '../latex/plain';
import type { Creator } from './fields';

export interface PlainFields {
  /** Lower case. */
  type: string;
  key: string;
  /** Values as the parser gives them. */
  fields: Record<string, string | Creator[]>;
  /** The entry with the fields that are left to the parser; undefined where there are none. */
  rest?: string;
}

/** Fields whose text a reader sees, of one line. */
const texts = new Set([
  ...[
    'title',
    'subtitle',
    'abstract',
    'annote',
    'annotation',
    'note',
    'journal',
    'journaltitle',
    'booktitle',
    'series',
  ],
  ...[
    'school',
    'institution',
    'organization',
    'publisher',
    'howpublished',
    'volume',
    'number',
    'issue',
    'pages',
    'eventtitle',
  ],
  ...['year', 'month', 'day', 'date', 'archiveprefix', 'eprinttype', 'primaryclass', 'eprintclass', 'keywords'],
]);
/** Fields that programs take as they stand. */
const asTheyStand = new Set(['doi', 'eprint', 'url', 'pdf', 'pmid', 'pmcid', 'arxivid']);
/** Lists of names of organisations: `and` parts them. */
const lists = new Set(['institution', 'publisher', 'organization']);

const head = /^@[ \t]*([A-Za-z]+)\s*[{(]\s*([^\s,{}"=]+)\s*,/;
const fieldName = /[\s,]*([A-Za-z][\w+:.-]*)\s*=\s*/y;
const bare = /[^\s,#{}"()=]+/y;
const after = /\s*(,|[})]\s*$)/y;

/** Reads what needs no parser; undefined where the entry is not of the usual form. */
export function plainFields(source: string): PlainFields | undefined {
  const found = head.exec(source);
  if (!found) return undefined;
  const [opening, type = '', key = ''] = found;
  const plain: PlainFields = { type: type.toLowerCase(), key, fields: {} };
  const seen = new Set<string>();
  let rest = '';
  let at = opening.length;
  for (;;) {
    fieldName.lastIndex = at;
    const named = fieldName.exec(source);
    if (!named) break;
    const field = (named[1] ?? '').toLowerCase();
    if (seen.has(field)) return undefined; // which of the two counts is the parser's to say
    seen.add(field);
    const start = at + named[0].length;
    const end = valueEnd(source, start);
    if (end === undefined) return undefined;
    const value = fieldValue(field, source.slice(start, end));
    if (value !== undefined) plain.fields[field] = value;
    else rest += `${source.slice(at, end).replace(/^[\s,]+/, '')},\n`;
    at = end;
    after.lastIndex = at;
    if (!after.test(source)) return undefined;
  }
  if (!/^[\s,]*[})]\s*$/.test(source.slice(at))) return undefined;
  return rest === '' ? plain : { ...plain, rest: `@${type}{${key},\n${rest}}` };
}

/** Place behind a value, of one piece or several joined by `#`. */
function valueEnd(source: string, start: number): number | undefined {
  let at = start;
  for (;;) {
    const end = pieceEnd(source, at);
    if (end === undefined) return undefined;
    const joined = /^\s*#\s*/.exec(source.slice(end, end + 100));
    if (!joined) return end;
    at = end + joined[0].length;
  }
}

function pieceEnd(source: string, start: number): number | undefined {
  const opening = source[start];
  if (opening !== '{' && opening !== '"') {
    bare.lastIndex = start;
    return bare.test(source) ? bare.lastIndex : undefined;
  }
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === '\\' && opening === '{') at++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0 && opening === '{') return at + 1;
    else if (char === '"' && depth === 0 && at > start && opening === '"') return at + 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function fieldValue(field: string, source: string): string | Creator[] | undefined {
  if (!/^[{"]/.test(source))
    return /^\d+$/.test(source) || (field === 'month' && /^[a-z]{3}$/i.test(source) && monthOf(source))
      ? source
      : undefined;
  if (pieceEnd(source, 0) !== source.length) return undefined; // joined by `#`
  const inside = source.slice(1, -1).trim();
  if (asTheyStand.has(field)) return /[\\{}%\s]/.test(inside) ? undefined : inside;
  if (field !== 'author' && !texts.has(field)) return undefined;
  const text = withGroups(inside);
  if (text === undefined) return undefined;
  if (field === 'author') return creators(text);
  return lists.has(field) ? splitOutside(text, and).map(ungrouped).join(', ') : ungrouped(text);
}

const and = /\s+and\s+/gi;

/** Names; a group that is a whole name is an organisation's. */
function creators(list: string): Creator[] | undefined {
  if (/^and\b|\band$|\band\s+and\b/i.test(list) || list.includes('=')) return undefined;
  const names: Creator[] = [];
  for (const one of splitOutside(list, and)) {
    const creator = isGroup(one.trim()) ? { name: ungrouped(one) } : creatorOf(one.trim());
    if (!creator) return undefined;
    names.push(creator);
  }
  return names;
}

function creatorOf(text: string): Creator | undefined {
  const parts = splitOutside(text, /,/g).map(ungrouped);
  if (parts.length > 3 || parts.some((part) => part === '')) return undefined;
  if (parts.length > 1) {
    const [family = '', second = '', third] = parts;
    const particle = /^([a-z'. ]+) (.+)/.exec(family);
    return {
      lastName: particle?.[2] ?? family,
      firstName: third ?? second,
      ...(particle?.[1] && { prefix: particle[1] }),
      ...(third !== undefined && { suffix: second }),
    };
  }
  const words = splitOutside(text, /\s+/g).map(ungrouped);
  if (words.length === 1) return { lastName: words[0] ?? '' };
  const from = words.findIndex((word) => /^[a-z]/.test(word));
  const to = from <= 0 ? -1 : words.findIndex((word, i) => i > from && !/^[a-z]/.test(word));
  if (to === -1) return { lastName: words.at(-1) ?? '', firstName: words.slice(0, -1).join(' ') };
  return {
    firstName: words.slice(0, from).join(' '),
    prefix: words.slice(from, to).join(' '),
    lastName: words.slice(to).join(' '),
  };
}
