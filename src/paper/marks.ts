/** What the library tells of papers that a page or a field names: marks, completions, suggestions, visits. */
import type { Status } from './paper';

/** What a page may learn of a paper that it shows: drawn only into a closed shadow root. */
export interface Mark {
  /** The record's present key. */
  key: string;
  status: Status;
  starred: boolean;
  /** Names, in order. */
  tags: string[];
  note?: string;
  savedAt: number;
}

/** A tag that completes what was typed. */
export interface Completion {
  name: string;
  /** How many papers have it, itself or below it. */
  papers: number;
  color?: number;
}

/** A tag that a paper may be given, and why: a rule, or so many papers of the library that share an author, a word … with it. */
export interface Suggestion {
  tag: string;
  why: 'rule' | 'author' | 'owner' | 'word';
  /** The author, owner or word that is shared. */
  of: string;
  papers: number;
}

/** What a hover card says of a paper of the library. */
export interface Known {
  title: string;
  authors: string[];
  mark: Mark;
}

/** A visit to a listing. Times in ms since 1970. */
export interface Visit {
  /** When it began: what was seen first since then is new. */
  start: number;
  /** The end of the visit before; absent on the first. */
  before?: number;
  /** When each of the papers asked for was seen first; those never seen are left out. */
  seen: Record<string, number>;
}
