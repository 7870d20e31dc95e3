/**
 * The contract of a file format: papers in, text out, and back. Pure: no browser, no clock, no network. Files are written
 * and read in pieces, so that a caller can keep its page responsive, show progress and stop between any two pieces.
 */
import type { Facts, Paper, Status, Tag } from '../paper/paper';

/**
 * A paper as formats see it: the library's record with tag names in place of tag ids (`toExport`). `sources` and
 * `sightings` are present for the backup only.
 */
export interface ExportPaper
  extends Omit<Paper, 'n' | 'key' | 'sources' | 'sightings' | 'tags'>,
    Partial<Pick<Paper, 'sources' | 'sightings'>> {
  /** Names, in the order they were given. */
  tags: string[];
}

/** The words of a reading list, in the reader's language. */
export interface ReadingListWords {
  title: string;
  status: Record<Status, string>;
  untagged: string;
  undated: string;
  starred: string;
  code: string;
  pdf: string;
  note: string;
  /** "3 papers" */
  papers(n: number): string;
}

/** What a backup holds beside papers. Filters, rules and settings are not interpreted here. */
export interface LibraryParts {
  tags: readonly Tag[];
  filters?: unknown;
  rules?: unknown;
  settings?: unknown;
  /** Schema version of the records: the number of the library's last migration. */
  schema: number;
}

/** The user's choices, and context a writer needs. Each format uses what applies to it. */
export interface WriteOptions {
  /** Time of the export: formats have no clock. */
  now: Date;
  /** Template of citation keys (`citation-keys.ts`). Default: Better BibTeX's. */
  keyTemplate?: string;
  /** Citation keys of papers outside this export: not assigned again. */
  takenKeys?: Iterable<string>;
  /** Citation keys already assigned, one per paper, used instead of new ones. */
  keys?: readonly string[];
  /** Accents as UTF-8 (read by biber and current LaTeX) or as LaTeX commands (which old BibTeX sorts correctly). */
  accents?: 'utf8' | 'latex';
  /** Whether to write abstracts, nine tenths of a file's size. Default true. */
  abstracts?: boolean;
  /** Whether to write the user's own notes. Default true. */
  notes?: boolean;
  /** How reading lists are grouped. Default `tag`. */
  groupBy?: 'tag' | 'month' | 'none';
  /** Words of reading lists. Default English. */
  words?: ReadingListWords;
  /** Only for a backup of the whole library. */
  library?: LibraryParts;
}

/** The choices that the export dialog offers. */
export type Choices = Pick<WriteOptions, 'accents' | 'abstracts' | 'notes' | 'groupBy'>;

/** A piece of a file. A format's pieces are either all text or all bytes. */
export type FileChunk = string | Uint8Array;

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
  line: number;
  reason: ProblemReason;
  /** What it is about: a citation key, a field, the parser's own words. Text from outside. */
  detail?: string;
}

/** Why; `ui/import` has a sentence for each. */
export type ProblemReason =
  | 'cut-off'
  | 'syntax'
  | 'unbalanced'
  | 'not-a-paper'
  | 'no-title'
  | 'partly-read'
  | 'too-deep'
  | 'too-many'
  | 'newer-version'
  | 'edited'
  | 'not-recognised'
  | 'unreadable';

/** What a reader yields: a record, a problem, the other parts of a backup, or its progress. */
export type FileItem =
  | { entry: FileEntry }
  | { problem: FileProblem }
  | { library: Partial<LibraryParts> }
  /** Progress: UTF-16 units of the text read so far. */
  | { at: number };

/** A format: one file, listed once in `index.ts`. */
export interface FormatDefinition<Id extends string> {
  /** Its name on the command line and in settings. Never changes once released. */
  id: Id;
  /** Name shown to the user; a proper name, so not translated. */
  name: string;
  /** File name extension without the dot. */
  extension: string;
  mime: string;
  /** The choices that apply to it. */
  takes?: readonly (keyof Choices)[];
  /** Whether its records have citation keys. */
  isKeyed?: true;
  /** Writes a file piece by piece. Absent for formats that are only read. */
  write?(papers: readonly ExportPaper[], options: WriteOptions): Iterable<FileChunk>;
  /** For formats of bytes: the beginning of the content as text, for the preview. */
  preview?(papers: readonly ExportPaper[], options: WriteOptions): string;
  /** How sure it is that a text (given by its first 64 kB) is of this format, 0 to 1: the highest wins. */
  looksLike?(head: string): number;
  /** Reads a text. Never throws because of the text: problems are yielded. */
  read?(text: string): AsyncIterable<FileItem>;
}

/** Declares a format. Its id keeps its literal type, from which `index.ts` derives `FormatId`. */
export const defineFormat = <const Id extends string>(format: FormatDefinition<Id>): FormatDefinition<Id> => format;

/** Converts a record of the library. Tags without a known name are left out. */
export function toExport(paper: Paper, tagName: (id: string) => string | undefined): ExportPaper {
  const { n: _n, key: _key, tags, ...rest } = paper;
  return { ...rest, tags: tags.map(tagName).filter((name) => name !== undefined) };
}

/** Converts an entry without saving it: for converting file to file. `now`: milliseconds since 1970. */
export function entryToExport(entry: FileEntry, now: number): ExportPaper {
  const savedAt = entry.savedAt ?? now;
  const paper: ExportPaper = {
    ids: entry.facts.ids,
    facts: entry.facts,
    tags: entry.tags,
    status: entry.status ?? 'unread',
    savedAt,
    changedAt: savedAt,
  };
  if (entry.note !== undefined) paper.note = entry.note;
  if (entry.starredAt !== undefined) paper.starredAt = entry.starredAt;
  if (entry.citationKey !== undefined) paper.citationKeys = { file: entry.citationKey };
  return paper;
}
