/** What may be typed next in a query: fields, and their values. Pure. */

import { queryFields, states, statusNames } from './fields';
import { foldName } from './fold';
import { type Lexeme, lex } from './lex';
import { haves, sortKeys } from './query';

/** Names that the library knows, each list with what is offered first in front. */
export interface Vocabulary {
  tags?: readonly string[];
  sites?: readonly string[];
  categories?: readonly string[];
  venues?: readonly string[];
}

/** A text to put in place of a stretch of the query (UTF-16 units). */
export interface QueryCompletion {
  from: number;
  to: number;
  /** Ends in a colon where a value follows, else in a space. */
  text: string;
}

/** Completions for what stands before the caret, at most `limit`: those that begin so before those that hold it. */
export function completeQuery(query: string, caret: number, known: Vocabulary, limit = 8): QueryCompletion[] {
  const term = lex(query.slice(0, caret)).at(-1);
  if (term?.is !== 'term' || term.to !== caret || term.quoted === 'closed') return [];
  const to = endOfTerm(query, caret);
  const place = { from: term.from, to };
  if (term.field === undefined) {
    if (term.quoted || term.value === '') return [];
    const fields = best(queryFields, term.value, true).map((name) => ({ ...place, text: `${name}:` }));
    const tags = best(known.tags ?? [], term.value, false).map((tag) => ({ ...place, text: `${asTerm('tag', tag)} ` }));
    return [...fields, ...tags].slice(0, limit);
  }
  const { field } = term;
  return best(valuesOf(field, known), term.value, false)
    .slice(0, limit)
    .map((value) => ({ ...place, text: `${asTerm(field, value)} ` }));
}

/** Where the term ends that the caret stands in. */
function endOfTerm(query: string, caret: number): number {
  const whole = lex(query).find((each: Lexeme) => each.from < caret && each.to >= caret);
  return whole?.quoted === 'open' ? caret : (whole?.to ?? caret);
}

function valuesOf(field: string, known: Vocabulary): readonly string[] {
  switch (field) {
    case 'tag':
      return known.tags ?? [];
    case 'site':
      return known.sites ?? [];
    case 'category':
      return known.categories ?? [];
    case 'venue':
      return known.venues ?? [];
    case 'status':
      return statusNames.map((status) => (status === 'unread' ? 'to-read' : status));
    case 'is':
      return states.filter((state) => state !== 'saved');
    case 'has':
      return haves;
    case 'sort':
      return sortKeys;
    default:
      return [];
  }
}

/** Names that begin with what was typed, then (unless only those) the ones that hold it; not what is typed already. */
function best(names: readonly string[], typed: string, beginning: boolean): string[] {
  const asked = foldName(typed);
  const folded = names.map((name) => ({ name, folded: foldName(name) })).filter(({ folded }) => folded !== asked);
  const first = folded.filter((each) => each.folded.startsWith(asked));
  const rest = beginning ? [] : folded.filter((each) => !each.folded.startsWith(asked) && each.folded.includes(asked));
  return [...first, ...rest].map(({ name }) => name);
}

/** A condition as it is typed, in quotes where its value needs them. */
export const asTerm = (field: string, value: string): string =>
  /^[\p{L}\p{N}\p{M}_./*+-]+$/u.test(value) ? `${field}:${value}` : `${field}:"${value.replaceAll('"', ' ')}"`;
