/**
 * The schema of the database, and the migrations from older versions. Migrations are append-only: a released one never
 * changes, and its number is the version it leads to.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Facts, Paper, Sighting, Source, Tag } from '../../paper/paper';
import type { Rule } from '../rules';
import type { Filter, Origin } from '../types';

/**
 * A paper without the fields that only its details show, so that a list reads fifty rows in a millisecond. `facts`,
 * `key`, `hasAbstract`, `sites` and `newest` are computed on each write (`record.ts`).
 */
export interface StoredRow extends Omit<Paper, 'sources' | 'sightings' | 'facts'> {
  facts: Omit<Facts, 'abstract'>;
  hasAbstract: boolean;
  /** Sites it was read from or seen on, in alphabetical order. */
  sites: string[];
  /** Minus `savedAt`, so that an index returns the newest first. Absent in the trash, so that no list shows it. */
  newest?: number;
  /** Journal entry that changed it last. */
  change: number;
  /** Whether a save from a page joined two records to this one. Pages cannot join it again. */
  joinedByPage?: true;
  /** Ids of other records that a page gave for this paper. The records are suggested as duplicates, not joined. */
  alike?: string[];
}

/** The large part of a paper. */
export interface StoredText {
  n: number;
  sources: Source[];
  sightings: Sighting[];
}

export interface StoredTag extends Tag {
  /** `foldTag(name)`, unique. */
  folded: string;
  /** Number of papers outside the trash that have the tag or one below it. */
  papers: number;
  /** When it was last given to a paper. */
  usedAt?: number;
}

/** An entry of the journal. Its differences are in `diffs`, in parts of at most 500 papers. */
export interface StoredEntry {
  id: number;
  at: number;
  origin: Origin;
  what: string;
  /** Number of papers it changed. */
  papers: number;
  parts: number;
  /** How many of its parts are applied, from the first on. 0: it is undone. */
  standing: number;
  /**
   * An operation on it that takes several transactions and has not finished. The next start finishes it or rolls it
   * back.
   */
  open?: 'do' | 'undo' | 'redo';
}

/** What one transaction changed. */
export interface StoredPart {
  entry: number;
  part: number;
  diffs: Diff[];
}

/** How one record changed: the fields that differ, as they were before and after. */
export type Diff = ({ of: 'paper'; id: number } | { of: 'tag' | 'filter' | 'rule'; id: string }) & Difference;
export type Difference =
  | { is: 'changed'; before: Fields; after: Fields }
  /** `record` is stored only while the record does not exist. */
  | { is: 'added' | 'deleted'; record?: Fields };
export type Fields = Record<string, unknown>;

/** Counters of numbers that are never reused, the number of papers outside the trash, and what can be redone. */
export interface StoredState {
  key: 'state';
  nextPaper: number;
  nextTag: number;
  nextEntry: number;
  papers: number;
  /** Entries undone since the last new change, in that order. */
  undone: number[];
  /** When an expired paper was first found in the trash; see `trash.ts`. */
  dueSince?: number;
}

/** Papers that one transaction changed. The search index reads them again. */
export interface StoredChange {
  numbers: number[];
  /** Those whose text may have changed. */
  texts: number[];
  /** Only in the record with key 0: entries up to this one were deleted. */
  floor?: number;
}

export interface Schema extends DBSchema {
  papers: { key: number; value: StoredRow; indexes: { ids: string; newest: number; removedAt: number; tags: string } };
  texts: { key: number; value: StoredText };
  tags: { key: string; value: StoredTag; indexes: { folded: string } };
  journal: { key: number; value: StoredEntry };
  diffs: { key: [number, number]; value: StoredPart };
  /** Also holds values that `kept.ts` reads and writes. */
  state: { key: string; value: StoredState };
  filters: { key: string; value: Filter };
  rules: { key: string; value: Rule };
  changes: { key: number; value: StoredChange };
  index: { key: IDBValidKey; value: unknown };
}

export type Store = keyof Schema &
  ('papers' | 'texts' | 'tags' | 'journal' | 'diffs' | 'state' | 'filters' | 'rules' | 'changes' | 'index');
export type Database = IDBPDatabase<Schema>;
export type WriteTx = IDBPTransaction<Schema, Store[], 'readwrite'>;
export type ReadTx = IDBPTransaction<Schema, Store[], 'readonly' | 'readwrite'>;
export type UpgradeTx = IDBPTransaction<Schema, Store[], 'versionchange'>;

/**
 * One migration: the stores it creates, and how it converts each record. Records of older backups are converted too.
 */
export interface Migration {
  stores(db: Database, tx: UpgradeTx): void;
  paper?(paper: Fields): Fields;
  tag?(tag: Fields): Fields;
}

/** The first leads to version 1. */
export const migrations: readonly Migration[] = [
  {
    stores(db) {
      const papers = db.createObjectStore('papers', { keyPath: 'n' });
      papers.createIndex('ids', 'ids', { multiEntry: true, unique: true });
      papers.createIndex('newest', 'newest');
      papers.createIndex('removedAt', 'removedAt');
      papers.createIndex('tags', 'tags', { multiEntry: true });
      db.createObjectStore('texts', { keyPath: 'n' });
      db.createObjectStore('tags', { keyPath: 'id' }).createIndex('folded', 'folded', { unique: true });
      db.createObjectStore('journal', { keyPath: 'id' });
      db.createObjectStore('diffs', { keyPath: ['entry', 'part'] });
      db.createObjectStore('state', { keyPath: 'key' });
      db.createObjectStore('filters', { keyPath: 'id' });
      db.createObjectStore('changes', { autoIncrement: true });
      db.createObjectStore('index');
    },
  },
  {
    stores(db) {
      db.createObjectStore('rules', { keyPath: 'id' });
    },
  },
];

/** The version this program reads and writes. */
export const schemaVersion = migrations.length;

/** Converts a record of the database, or of a backup, by these migrations. */
export function migrate(kind: 'paper' | 'tag', record: Fields, through: readonly Migration[]): Fields {
  return through.reduce((one, step) => step[kind]?.(one) ?? one, record);
}
