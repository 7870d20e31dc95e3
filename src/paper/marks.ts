/** What the library tells web pages about papers: marks, completions, suggestions, visits. */
import type { Status } from './paper';

/** A paper's state in the library, as shown on pages: only ever drawn into a closed shadow root. */
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

/** A suggested tag, and why: a rule, or papers of the library that have it and share an author, a word … with the paper. */
export interface Suggestion {
  tag: string;
  why: 'rule' | 'author' | 'owner' | 'word';
  /** The author, owner or word that is shared. */
  of: string;
  papers: number;
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
