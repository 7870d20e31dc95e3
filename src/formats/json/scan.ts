/**
 * Splits a JSON list or object into its members without parsing them. Each is parsed on its own, so that a broken member or
 * a truncated file loses no other, and large files are read in pieces.
 */

import { LineCounter } from '../line-counter';

export interface Member {
  /** The member's text: a value, or `"key": value` of an object. */
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

/** Members of the list or object whose bracket is at `from - 1`. */
export function* members(text: string, from: number): Generator<Member, End> {
  const lines = new LineCounter(text);
  let start = from;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) at = stringEnd(text, at);
    else if (unit === 91 || unit === 123) depth++;
    else if (unit === 44 && depth === 0) {
      yield* member(text, start, at, lines);
      start = at + 1;
    } else if ((unit === 93 || unit === 125) && --depth < 0) {
      yield* member(text, start, at, lines);
      return at + 1;
    }
  }
  const source = text.slice(start).trim();
  if (source !== '') yield { source, line: lines.at(text.length), end: text.length, isWhole: false };
  return undefined;
}

function* member(text: string, start: number, end: number, lines: LineCounter): Generator<Member> {
  const source = text.slice(start, end);
  const trimmed = source.trim();
  if (trimmed === '') return;
  yield { source: trimmed, line: lines.at(start + source.search(/\S/)), end, isWhole: true };
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
