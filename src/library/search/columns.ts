/**
 * Properties of papers other than their words, as one array per property, indexed by the paper's number. A condition is
 * one pass over one array. Stored in chunks, so that a change rewrites only the chunks it touches.
 */
import { type SearchedMetric, searchedMetrics } from '../../paper/metrics';
import { type Facts, type Status, statuses } from '../../paper/paper';
import { isPublishedPaper, isRetracted } from '../../paper/publication';
import { has } from '../../query/match';
import { dayNumber } from '../../query/values';
import { Bits } from './bits';
import { Lists } from './lists';

/** A paper as the index reads it. */
export interface Indexed {
  n: number;
  ids: readonly string[];
  facts: Facts;
  /** Ids of tags. */
  tags: readonly string[];
  sites: readonly string[];
  status: Status;
  starredAt?: number | undefined;
  note?: string | undefined;
  savedAt: number;
  changedAt: number;
  removedAt?: number | undefined;
}

/** Bits of `flags`; the two lowest are the status. `present` is not set in the trash and for unused numbers. */
export const flag = {
  ...{ starred: 4, present: 8, code: 16, pdf: 32, note: 64, abstract: 128, authors: 256 },
  ...{ published: 512, retracted: 1024 },
} as const;

/** Papers per chunk. */
export const chunkSize = 4096;

const metricArrays = Object.fromEntries(searchedMetrics.map((name) => [name, Uint32Array])) as Record<
  SearchedMetric,
  typeof Uint32Array
>;
const arrays = {
  flags: Uint16Array,
  /** Milliseconds since 1970. */
  saved: Float64Array,
  changed: Float64Array,
  /** Day numbers (`dayNumber`); 0 if unknown. */
  published: Uint32Array,
  /** Numbers of `lists`. */
  tags: Uint32Array,
  sites: Uint32Array,
  categories: Uint32Array,
  venue: Uint32Array,
  /** Hash of the text in the term index, and the segment (`Segment.id`) that holds it; 0: none. */
  text: Uint32Array,
  home: Uint32Array,
  /** Counts plus 1; 0 if unknown. */
  ...metricArrays,
} as const;
type Name = keyof typeof arrays;
const names = Object.keys(arrays) as Name[];
type Arrays = { [N in Name]: InstanceType<(typeof arrays)[N]> };

/** A stored chunk: a slice of each array. */
export type ColumnChunk = Arrays & { chunk: number };

/** Whether a stored chunk has all arrays. A chunk that was stored before a metric was added does not. */
export const isWholeChunk = (chunk: Partial<ColumnChunk>): boolean => names.every((name) => chunk[name] !== undefined);

const listNames = ['tags', 'sites', 'categories', 'venue'] as const;
export type StoredLists = Record<(typeof listNames)[number], readonly (readonly string[])[]>;

const empty = (size: number) =>
  Object.fromEntries(names.map((name) => [name, new arrays[name](size)])) as unknown as Arrays;

export class Columns {
  of: Arrays = empty(chunkSize);
  lists: Record<(typeof listNames)[number], Lists>;
  /** Chunks changed since they were stored. */
  dirty = new Set<number>();

  constructor(chunks: readonly ColumnChunk[] = [], lists?: StoredLists) {
    this.lists = Object.fromEntries(listNames.map((name) => [name, new Lists(lists?.[name])])) as Columns['lists'];
    if (chunks.length > 0) this.of = empty((Math.max(...chunks.map(({ chunk }) => chunk)) + 1) * chunkSize);
    for (const chunk of chunks) {
      for (const name of names) this.of[name].set(chunk[name], chunk.chunk * chunkSize);
    }
  }

  /** All numbers are smaller than this. */
  get size(): number {
    return this.of.flags.length;
  }

  present(n: number): boolean {
    return ((this.of.flags[n] ?? 0) & flag.present) !== 0;
  }

  /**
   * The set of present papers. A plain loop, because it is the first code of the first query, when nothing is compiled
   * yet.
   */
  allPresent(): Bits {
    const found = new Bits(this.size);
    const { flags } = this.of;
    for (let n = 0; n < flags.length; n++) {
      if (((flags[n] as number) & flag.present) !== 0)
        found.words[n >>> 5] = (found.words[n >>> 5] as number) | (1 << (n & 31));
    }
    return found;
  }

  status(n: number): Status {
    return statuses[(this.of.flags[n] ?? 0) & 3] ?? 'unread';
  }

  /** Stores the properties of a paper, except `text` and `home`. */
  set(paper: Indexed): void {
    const { n, facts, ids, note } = paper;
    this.room(n);
    const bit = (name: 'code' | 'pdf' | 'note' | 'abstract' | 'authors') =>
      has(name, facts, ids, note, 0) ? flag[name] : 0;
    const own =
      statuses.indexOf(paper.status) |
      (paper.starredAt === undefined ? 0 : flag.starred) |
      (paper.removedAt === undefined ? flag.present : 0);
    const { of, lists } = this;
    of.flags[n] = own | bit('code') | bit('pdf') | bit('note') | bit('abstract') | bit('authors');
    if (isPublishedPaper(facts)) of.flags[n] |= flag.published;
    if (isRetracted(facts)) of.flags[n] |= flag.retracted;
    of.saved[n] = paper.savedAt;
    of.changed[n] = paper.changedAt;
    of.published[n] = dayNumber(facts.published);
    for (const name of searchedMetrics) of[name][n] = (facts.metrics?.[name] ?? -1) + 1;
    of.tags[n] = lists.tags.number(paper.tags);
    of.sites[n] = lists.sites.number(paper.sites);
    of.categories[n] = lists.categories.number(facts.categories ?? []);
    of.venue[n] = lists.venue.number(facts.venue === undefined ? [] : [facts.venue]);
    this.touch(n);
  }

  /** Removes a paper that no longer exists, not even in the trash. */
  delete(n: number): void {
    if (n >= this.size) return;
    for (const name of names) this.of[name][n] = 0;
    this.touch(n);
  }

  /** Sets which segment holds a paper's text. */
  setHome(n: number, text: number, home: number): void {
    this.room(n);
    this.of.text[n] = text;
    this.of.home[n] = home;
    this.touch(n);
  }

  /** Chunks that must be stored. */
  changedChunks(): ColumnChunk[] {
    return [...this.dirty].map((chunk) => {
      const slice = (name: Name) => this.of[name].slice(chunk * chunkSize, (chunk + 1) * chunkSize);
      return { chunk, ...Object.fromEntries(names.map((name) => [name, slice(name)])) } as unknown as ColumnChunk;
    });
  }

  storedLists(): StoredLists {
    return Object.fromEntries(listNames.map((name) => [name, this.lists[name].all])) as StoredLists;
  }

  private touch(n: number): void {
    this.dirty.add(Math.floor(n / chunkSize));
  }

  private room(n: number): void {
    if (n < this.size) return;
    const larger = empty(Math.ceil(Math.max(n + 1, this.size * 1.5) / chunkSize) * chunkSize);
    for (const name of names) larger[name].set(this.of[name]);
    this.of = larger;
  }
}
