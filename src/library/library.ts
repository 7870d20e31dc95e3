/**
 * The interface of the library for the background and our own pages, which all open the same database. Every change is
 * one journal entry. It is durable before its promise resolves, can be undone, and is announced to every open page.
 */
import type { FileEntry } from '../formats/file-items';
import type { Mark, Suggestion } from '../paper/marks';
import type { Context, Editable, Facts, Paper, Status, Tag } from '../paper/paper';
import type { HowToApply, ImportOptions, ImportPlan } from './import/import-plan';
import type { CheckedEntry } from './import/incoming';
import type { Rule } from './rules';
import type {
  Change,
  FacetCounts,
  Filter,
  FindOptions,
  Found,
  JournalEntry,
  Learnt,
  Origin,
  RankedCard,
  Related,
  Row,
  Trial,
  Which,
} from './types';

export interface Library {
  /* Reading */
  /** Marks by id. Ids that are not in the library, or in the trash, are left out. */
  marks(ids: readonly string[]): Promise<Record<string, Mark>>;
  /** Whole papers in the order asked for, each once, including papers in the trash. Unknown ids are left out. */
  papers(which: Which): Promise<Paper[]>;
  /** The same without texts and sightings, which takes half the time. */
  rows(which: ArrayLike<string> | ArrayLike<number>): Promise<Row[]>;
  /** The newest papers, read from an index: fast enough for the first paint. */
  newest(limit: number): Promise<Row[]>;
  /** How many papers, without the trash. */
  size(): Promise<number>;
  /** The highest number ever given to a paper. It never decreases, and no number is reused. */
  numbersGiven(): Promise<number>;
  /** With `group`, groups of papers one after the other, each in the order asked for. A paper is in one group only. */
  find(query: string, options?: FindOptions): Promise<Found>;
  facets(numbers: ArrayLike<number>): Promise<FacetCounts>;
  trash(): Promise<Row[]>;

  /** Groups of papers that may be duplicates although they share no id: suggestions only. */
  duplicates(): Promise<number[][]>;

  /* What the library learnt from the papers and tags in it: see `memory` */
  /**
   * At most three tags for each paper, saved or not, best first, each with its reason: those of rules, then those that
   * are likely. Never one that the paper has, or one above it.
   */
  suggest(papers: readonly Facts[]): Promise<Suggestion[][]>;
  /** Remembers that a tag does not fit papers: `suggest` leaves it out for them. */
  refuseTag(which: Which, tag: string): Promise<Change>;
  /** At most five papers near to a paper, by number, the nearest first. None where they share words only by chance. */
  related(n: number): Promise<Related[]>;
  /** Ranks papers that are not saved, by what is. One answer each, in the order given. Works in slices. */
  rank(cards: readonly Facts[]): Promise<RankedCard[]>;

  /* Tags */
  tags(): Promise<Tag[]>;
  /** By tag id, how many papers have the tag or one below it. */
  tagCounts(): Promise<Map<string, number>>;
  /** Tags whose name contains the text, best match first. For "" the most recently used tags. */
  complete(text: string, limit?: number): Promise<(Tag & { papers: number })[]>;
  /** Renames a tag and all tags below it. If another tag has the new name, the two are merged. */
  renameTag(id: string, name: string): Promise<Change>;
  mergeTags(from: readonly string[], into: string): Promise<Change>;
  deleteTag(id: string): Promise<Change>;
  setTagColor(id: string, color: number | undefined): Promise<Change>;

  /* Saved filters */
  /** All, by name. */
  filters(): Promise<Filter[]>;
  /** How many papers each filter finds now, by its id. Runs one query per filter. */
  filterCounts(): Promise<Map<string, number>>;
  /** Saves a query under a name and replaces a filter with that name. */
  saveFilter(filter: Omit<Filter, 'id'>): Promise<Change>;
  /** Throws `invalid` if another filter has the name. */
  renameFilter(id: string, name: string): Promise<Change>;
  deleteFilter(id: string): Promise<Change>;

  /** Auto-tag rules: applied to a paper when it is saved and when more of its facts become known */
  rules(): Promise<Rule[]>;
  /**
   * Stores a new rule, or replaces the rule with that id. Throws `invalid` if `ruleProblem` (`rules.ts`) finds a
   * problem.
   */
  saveRule(rule: Omit<Rule, 'id'>, id?: string): Promise<Change>;
  deleteRule(id: string): Promise<Change>;
  /** Finds the papers that a rule would tag. Writes nothing. Calls `progress` after each hundred papers. */
  tryRule(
    rule: Omit<Rule, 'id' | 'on'>,
    options?: { signal?: AbortSignal; progress?: (trial: Trial) => void },
  ): Promise<Trial>;
  /** Tags all papers that a rule matches, as one change. */
  applyRule(id: string): Promise<Change>;

  /* Changing papers */
  save(
    facts: readonly Facts[],
    context: Context,
    options?: { tags?: readonly string[]; origin?: Origin },
  ): Promise<Change>;
  /** The same for papers that come from several places, as one change. */
  saveEach(
    papers: readonly { facts: Facts; context: Context }[],
    options?: { tags?: readonly string[]; origin?: Origin },
  ): Promise<Change>;
  /** Adds and removes tags, by name. */
  tag(which: Which, tags: { add?: readonly string[]; remove?: readonly string[] }, origin?: Origin): Promise<Change>;
  setTags(which: Which, tags: readonly string[], origin?: Origin): Promise<Change>;
  setStatus(which: Which, status: Status, origin?: Origin): Promise<Change>;
  setStarred(which: Which, starred: boolean, origin?: Origin): Promise<Change>;
  setNote(which: Which, note: string, origin?: Origin): Promise<Change>;
  /** Stores corrections by hand. `undefined` removes a correction. */
  edit(which: Which, edits: { [K in keyof Editable]?: Editable[K] | undefined }): Promise<Change>;
  /**
   * Adds a source's facts to papers of the library, by number, without a sighting. Used to complete papers: pass only
   * facts that are missing.
   */
  fill(facts: ReadonlyMap<number, Facts>, site: string): Promise<Change>;
  /**
   * Adds what services said of papers, in place of what they said before, as one change. A paper also gets the ids that no
   * other paper has.
   */
  learn(learnt: readonly Learnt[]): Promise<Change>;
  /** Merges records because the user asked for it, by the same rules as for records that share an id. */
  mergePapers(into: number, others: readonly number[]): Promise<Change>;
  /** Moves to the trash. */
  remove(which: Which, origin?: Origin): Promise<Change>;
  restore(which: Which): Promise<Change>;
  /**
   * Deletes everything in the trash at once; otherwise papers stay there for 30 days. Returns how many. Cannot be
   * undone.
   */
  emptyTrash(): Promise<number>;

  /* Files */
  /** Compares a file's entries with the library. Writes nothing. Entries may already have been checked in a worker. */
  importPlan(entries: readonly (FileEntry | CheckedEntry)[], options: ImportOptions): Promise<ImportPlan>;
  /** Carries out a plan, as one change. */
  applyImport(plan: ImportPlan, options?: HowToApply): Promise<Change>;
  /** The citation key that each paper, by number, has for a template or from its file. No other paper may get it. */
  citationKeys(template: string): Promise<Map<number, string>>;
  /** Stores the citation keys that papers, by number, were exported under with a template. */
  keepCitationKeys(template: string, keys: ReadonlyMap<number, string>): Promise<void>;

  /* Work that outlives the worker */
  /** A value that was kept under a name. Whoever kept it checks that it is of the right form. */
  kept(name: string): Promise<unknown>;
  /** Keeps values under their names, all or none; undefined deletes one. No journal entry, no undo, in no backup. */
  keep(values: Readonly<Record<string, unknown>>): Promise<void>;

  /* Journal */
  /**
   * Moves to the trash the papers that a save from a page added or restored, unless they were changed since by an entry that is
   * not among `changes`. Throws `missing` if there is no such change, `refused` if it has no such papers.
   */
  takeBackSave(change: number, changes: readonly number[]): Promise<Change>;
  /** Undoes a change; by default the last one not undone. Pages can only undo changes made from pages. */
  undo(change?: number, origin?: Origin): Promise<Change>;
  redo(): Promise<Change>;
  journal(limit?: number): Promise<JournalEntry[]>;

  /** Calls back after each change, whoever made it. Returns a function that unsubscribes. */
  onChange(listener: (change: { keys: string[]; numbers: number[] }) => void): () => void;
  close(): void;
}
