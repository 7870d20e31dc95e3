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

/**
 * A rule adds the tag; the paper shares words, its category, a keyword or an author with papers that have it; it has words of
 * the tag's name; or it shares words with the library as a whole.
 */
export const reasons = ['rule', 'words', 'category', 'keyword', 'author', 'name', 'library'] as const;

/** Why a tag is suggested for a paper, or a paper is ranked where it is. */
export interface Because {
  why: (typeof reasons)[number];
  /** What is shared, the strongest first, as the paper has it. Empty for a rule. */
  of: string[];
  /** How many of the tag's papers share the first of it, and how many it has. Both 0 for a rule, a name and the library. */
  papers: number;
  total: number;
}

/** A suggested tag and why. */
export interface Suggestion extends Because {
  tag: string;
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
