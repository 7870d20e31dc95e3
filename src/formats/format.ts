/**
 * The contract of a format: papers in, text out, and back. Pure: no browser, no clock, no network. Everything is made and
 * read in pieces, so that a caller can yield to its page, show progress and stop between any two of them.
 */
import type { Facts, Paper, Status, Tag } from '../paper/paper';

/**
 * A paper as a format sees it: the library's record with its tags' names in place of their ids (`toExport`). What other
 * programs' files do not know (`sources`, `sightings`) is only there for the backup.
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

/** What a backup holds beside papers. Filters, rules and settings are kept as they are, whatever they are. */
export interface LibraryParts {
  tags: readonly Tag[];
  filters?: unknown;
  rules?: unknown;
  settings?: unknown;
  /** Version of the records: the number of the library's last schema step. */
  schema: number;
}

/** What a user may choose, and what a writer cannot know by itself. Each format takes what concerns it. */
export interface WriteOptions {
  /** Time of the export: formats have no clock. */
  now: Date;
  /** Citation keys: the template (`citation-keys.ts`); the Better BibTeX custom if none is given. */
  keyTemplate?: string;
  /** Keys that papers outside this export have: not given again. */
  takenKeys?: Iterable<string>;
  /** Keys that were assigned before, one a paper, in place of new ones. */
  keys?: readonly string[];
  /** Accents as UTF-8 (what biber and today's LaTeX read) or as LaTeX commands (what old BibTeX sorts right). */
  accents?: 'utf8' | 'latex';
  /** Without abstracts the file is a tenth of the size. Default true. */
  abstracts?: boolean;
  /** The user's own notes. Default true: leave out for a list that goes to others. */
  notes?: boolean;
  /** How reading lists are divided. Default `tag`. */
  groupBy?: 'tag' | 'month' | 'none';
  /** Default English. */
  words?: ReadingListWords;
  /** For the backup of a whole library. */
  library?: LibraryParts;
}

/** What a user may choose of a file. */
export type Choices = Pick<WriteOptions, 'accents' | 'abstracts' | 'notes' | 'groupBy'>;

/** A piece of a file; all of one format's pieces are text, or all are bytes. */
export type FileChunk = string | Uint8Array;

/** One paper that a file holds. */
export interface FileEntry {
  facts: Facts;
  /** What the file's program calls tags or keywords. */
  tags: string[];
  status?: Status;
  starredAt?: number;
  note?: string;
  savedAt?: number;
  /** The file's own citation key. */
  citationKey?: string;
  /** Line where it begins, from 1. */
  line?: number;
  /** From our backup only: the whole record, tags by name, as the version that wrote it had it. */
  record?: unknown;
}

/** Something in a file that could not be read, or only in part. */
export interface FileProblem {
  line: number;
  reason: ProblemReason;
  /** What it is about: a citation key, a field, the parser's own words. Text from outside. */
  detail?: string;
}

/** Why; the surface has a sentence for each. Those of `fatal` mean that nothing after the line was read. */
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

/** What a reader yields: a paper, a problem, what a backup holds besides, or how far it has come. */
export type FileItem =
  | { entry: FileEntry }
  | { problem: FileProblem }
  | { library: Partial<LibraryParts> }
  /** UTF-16 units of the text that are done. */
  | { at: number };

/** A format: one file, listed once in `index.ts`. */
export interface FormatDefinition<Id extends string> {
  /** Its name on the command line and in settings. Never changes once released. */
  id: Id;
  /** As its users call it. A proper name: not translated. */
  name: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** The choices that mean something to it. */
  takes?: readonly (keyof Choices)[];
  /** Whether its papers go under citation keys. */
  isKeyed?: true;
  /** Makes the file, piece by piece. Absent where only reading makes sense. */
  write?(papers: readonly ExportPaper[], options: WriteOptions): Iterable<FileChunk>;
  /** The beginning of what a file of bytes holds, as text: for a preview. */
  preview?(papers: readonly ExportPaper[], options: WriteOptions): string;
  /** Whether a text (its first 64 kB at least) is of this format, 0 to 1: the surest wins. */
  looksLike?(head: string): number;
  /** Reads a text. Never throws for what the text holds: problems are yielded. */
  read?(text: string): AsyncIterable<FileItem>;
}

/** Declares a format; its id keeps its literal type, of which `index.ts` makes `FormatId`. */
export const defineFormat = <const Id extends string>(format: FormatDefinition<Id>): FormatDefinition<Id> => format;

/** A record of the library as formats see it. Tags whose name is not known are left out. */
export function toExport(paper: Paper, tagName: (id: string) => string | undefined): ExportPaper {
  const { n: _n, key: _key, tags, ...rest } = paper;
  return { ...rest, tags: tags.map(tagName).filter((name) => name !== undefined) };
}

/** An entry as if it had been saved: what converting from file to file needs. */
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
