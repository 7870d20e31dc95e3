/**
 * The words everyone else uses: what a page says of a paper (`Facts`), where it was seen (`Sighting`), what the user
 * made of it (`Paper`), and the one check that everything from outside goes through (`toFacts`, in `facts.ts`).
 */

import type { Metrics } from './metrics';
import type { EditorialNotice } from './notice';

/** Addresses a page gives for a paper. Absolute; `https` where the page says http and the site is known to have it. */
export interface Links {
  /** The paper's own page on the site it was read from. */
  page?: string;
  /** arXiv abstract page, without version. */
  abs?: string;
  pdf?: string;
  /** A PDF that anyone may read, where a service found one elsewhere. */
  openPdf?: string;
  /** Repositories on GitHub, GitLab, Bitbucket, Codeberg, and Hugging Face Spaces. */
  code?: string[];
  /** Other pages of the project that the page names as such. */
  project?: string[];
  /** Hugging Face data sets and models, Zenodo. */
  data?: string[];
}

/** What the paper is, as far as it is known. Absent means: a preprint if it has an arXiv id, else not known. */
export type PaperType = 'preprint' | 'article' | 'conference' | 'book' | 'chapter' | 'thesis' | 'report' | 'other';

/** What one source says of a paper. A fact that the source does not give is absent: never "", null, 0 or a guess. */
export interface Facts {
  /** Every id the source ties to the paper, each once, in the order of preference of `identity.ts`; never empty. */
  ids: string[];
  /** As a reader sees it: white space collapsed, TeX left as it stands. */
  title: string;
  /** The title is only the text of a link that does not name the paper ("Wei et al. 2022", "arXiv"): any other is better. */
  titleIsLinkText?: true;
  /** "Given Family" as a person writes it, in the source's order. Real names only. */
  authors?: string[];
  /** The source's own count; larger than `authors.length` where the source cut the list. */
  authorCount?: number;
  /** One line a paragraph. */
  abstract?: string;
  /** First publication: `2024`, `2024-07` or `2024-07-31`, as precise as the source. */
  published?: string;
  /** The date of the issue or the proceedings, where the source gives it besides an earlier first publication; as precise as there. */
  issued?: string;
  venue?: string;
  categories?: string[];
  keywords?: string[];
  links?: Links;
  metrics?: Metrics;
  /** The account that brought the paper to a listing. */
  submittedBy?: string;
  organization?: string;
  /** 1 for the first card of a listing. */
  rank?: number;
  /** arXiv version the source showed; never part of identity. */
  version?: number;
  type?: PaperType;
  /** arXiv's journal-ref, as it stands. */
  journalRef?: string;
  /** Authors' comment on arXiv ("12 pages, ICML 2024"). */
  comment?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  publisher?: string;
  /** The gravest correction or retraction that the source knows of. */
  notice?: EditorialNotice;
  /** Language of the paper as a BCP 47 tag (`de`, `zh`), where its source names it. */
  language?: string;
}

/** The facts that a person may correct by hand. */
export const editableFacts = [
  'title',
  'authors',
  'abstract',
  'published',
  'venue',
  'type',
  'volume',
  'issue',
  'pages',
  'publisher',
] as const satisfies readonly (keyof Facts)[];
export type Editable = Pick<Facts, (typeof editableFacts)[number]>;

/** What one source said, and when. A record keeps one a source; the shown facts are computed from them. */
export interface Source {
  /** Site id (`huggingface`), `import:bibtex`, or a service: `arxiv-api`, `crossref-api`, `semantic-scholar-api`. */
  site: string;
  /** Milliseconds since 1970 (UTC). */
  at: number;
  facts: Facts;
  /** When a fact was said, by its path (`title`, `links.code`), where that was before `at`: it was not repeated then. */
  older?: Record<string, number>;
}

/** Where and when a paper was seen on a listing. */
export interface Sighting {
  site: string;
  /** Address of the listing or paper page, without fragment. */
  url: string;
  kind: 'listing' | 'paper';
  /** Milliseconds since 1970 (UTC). */
  at: number;
  rank?: number;
  metrics?: Metrics;
}

/** Where a save comes from: given once for all papers saved together. */
export interface Context {
  site: string;
  /** Empty where it is not on the web: then nothing is noted of where the paper was seen. */
  url: string;
  kind: 'listing' | 'paper';
}

export const statuses = ['unread', 'reading', 'read'] as const;
/** `unread` is shown as "to read". */
export type Status = (typeof statuses)[number];

/** A tag's record. Papers hold its `id`; the name may change. `/` nests: `rl/reward` lies below `rl`. */
export interface Tag {
  id: string;
  name: string;
  /** Index into the palette of `ui/tokens.css`, 0 to 9. */
  color?: number;
}

/** A paper of the library. `facts` is computed from `sources` and `edits` by `library/merge.ts`; never set it by hand. */
export interface Paper {
  /** Number of the record in this library: primary key, stable, never shown. */
  n: number;
  /** First of `ids`; changes when a better id is learnt. */
  key: string;
  /** Every id the paper was seen under; any of them finds it. */
  ids: string[];
  facts: Facts;
  sources: Source[];
  edits?: Partial<Editable>;
  /** Ids of tags, in the order they were given. */
  tags: string[];
  /** Ids of tags that the reader said do not fit it: not suggested again. */
  unfitTags?: string[];
  status: Status;
  /** When the status was set, milliseconds since 1970, for `reading` and `read`. */
  readingAt?: number;
  readAt?: number;
  /** When it was starred; absent if it is not. */
  starredAt?: number;
  /** Markdown. */
  note?: string;
  /** Newest last, at most 20. */
  sightings: Sighting[];
  savedAt: number;
  changedAt: number;
  /** In the trash since; absent otherwise. */
  removedAt?: number;
  /** Citation key once exported, by template. */
  citationKeys?: Record<string, string>;
}
