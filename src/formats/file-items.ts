/** What readers of files yield: records, problems, progress. */
import type { Facts, Status, Tag } from '../paper/paper';
import type { RecordField } from './record/field';

/** One record of a file, read as a paper. */
export interface FileEntry {
  facts: Facts;
  /** What the program that wrote the file calls tags or keywords. */
  tags: string[];
  status?: Status;
  starredAt?: number;
  note?: string;
  savedAt?: number;
  /** The file's own citation key. */
  citationKey?: string;
  /** Line where the record begins, from 1. */
  line?: number;
  /** From our backup only: the whole record with tag names, in the schema of the version that wrote it. */
  record?: unknown;
}

/** Something in a file that could not be read, or only in part. */
export interface FileProblem {
  /** Line of the record or of the place, from 1. */
  line: number;
  reason: ProblemReason;
  /** What it is about: a citation key, a field, the parser's own words. Text from outside. */
  detail?: string;
  /** The first words of the record, where it was not read. Text from outside. */
  excerpt?: string;
  /** The record it is about was not read at all. Absent: the record was read in part, or the problem is the file's. */
  isLost?: true;
}

/** Why; `ui/import` has a sentence for each. */
export type ProblemReason =
  /** The file ends within a record. */
  | 'cut-off'
  | 'syntax'
  /** A brace or quote is not closed. */
  | 'unbalanced'
  /** Not a paper by its type: BibTeX's `@set`. */
  | 'not-a-paper'
  /** The record has no title: its id or authors stand in for it. */
  | 'no-title'
  | 'partly-read'
  | 'too-deep'
  /** More values or longer text than is kept; `detail` names the field. */
  | 'shortened'
  /** A list of names that cannot be split with certainty; `detail` is the list. */
  | 'unclear-authors'
  /** A list of names without anything between them was split at its capitals. */
  | 'guessed-authors'
  /** A table whose columns are not known: they can be named by hand. */
  | 'unknown-columns'
  /** An address that leads to no paper. */
  | 'no-paper-address'
  /** Text of no known format: only ids and addresses of papers in it were taken. */
  | 'ids-only'
  | 'newer-version'
  | 'edited'
  | 'not-recognised'
  | 'unreadable';

/** What a backup holds beside papers. Filters, rules and settings are not interpreted here. */
export interface LibraryParts {
  tags: readonly Tag[];
  filters?: unknown;
  rules?: unknown;
  settings?: unknown;
  /** Schema version of the records: the number of the library's last migration. */
  schema: number;
}

/** What a reader yields: a record, a problem, fields it did not keep, the other parts of a backup, or its progress. */
export type FileItem =
  | { entry: FileEntry }
  | { problem: FileProblem }
  /** Names of fields of one record that have a value but are not kept. */
  | { leftOut: readonly string[] }
  | { library: Partial<LibraryParts> }
  /** A table whose columns are not known, with some of its rows: to be read again with `ReadOptions.columns`. */
  | { table: UnknownTable }
  /** Progress: UTF-16 units of the text read so far. */
  | { at: number };

/** A table whose columns must be named by hand. */
export interface UnknownTable {
  columns: string[];
  /** Some rows, to tell the columns by. */
  rows: string[][];
}

/** What a reader may be told. */
export interface ReadOptions {
  /** What each column of a table holds, in order; undefined for those that are not kept. */
  columns?: readonly (RecordField | undefined)[];
}
