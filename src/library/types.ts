/** Types that the library takes and returns: rows, answers to queries, counts, changes. */
import type { Because, Suggestion } from '../paper/marks';
import type { Facts, Paper, Status } from '../paper/paper';
import type { GroupKey, Problem, Sort } from '../query/query';

/** Who asks for a change. A page can only undo changes from pages. */
export type Origin = 'page' | 'own';

/** A change that is durable. */
export interface Change {
  /** Number of the journal entry, for `undo`. 0 if nothing changed; then there is no entry. */
  id: number;
  /** Records it touched. */
  numbers: number[];
  /** Their ids, before and after. */
  keys: string[];
}

/** What a service said of a paper, and when (ms since 1970). */
export interface Learnt {
  /** The paper's number. */
  n: number;
  /** The service as a source: `crossref-api`. */
  site: string;
  at: number;
  facts: Facts;
}

/** Which papers: by any of their ids or by number. */
export type Which = readonly string[] | readonly number[];

/** A row of a list: a paper without its abstract, sources and sightings. */
export type Row = Omit<Paper, 'sources' | 'sightings' | 'facts'> & {
  facts: Omit<Paper['facts'], 'abstract'>;
  hasAbstract: boolean;
  /** Ids of the sites it was read from or seen on. */
  sites: string[];
};

/** How the papers that a query finds are listed. */
export interface FindOptions {
  /** Newest first without it. The query's own `sort:` wins. */
  sort?: Sort | undefined;
  group?: GroupKey | undefined;
  signal?: AbortSignal;
}

/** The answer to a query. */
export interface Found {
  /** Numbers of the papers, in order. */
  numbers: Uint32Array;
  problems: Problem[];
  /** Folded words to mark in titles and abstracts. */
  words: string[];
  /** Where the papers are grouped: the groups, in order. */
  groups?: PaperGroup[];
  /** If nothing was found: the part of the query that excludes everything. */
  emptiedBy?: string;
}

/** Papers of a list that have one property in common. */
export interface PaperGroup {
  /** A tag's name, a status, `2026-05`, a venue, a year; empty for the papers without one. */
  name: string;
  /** The place of its first paper in the list. */
  from: number;
  papers: number;
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

/** Where a paper that is not saved stands among others, by what the library holds. */
export interface RankedCard {
  /** 1 for the card most like what the reader keeps. */
  place: number;
  /** Orders the cards of one call; alone it means nothing. */
  score: number;
  /** Whether it is more likely kept than not: what a line under "likely yours" parts. */
  isLikely: boolean;
  /** What ties it to the papers of a tag, or to the library. Absent where nothing can be named. */
  because?: Because & { tag?: string };
  /** Tags that would be suggested for it. */
  tags: Suggestion[];
}

/** A paper of the library that is near to another one. */
export interface Related {
  row: Row;
  /** What both are about, the strongest first, as the other paper spells it. */
  words: string[];
}

/** A query saved under a name. */
export interface Filter {
  id: string;
  /** Unique, ignoring case and accents. */
  name: string;
  query: string;
  /** The order it was saved with. Absent: newest first. */
  sort?: Sort;
}

/** What a rule would do, so far. */
export interface Trial {
  /** Papers tried, and papers in all. */
  done: number;
  papers: number;
  /** Numbers of the papers that match and lack one of the rule's tags, newest first. */
  numbers: readonly number[];
  /** The first five of them. */
  first: Row[];
  /** Time spent matching, without reading the papers. */
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
