/** Completes a query as it is typed: fields and their values. Pure. */

import { queryFields, states, statusNames } from './fields';
import { foldName } from './fold';
import { type Lexeme, lex } from './lex';
import { haves, sortKeys } from './query';

/** Names the library knows. Each list is in the order in which names are offered. */
export interface Vocabulary {
  tags?: readonly string[];
  sites?: readonly string[];
  categories?: readonly string[];
  venues?: readonly string[];
}

/** Text that replaces a part of the query, from and to in UTF-16 units. */
export interface QueryCompletion {
  from: number;
  to: number;
  /** Ends in a colon where a value follows, else in a space. */
  text: string;
}

/**
 * At most `limit` completions for the term before the caret. Names that start with it come before names that contain
 * it.
 */
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

/** End of the term that contains the caret. */
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

interface FoldedName {
  name: string;
  folded: string;
}

/** Lists that were folded before: folding 50,000 tags takes longer than a key press may. */
const foldedLists = new WeakMap<readonly string[], readonly FoldedName[]>();

function foldedNames(names: readonly string[]): readonly FoldedName[] {
  const known = foldedLists.get(names) ?? names.map((name) => ({ name, folded: foldName(name) }));
  foldedLists.set(names, known);
  return known;
}

/**
 * Names that start with what was typed, then, unless `beginning`, names that contain it. An exact match is left out.
 */
function best(names: readonly string[], typed: string, beginning: boolean): string[] {
  const asked = foldName(typed);
  const folded = foldedNames(names).filter((each) => each.folded !== asked);
  const first = folded.filter((each) => each.folded.startsWith(asked));
  const rest = beginning ? [] : folded.filter((each) => !each.folded.startsWith(asked) && each.folded.includes(asked));
  return [...first, ...rest].map(({ name }) => name);
}

/** A condition as text, quoted if its value needs it. */
export const asTerm = (field: string, value: string): string =>
  /^[\p{L}\p{N}\p{M}_./*+-]+$/u.test(value) ? `${field}:${value}` : `${field}:"${value.replaceAll('"', ' ')}"`;
