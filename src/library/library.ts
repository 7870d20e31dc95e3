/**
 * What the library offers to the background and to our own pages, which all open the same database. Every change is one
 * journal entry, durable before its promise resolves, undoable, and announced to all open surfaces.
 */
import type { FileEntry } from '../formats/format';
import type { Mark } from '../paper/marks';
import type { Context, Editable, Facts, Paper, Status, Tag } from '../paper/paper';
import type { Sort } from '../query/query';
import type { HowToApply, ImportOptions, ImportPlan } from './import/import-plan';
import type { CheckedEntry } from './import/incoming';
import type { Rule } from './rules';
import type { Change, FacetCounts, Filter, Found, JournalEntry, Origin, Row, Trial, Which } from './types';

export interface Library {
  /* Reading */
  /** Marks by each id asked for; ids not in the library, or in the trash, are left out. */
  marks(ids: readonly string[]): Promise<Record<string, Mark>>;
  /** Whole papers, in the order asked for, each once; also those in the trash. */
  papers(which: Which): Promise<Paper[]>;
  /** The same without texts and sightings: half of the reading. */
  rows(which: ArrayLike<string> | ArrayLike<number>): Promise<Row[]>;
  /** The newest saved, straight from an index: for the first paint. */
  newest(limit: number): Promise<Row[]>;
  /** How many papers, without the trash. */
  size(): Promise<number>;
  /** The highest number that was given to a paper. It never goes down, and no number is given twice. */
  numbersGiven(): Promise<number>;
  find(query: string, options?: { sort?: Sort; signal?: AbortSignal }): Promise<Found>;
  facets(numbers: ArrayLike<number>): Promise<FacetCounts>;
  trash(): Promise<Row[]>;

  /** Groups of papers that may be one though they share no id: suggestions for the user, nothing more. */
  duplicates(): Promise<number[][]>;

  /* Tags */
  tags(): Promise<Tag[]>;
  /** How many papers have each tag, itself or one below it, by id. */
  tagCounts(): Promise<Map<string, number>>;
  /** Tags that complete a text by any part of their name, best first; the most recently used for "". */
  complete(text: string, limit?: number): Promise<(Tag & { papers: number })[]>;
  /** Renames a tag and what lies below it; joins it with a tag that has the name already. */
  renameTag(id: string, name: string): Promise<Change>;
  mergeTags(from: readonly string[], into: string): Promise<Change>;
  deleteTag(id: string): Promise<Change>;
  setTagColor(id: string, color: number | undefined): Promise<Change>;

  /* Saved filters */
  /** All, by name. */
  filters(): Promise<Filter[]>;
  /** How many papers each finds now, by id. Asks one query a filter. */
  filterCounts(): Promise<Map<string, number>>;
  /** Saves a query under a name; replaces the filter of that name. */
  saveFilter(filter: Omit<Filter, 'id'>): Promise<Change>;
  /** Refuses a name that another has. */
  renameFilter(id: string, name: string): Promise<Change>;
  deleteFilter(id: string): Promise<Change>;

  /* Auto-tag rules: applied to what is saved, and to what becomes known of it later */
  rules(): Promise<Rule[]>;
  /** Keeps a new rule, or changes the one with that id. Refuses what `ruleProblem` (`rules.ts`) finds wrong. */
  saveRule(rule: Omit<Rule, 'id'>, id?: string): Promise<Change>;
  deleteRule(id: string): Promise<Change>;
  /** Looks which papers a rule would tag; writes nothing. Calls back after each hundred. */
  tryRule(
    rule: Omit<Rule, 'id' | 'on'>,
    options?: { signal?: AbortSignal; progress?: (trial: Trial) => void },
  ): Promise<Trial>;
  /** Tags all papers that a rule holds for, as one change. */
  applyRule(id: string): Promise<Change>;

  /* Changing papers */
  save(
    facts: readonly Facts[],
    context: Context,
    options?: { tags?: readonly string[]; origin?: Origin },
  ): Promise<Change>;
  /** Adds and takes away tags, by name. */
  tag(which: Which, tags: { add?: readonly string[]; remove?: readonly string[] }, origin?: Origin): Promise<Change>;
  setTags(which: Which, tags: readonly string[], origin?: Origin): Promise<Change>;
  setStatus(which: Which, status: Status, origin?: Origin): Promise<Change>;
  setStarred(which: Which, starred: boolean, origin?: Origin): Promise<Change>;
  setNote(which: Which, note: string, origin?: Origin): Promise<Change>;
  /** Corrects facts by hand; `undefined` takes a correction back. */
  edit(which: Which, edits: { [K in keyof Editable]?: Editable[K] | undefined }): Promise<Change>;
  /**
   * Adds what a source says of papers that are here (by number), without having seen them anywhere: for completing. Give it
   * only facts that are missing.
   */
  fill(facts: ReadonlyMap<number, Facts>, site: string): Promise<Change>;
  /** Makes one record of several at the user's word, by the same rules as when they share an id. */
  mergePapers(into: number, others: readonly number[]): Promise<Change>;
  /** Moves to the trash. */
  remove(which: Which, origin?: Origin): Promise<Change>;
  restore(which: Which): Promise<Change>;
  /** Throws away all that lies in the trash, where papers lie for 30 days otherwise. The only change without undo. */
  emptyTrash(): Promise<number>;

  /* Files */
  /** Compares what a file holds with the library; writes nothing. Entries as they were read, or checked already, away from the page. */
  importPlan(entries: readonly (FileEntry | CheckedEntry)[], options: ImportOptions): Promise<ImportPlan>;
  /** Does what a plan says, as one change. */
  applyImport(plan: ImportPlan, options?: HowToApply): Promise<Change>;
  /** The key that each paper, by number, has under a template or from its file: not to be given to another. */
  citationKeys(template: string): Promise<Map<number, string>>;
  /** Keeps the citation keys that papers, by number, were exported under with a template. */
  keepCitationKeys(template: string, keys: ReadonlyMap<number, string>): Promise<void>;

  /* Journal */
  /** Takes back a change (the last one not undone, if none is named). From a page only what pages did. */
  undo(change?: number, origin?: Origin): Promise<Change>;
  redo(): Promise<Change>;
  journal(limit?: number): Promise<JournalEntry[]>;

  /** Calls back after each change, by whomever. Returns a function that stops it. */
  onChange(listener: (change: { keys: string[]; numbers: number[] }) => void): () => void;
  close(): void;
}
