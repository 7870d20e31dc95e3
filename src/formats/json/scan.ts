/**
 * Reads the members of a JSON list or object one by one, so that a broken member or a truncated file loses no other, and large
 * files are read in pieces. JSON.parse alone would lose all of a file that has one fault.
 */

import { LineCounter } from '../line-counter';
import { parseJson } from './safe';

export interface Member {
  /** Of an object's member. */
  key?: string;
  /** Undefined if it is not JSON. */
  value: unknown;
  source: string;
  /** Line where it begins, from 1. */
  line: number;
  /** Offset behind it. */
  end: number;
  /** False if the text ends within it. */
  isWhole: boolean;
}

/** Offset behind the closing bracket, or undefined if the text ended first. */
export type End = number | undefined;

/** How much may be read in vain behind broken members, as a multiple of the text's length. */
const maxWaste = 4;

/**
 * Members of the list or object whose bracket is at `from - 1`, or is missing if that is 0. Behind one that is broken, such as by a quote that is missing,
 * reading goes on where the next begins of which `isRecord` is true.
 */
export function* members(text: string, from: number, isRecord: (value: unknown) => boolean): Generator<Member, End> {
  const lines = new LineCounter(text);
  const isKeyed = from === 0 ? /^[^"\w{[]{0,100}"(?:[^"\\]|\\.){0,300}"\s*:/.test(text) : text[from - 1] === '{';
  const begins = isKeyed ? keyedBegin : begin;
  let budget = maxWaste * text.length;
  const nextRecord = (behind: number): number | undefined => {
    const finder = new RegExp(begins, 'g');
    finder.lastIndex = behind;
    for (let found = finder.exec(text); found && budget > 0; found = finder.exec(text)) {
      const at = found.index + found[0].length;
      const { end } = memberEnd(text, at);
      if (isRecord(parseMember(text.slice(at, end), isKeyed).value)) return at;
      budget -= end - at;
      finder.lastIndex = at;
    }
    return undefined;
  };
  for (let start = from; ; ) {
    const { end, isLast } = memberEnd(text, start);
    const at = start + text.slice(start, end).search(/\S|$/);
    const source = text.slice(at, end).trimEnd();
    const member = { ...parseMember(source, isKeyed), source, line: lines.at(at), end, isWhole: end < text.length };
    // A member of an object that has lost its bracket holds all that follow, up to the end of the text.
    if (source !== '' && (member.value === undefined || (isKeyed && !member.isWhole))) {
      budget -= end - at;
      const next = nextRecord(at);
      if (next === undefined && member.value !== undefined) {
        yield member;
        return undefined;
      }
      // What stands before the next may be whole: then only the comma between them is missing.
      const piece = text.slice(at, next ?? (isLast ? end : text.length)).replace(/[\s,]+$/, '');
      const isWhole = next !== undefined || isLast || /[\]}]$/.test(piece);
      yield { ...member, ...parseMember(piece, isKeyed), source: piece, end: next ?? text.length, isWhole };
      if (next === undefined) return isLast ? end + 1 : isWhole ? text.length : undefined;
      start = next;
      continue;
    }
    if (source !== '') yield member;
    if (end >= text.length) return undefined;
    if (isLast) {
      const next = isWrapped(text, end + 1) ? undefined : nextRecord(end);
      if (next === undefined) return end + 1;
      // The bracket was one too many.
      const between = text.slice(end + 1, next).replace(/^[\s,]+|[\s,]+$/g, '');
      if (between !== '')
        yield { value: undefined, source: between, line: lines.at(end + 1), end: next, isWhole: true };
      start = next;
    } else start = end + 1;
  }
}

/** What stands before a member of a list, or of an object; a list may also hold addresses. */
const begin = /[,}\]\n]\s{0,60}(?=\{\s{0,60}["}]|"https?:)/;
const keyedBegin = /[,}\]\n]\s{0,60}(?="(?:[^"\\\n]|\\.){1,300}"\s{0,100}:\s{0,100}\{)/;

/** Whether nothing or another member of an outer object follows a closing bracket. */
const isWrapped = (text: string, at: number): boolean =>
  /^\s{0,1000}(?:[\]}]\s{0,1000}$|$|,\s{0,1000}"(?:[^"\\]|\\.){0,300}"\s{0,100}:(?!\s{0,100}\{))/.test(
    text.slice(at, at + 3_000),
  );

function parseMember(source: string, isKeyed: boolean): { key?: string; value: unknown } {
  if (!isKeyed) return { value: parseJson(source) };
  const found = /^\s*("(?:[^"\\]|\\.)*")\s*:\s*/.exec(source);
  const key = found && parseJson(found[1] ?? '');
  return typeof key === 'string' ? { key, value: parseJson(source.slice(found?.[0].length)) } : { value: undefined };
}

/** Offset of the comma or bracket behind a member. */
function memberEnd(text: string, start: number): { end: number; isLast: boolean } {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) at = stringEnd(text, at);
    else if (unit === 91 || unit === 123) depth++;
    else if (unit === 44 && depth === 0) return { end: at, isLast: false };
    else if ((unit === 93 || unit === 125) && --depth < 0) return { end: at, isLast: true };
  }
  return { end: text.length, isLast: false };
}

/** Offset of the quote that ends a string, or the end of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at;
  }
}
