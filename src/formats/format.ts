/**
 * The contract of a file format: papers in, text out, and back. Pure: no browser, no clock, no network. Files are written
 * and read in pieces, so that a caller can keep its page responsive, show progress and stop between any two pieces.
 */
import type { Paper, Status } from '../paper/paper';
import type { FileEntry, FileItem, LibraryParts, ReadOptions } from './file-items';

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
  abstract: string;
  contents: string;
  /** Above links to papers that stand under another heading. */
  elsewhere: string;
  /** The language of these words, as BCP 47 has it: `en`. */
  language: string;
  /** "3 papers" */
  papers(n: number): string;
  /** Where no name is known: "8 authors (names unknown)" */
  authors(n: number): string;
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
  /** Whether reading lists say the status of a paper; and whether they mark those with a star. Default true. */
  status?: boolean;
  stars?: boolean;
  /** Heading of a reading list, and a text below it. Default: words for "Reading list", and none. */
  title?: string;
  intro?: string;
  /** A formula as MathML; undefined if it cannot be read. Absent: formulas are plain text. */
  math?: (tex: string, isDisplay: boolean) => string | undefined;
  /** How reading lists are grouped. Default `tag`. */
  groupBy?: 'tag' | 'month' | 'none';
  /** Words of reading lists. Default English. */
  words?: ReadingListWords;
  /** Only for a backup of the whole library. */
  library?: LibraryParts;
}

/** The choices that the export dialog offers. */
export type Choices = Pick<WriteOptions, 'accents' | 'abstracts' | 'notes' | 'status' | 'stars' | 'groupBy'>;

/** A piece of a file. A format's pieces are either all text or all bytes. */
export type FileChunk = string | Uint8Array;

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
  takes?: readonly (keyof Choices | 'heading')[];
  /** Whether its records have citation keys. */
  isKeyed?: true;
  /** Writes a file piece by piece. Absent for formats that are only read. */
  write?(papers: readonly ExportPaper[], options: WriteOptions): Iterable<FileChunk>;
  /** For formats of bytes: the beginning of the content as text, for the preview. */
  preview?(papers: readonly ExportPaper[], options: WriteOptions): string;
  /** How sure it is that a text (given by its first 64 kB) is of this format, 0 to 1: the highest wins. */
  looksLike?(head: string): number;
  /** Reads a text. Never throws because of the text: problems are yielded. */
  read?(text: string, options?: ReadOptions): AsyncIterable<FileItem>;
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
