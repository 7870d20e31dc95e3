/**
 * The query language: what people type to find papers, as a tree. `parseQuery` reads it, `matches` asks one paper or one
 * card of a page, the search index asks a whole library; all three mean the same. Pure. The README's section *Searching*
 * is its manual, and a test runs every example of it.
 */

import { type SearchedMetric, searchedMetrics } from '../paper/metrics';
import type { Facts, Status } from '../paper/paper';

/** Where words are looked for. `any` is all of them: title, authors, abstract, note, tags, venue. */
export type TextField = 'any' | 'title' | 'author' | 'abstract' | 'note' | 'venue';
/** What a paper may have or lack. */
export const haves = ['code', 'note', 'pdf', 'abstract', 'authors', 'tag', 'venue', 'date'] as const;
export type Have = (typeof haves)[number];

/** What a range is asked of: a day, a time or a count. */
export type RangeField = 'published' | 'saved' | 'changed' | SearchedMetric;

interface Placed {
  /** The part of the query it was read from, UTF-16 units. */
  from: number;
  to: number;
}

/** One condition. */
export type Leaf = Placed &
  (
    | {
        is: 'text';
        field: TextField;
        /** Folded (`fold`): ` word` asks for a beginning, ` two words ` for whole words in that order. */
        needle: string;
      }
    /** Folded name of a tag; finds what lies below it too. `*` stands for anything: `rl/*` is only what lies below. */
    | { is: 'tag'; name: string }
    /** Folded; the beginning of a site's id. */
    | { is: 'site'; name: string }
    /** Folded; a category (`cs.lg`) or an archive with all its categories (`cs`). */
    | { is: 'category'; name: string }
    /** Folded; the beginning of an id's value, or a whole `scheme:value`. */
    | { is: 'id'; value: string }
    | { is: 'status'; status: Status }
    | { is: 'starred' }
    | { is: 'saved' }
    | { is: 'has'; what: Have }
    /** Inclusive bounds. `published` as a number of eight digits (2024-07 is 20240700), times in ms since 1970. */
    | { is: 'range'; of: RangeField; min: number; max: number }
  );

/** A query, or a part of one. */
export type Node = Leaf | (Placed & ({ is: 'and'; of: Node[] } | { is: 'or'; of: Node[] } | { is: 'not'; of: Node }));

/** Orders of a list, as `sort:` and saved filters name them: permanent. */
export const sortKeys = [
  'saved',
  'published',
  'title',
  'author',
  'relevance',
  ...searchedMetrics,
  'status',
  'changed',
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sort {
  by: SortKey;
  /** Newest, largest or best first. */
  descending: boolean;
}

/** Whether a value from outside, such as a filter of a backup, is an order of a list. */
export function isSort(value: unknown): value is Sort {
  if (typeof value !== 'object' || value === null) return false;
  const { by, descending } = value as Partial<Record<keyof Sort, unknown>>;
  return sortKeys.some((key) => key === by) && typeof descending === 'boolean';
}

/** Something in a query that is not understood: still filtered by what is right. */
export interface Problem {
  /** Position in the query, UTF-16 units. */
  from: number;
  to: number;
  /** Key of `_locales`, and what goes into it. */
  message: string;
  values?: string[];
}

/** A query as read. */
export interface Query {
  /** Absent: everything is found. */
  node?: Node;
  /** Asked for by `sort:`. */
  sort?: Sort;
  problems: Problem[];
  /** Folded words and phrases that a hit shows, to be marked in it. */
  words: string[];
}

/** What a query looks at: a paper of the library, or a card of a page, whose user's side is absent if it is not saved. */
export interface QuerySubject {
  facts: Facts;
  /** What the user made of it. */
  own?: {
    /** Names. */
    tags: readonly string[];
    status: Status;
    starred: boolean;
    note?: string | undefined;
    /** Milliseconds since 1970. */
    savedAt: number;
    changedAt?: number;
  };
  /** Ids of the sites it was seen on. */
  sites: readonly string[];
  /** All ids it is known by. */
  ids: readonly string[];
}
