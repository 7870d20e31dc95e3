/**
 * What is stored, and how older databases become today's. Steps are append-only: a released one never changes, and its
 * number is the database's version.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Facts, Paper, Sighting, Source, Tag } from '../../paper/paper';
import type { Rule } from '../rules';
import type { Filter, Origin } from '../types';

/**
 * A paper without what only its details show: small enough that a list reads fifty in a millisecond. All of `facts`,
 * `key`, `hasAbstract`, `sites` and `newest` is computed when it is written (`record.ts`).
 */
export interface StoredRow extends Omit<Paper, 'sources' | 'sightings' | 'facts'> {
  facts: Omit<Facts, 'abstract'>;
  hasAbstract: boolean;
  /** Sites it was read from or seen on, in alphabetical order. */
  sites: string[];
  /** Minus `savedAt`, so that an index gives the newest first; absent in the trash, which so is in no list. */
  newest?: number;
  /** Entry of the journal that changed it last. */
  change: number;
}

/** The heavy part of a paper. */
export interface StoredText {
  n: number;
  sources: Source[];
  sightings: Sighting[];
}

export interface StoredTag extends Tag {
  /** `foldTag(name)`: no two tags have the same. */
  folded: string;
  /** Papers outside the trash that have it, itself or one below it. */
  papers: number;
  /** When it was last given to a paper. */
  usedAt?: number;
}

/** An entry of the journal. What it changed is in `diffs`, in parts of at most 500 papers. */
export interface StoredEntry {
  id: number;
  at: number;
  origin: Origin;
  what: string;
  /** How many papers it touched. */
  papers: number;
  parts: number;
  /** How many of its parts stand, from the first on; none: it is taken back. */
  standing: number;
  /** What is being done to it in several transactions and is not finished: the next start finishes it or takes it back. */
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
  /** `record` is kept only while it is gone. */
  | { is: 'added' | 'deleted'; record?: Fields };
export type Fields = Record<string, unknown>;

/** Numbers that are given once, the count of papers outside the trash, and what can be redone. */
export interface StoredState {
  key: 'state';
  nextPaper: number;
  nextTag: number;
  nextEntry: number;
  papers: number;
  /** Entries taken back since the last new change, in that order. */
  undone: number[];
  /** When something in the trash was first found to have lain there long enough: see `trash.ts`. */
  dueSince?: number;
}

/** Papers that one transaction changed: what the search index has to read again. */
export interface StoredChange {
  numbers: number[];
  /** Those whose words may have changed. */
  texts: number[];
  /** Only in the record with key 0: entries up to this one were dropped. */
  floor?: number;
}

export interface Schema extends DBSchema {
  papers: { key: number; value: StoredRow; indexes: { ids: string; newest: number; removedAt: number; tags: string } };
  texts: { key: number; value: StoredText };
  tags: { key: string; value: StoredTag; indexes: { folded: string } };
  journal: { key: number; value: StoredEntry };
  diffs: { key: [number, number]; value: StoredPart };
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

/** One step: the stores it makes, and what it does to each record, also to one that comes from an older backup. */
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

/** The version that this program reads and writes. */
export const schemaVersion = migrations.length;

/** A record as these migrations leave it: also one of a backup, which is of the version that wrote it. */
export function migrate(kind: 'paper' | 'tag', record: Fields, through: readonly Migration[]): Fields {
  return through.reduce((one, step) => step[kind]?.(one) ?? one, record);
}
