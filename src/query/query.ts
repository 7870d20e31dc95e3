/**
 * The query language: the tree of what people type to find papers. `parseQuery` parses it, `matchesQuery` asks one
 * paper or one card of a page, the search index asks a whole library, and both give the same answers. Pure. The
 * README's section *Searching* is its manual; a test runs every example of it.
 */

import { type SearchedMetric, searchedMetrics } from '../paper/metrics';
import type { Facts, Status } from '../paper/paper';

/** Fields that words are looked for in. `any` is title, authors, abstract, note, tags and venue. */
export type TextField = 'any' | 'title' | 'author' | 'abstract' | 'note' | 'venue';
/** Values of `has:`: what a paper may have or lack. */
export const haves = ['code', 'note', 'pdf', 'abstract', 'authors', 'tag', 'venue', 'date'] as const;
export type Have = (typeof haves)[number];

/** Fields with ranges: days, times and counts. */
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
        /** Folded (`fold`): ` word` matches a word's prefix, ` two words ` whole words in that order. */
        needle: string;
      }
    /** Folded name of a tag; finds tags below it too. `*` stands for any text: `rl/*` finds only tags below. */
    | { is: 'tag'; name: string }
    /** Folded prefix of a site's id. */
    | { is: 'site'; name: string }
    /** Folded; a category (`cs.lg`) or an archive with all its categories (`cs`). */
    | { is: 'category'; name: string }
    /** Folded prefix of an id's value, or of `scheme:value`. */
    | { is: 'id'; value: string }
    | { is: 'status'; status: Status }
    | { is: 'starred' }
    | { is: 'saved' }
    | { is: 'published' }
    | { is: 'retracted' }
    | { is: 'has'; what: Have }
    /**
     * Inclusive bounds. `published` is a number of eight digits (2024-07 is 20240700); times are milliseconds since
     * 1970.
     */
    | { is: 'range'; of: RangeField; min: number; max: number }
  );

/** A query, or a part of one. */
export type Node = Leaf | (Placed & ({ is: 'and'; of: Node[] } | { is: 'or'; of: Node[] } | { is: 'not'; of: Node }));

/** Orders of a list. The names are permanent: `sort:` and saved searches use them. */
export const sortKeys = [
  'saved',
  'published',
  'title',
  'author',
  'venue',
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

/** What a list can be grouped by: its papers' first tag, status, the month they were saved in, venue, year. */
export const groupKeys = ['tag', 'status', 'month', 'venue', 'year'] as const;
export type GroupKey = (typeof groupKeys)[number];

/** Whether a value from outside, such as a filter of a backup, is an order of a list. */
export function isSort(value: unknown): value is Sort {
  if (typeof value !== 'object' || value === null) return false;
  const { by, descending } = value as Partial<Record<keyof Sort, unknown>>;
  return sortKeys.some((key) => key === by) && typeof descending === 'boolean';
}

/** A part of a query that is not understood. The rest of the query still filters. */
export interface Problem {
  /** Position in the query, UTF-16 units. */
  from: number;
  to: number;
  /** Message key of `_locales`, and its values. */
  message: string;
  values?: string[];
}

/** A parsed query. */
export interface Query {
  /** Absent: the query finds everything. */
  node?: Node;
  /** Set by `sort:`. */
  sort?: Sort;
  problems: Problem[];
  /** Folded words and phrases to mark in a hit. */
  words: string[];
}

/** What a query is asked of: a paper of the library, or a card of a page. `own` is absent if the card is not saved. */
export interface QuerySubject {
  facts: Facts;
  /** What the user did with it. */
  own?: {
    /** Names of tags. */
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
