import type { PaperType } from '../paper/paper';

/** What a record of a file may hold. Everything is text from outside. */
export interface RawRecord {
  title?: string | undefined;
  /** "Given Family", one name each. */
  authors?: readonly string[] | undefined;
  /** How many authors the file names, if `authors` has only the first. */
  authorTotal?: number | undefined;
  /** The file says that there are more authors. */
  isCut?: boolean | undefined;
  /** The names were told apart by their capitals alone. */
  hasGuessedAuthors?: boolean | undefined;
  /** A list of names that could not be split. */
  unclearAuthors?: string | undefined;
  abstract?: string | undefined;
  /** ISO date of any precision. */
  published?: string | undefined;
  /** The issue's date, where the record names that of the first publication besides. */
  issued?: string | undefined;
  /** The record's own date, where it might not be one that can be read. */
  unreadDate?: string | undefined;
  venue?: string | undefined;
  type?: PaperType | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  publisher?: string | undefined;
  language?: string | undefined;
  categories?: readonly string[] | undefined;
  /** Keywords of the publisher or an index, as opposed to `tags`, the owner's. */
  keywords?: readonly string[] | undefined;
  comment?: string | undefined;
  doi?: string | undefined;
  /** arXiv id in any form. */
  arxiv?: string | undefined;
  pmid?: string | undefined;
  pmcid?: string | undefined;
  urls?: readonly (string | undefined)[];
  pdf?: string | undefined;
  code?: readonly string[];
  /** Fields in which an arXiv id may be named: journal, note, number, extra. */
  mentions?: readonly (string | undefined)[];
  tags?: readonly string[] | undefined;
  note?: string | undefined;
  citationKey?: string | undefined;
  line?: number;
  /** Names of the file's fields that are not kept. */
  leftOut?: readonly string[];
}
