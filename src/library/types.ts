/** What the library gives and takes: rows, answers to queries, counts, changes. */
import type { Paper, Status } from '../paper/paper';
import type { Problem, Sort } from '../query/query';

/** Who asks for a change: undo from a page only takes back what pages did. */
export type Origin = 'page' | 'own';

/** A change that is durable. */
export interface Change {
  /** Number of the journal's entry: give it to `undo`. 0 where nothing had to change: there is no entry then. */
  id: number;
  /** Records it touched. */
  numbers: number[];
  /** Their ids, before and after. */
  keys: string[];
}

/** Which papers: by any of their ids or by number. */
export type Which = readonly string[] | readonly number[];

/** A row of a list: a paper without what a list does not show. */
export type Row = Omit<Paper, 'sources' | 'sightings' | 'facts'> & {
  facts: Omit<Paper['facts'], 'abstract'>;
  hasAbstract: boolean;
  /** Ids of the sites it was read from or seen on. */
  sites: string[];
};

/** The answer to a query. */
export interface Found {
  /** Numbers of the papers, in order. */
  numbers: Uint32Array;
  problems: Problem[];
  /** Folded words to mark in titles and abstracts. */
  words: string[];
  /** Where nothing was found: the part of the query without which something would be. */
  emptiedBy?: string;
}

/** Counts over the papers that a query finds. */
export interface FacetCounts {
  /** By tag id: papers with the tag itself or one below it. */
  tags: Map<string, number>;
  status: Record<Status, number>;
  starred: number;
  sites: Map<string, number>;
  years: Map<string, number>;
}

/** A query saved under a name. */
export interface Filter {
  id: string;
  /** No two have the same, whatever the case and accents. */
  name: string;
  query: string;
  /** The order it was saved with; absent: the newest first. */
  sort?: Sort;
}

/** What a rule would do, as far as it was tried. */
export interface Trial {
  /** Papers looked at, of how many. */
  done: number;
  papers: number;
  /** Those that it would tag and that lack one of its tags, the newest first. */
  numbers: readonly number[];
  /** The first five of them. */
  first: Row[];
  /** Time that the rule itself took, without reading the papers. */
  milliseconds: number;
}

/** An entry of the journal, as undo shows it. */
export interface JournalEntry {
  id: number;
  at: number;
  origin: Origin;
  /** Key of `_locales` that names the change, and how many papers it touched. */
  what: string;
  papers: number;
  undone: boolean;
}
