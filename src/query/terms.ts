/**
 * Adds and removes terms of a query (`tag:rl`, `status:read`). Filters chosen by a click are terms, so that the search
 * field is the only state. Pure.
 */

import { asTerm } from './complete';
import { foldName } from './fold';
import { type Lexeme, lex } from './lex';

/** Terms that apply to the whole query: not in brackets, not negated, not one of several alternatives. */
function wholeTerms(query: string): Lexeme[] {
  let depth = 0;
  return lex(query).filter((each, i, all) => {
    if (each.is === 'open') depth++;
    if (each.is === 'close') depth = Math.max(0, depth - 1);
    return each.is === 'term' && depth === 0 && all[i - 1]?.is !== 'not' && !hasOr(all);
  });
}

/** Whether there are alternatives outside of brackets. Then no term applies to the whole query. */
function hasOr(lexemes: readonly Lexeme[]): boolean {
  let depth = 0;
  return lexemes.some((each) => {
    if (each.is === 'open') depth++;
    if (each.is === 'close') depth = Math.max(0, depth - 1);
    return each.is === 'or' && depth === 0;
  });
}

const isTerm = (each: Lexeme, field: string, value?: string): boolean =>
  each.field === field && (value === undefined || foldName(each.value) === foldName(value));

/** Whether the whole query has this term. */
export const hasTerm = (query: string, field: string, value: string): boolean =>
  wholeTerms(query).some((each) => isTerm(each, field, value));

/** Whether the whole query has a term of this field with a value: the query is read once for many values. */
export function termsOf(query: string, field: string): (value: string) => boolean {
  const values = new Set(wholeTerms(query).flatMap((each) => (isTerm(each, field) ? foldName(each.value) : [])));
  return values.size === 0 ? () => false : (value) => values.has(foldName(value));
}

/** The query without the terms of a field, or without those that have a value. */
export function withoutTerms(query: string, field: string, value?: string): string {
  const terms = wholeTerms(query).filter((each) => isTerm(each, field, value));
  if (terms.length === 0) return query;
  const left = terms.reduceRight((text, each) => `${text.slice(0, each.from)} ${text.slice(each.to)}`, query);
  return left.replace(/\s+/g, ' ').trim();
}

/** The query with a term in front. `alone` replaces other values of the field. */
export function withTerm(query: string, field: string, value: string, alone = false): string {
  if (hasTerm(query, field, value)) return query;
  const rest = (alone ? withoutTerms(query, field) : query).trim();
  const whole = hasOr(lex(rest)) ? `(${rest})` : rest;
  return `${asTerm(field, value)} ${whole}`;
}

/** Removes a term from the query, or adds it if it is not there. */
export const toggleTerm = (query: string, field: string, value: string, alone = false): string =>
  hasTerm(query, field, value) ? withoutTerms(query, field, value) : withTerm(query, field, value, alone);

/** The query without the first occurrence of a text. */
export function withoutPart(query: string, part: string): string {
  const at = query.indexOf(part);
  if (at < 0) return query;
  return `${query.slice(0, at)} ${query.slice(at + part.length)}`.replace(/\s+/g, ' ').trim();
}
