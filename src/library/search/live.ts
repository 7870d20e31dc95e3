/** The index in memory: as it was loaded, kept equal to the library change by change. */
import type { Tag } from '../../paper/paper';
import { foldSubject } from '../../query/match';
import { SegmentBuilder } from './build';
import { type ColumnChunk, Columns, type Indexed, type StoredLists } from './columns';
import { mergeSegments } from './merge';
import { authorKey, Names, titleKey } from './names';
import type { Order } from './order';
import { OrderCache } from './order-cache';
import type { Segment, SegmentTexts } from './segment';
import { inTail, TermIndex } from './term-index';

/** What is stored of an index, but for what is loaded when needed. */
export interface Stored {
  generation: number;
  /** The last entry of the log of changes that it takes account of. */
  upTo: number;
  chunks: ColumnChunk[];
  lists: StoredLists | undefined;
  segments: Segment[];
  /** Papers in the order in which they were saved: what every list begins with. */
  saved: Order | undefined;
}

/** Segments of so many papers are made of what is new, few enough that making one does not hold up a frame. */
const newSegment = 256;
/** So many segments of about one size become one. */
const fanOut = 8;
/** A segment has at most so many papers: reading a larger one would hold up a frame. */
const maxSegmentPapers = 16 * 1024;

export class Live {
  generation: number;
  /** The last entry of the log of changes that was taken in. */
  seen: number;
  readonly columns: Columns;
  readonly terms: TermIndex;
  readonly names = new Names();
  readonly orders: OrderCache;
  tags: ReadonlyMap<string, Tag> = new Map();
  /** Papers taken in since the index was stored. */
  unstored = 0;
  /** Segments made since, and stored ones that were merged into others. */
  added = new Set<number>();
  dropped = new Set<number>();
  /** Whether texts stay in memory once they are stored: from the first question for words in a row on. */
  keepsTexts = false;
  /** False once someone else stored a newer index: then this one only answers. */
  storable = true;
  private nextSegment: number;

  constructor(stored: Stored) {
    this.generation = stored.generation;
    this.seen = stored.upTo;
    this.columns = new Columns(stored.chunks, stored.lists);
    this.terms = new TermIndex(this.columns);
    this.terms.segments = stored.segments;
    this.orders = new OrderCache(this.columns, this.names, stored.saved);
    this.nextSegment = Math.max(0, ...stored.segments.map(({ id }) => id)) + 1;
  }

  /** Takes in a paper as it is now, with its words. */
  take(paper: Indexed): void {
    this.change(paper.n, () => {
      this.columns.set(paper);
      this.takeWords(paper);
    });
  }

  /** Takes in what changed of a paper whose words did not. */
  takeRow(paper: Indexed): void {
    this.change(paper.n, () => this.columns.set(paper));
  }

  /** Takes out a paper that is no more. */
  delete(n: number): void {
    this.change(n, () => {
      this.columns.delete(n);
      this.terms.tail.delete(n);
    });
  }

  private change(n: number, make: () => void): void {
    const changed = this.orders.changing(n);
    make();
    changed();
    this.unstored++;
  }

  private takeWords({ n, ids, facts, note, status }: Indexed): void {
    const texts = [facts.title, ...(facts.authors ?? []), facts.abstract ?? '', note ?? '', ...ids];
    const text = hash(texts.join('\n'));
    if (this.columns.of.home[n] !== 0 && this.columns.of.text[n] === text) return;
    const own = { tags: [], status, starred: false, note, savedAt: 0 };
    this.terms.tail.set(n, foldSubject({ facts, own, sites: [], ids }));
    this.columns.setHome(n, text, inTail);
    this.names.set(n, titleKey(facts.title), authorKey(facts.authors));
  }

  /** Makes segments of the newest papers' texts, while at least so many wait. */
  async pack(minTail: number, pause: () => Promise<void>): Promise<void> {
    const { tail, texts } = this.terms;
    while (tail.size >= Math.max(minTail, 1)) {
      const batch = [...tail].slice(0, newSegment).sort(([a], [b]) => a - b);
      const builder = new SegmentBuilder();
      for (const [n, seen] of batch) {
        builder.add({ n, ids: seen.subject.ids, text: (field) => seen.text(field) });
        await pause();
      }
      const { segment, words } = builder.finish(this.nextSegment++);
      for (const [n, seen] of batch) {
        if (tail.get(n) !== seen) continue; // it changed meanwhile: its newer text stays in the tail
        tail.delete(n);
        this.columns.setHome(n, this.columns.of.text[n] ?? 0, segment.id);
      }
      this.terms.segments.push(segment);
      texts.set(segment.id, words);
      this.added.add(segment.id);
      await pause();
    }
  }

  /** Notes that all of it is in a transaction that stores it, as a new generation. */
  stored(generation: number): void {
    this.generation = generation;
    this.columns.dirty.clear();
    this.names.changed.clear();
    this.added.clear();
    this.dropped.clear();
    this.unstored = 0;
    if (!this.keepsTexts) this.terms.texts.clear(); // they are loaded again when they are needed
  }

  /** Segments of about one size that are many enough to be merged, as far as they make one of the largest size. */
  mergeable(): Segment[] {
    const bySize = new Map<number, Segment[]>();
    for (const segment of this.terms.segments) {
      const size = Math.floor(Math.log(Math.max(1, segment.docs.length / newSegment)) / Math.log(fanOut));
      if (segment.docs.length * 2 <= maxSegmentPapers) bySize.set(size, [...(bySize.get(size) ?? []), segment]);
    }
    const many = [...bySize.values()].find((same) => same.length >= fanOut) ?? [];
    let room = maxSegmentPapers;
    return many.filter(({ docs }) => {
      room -= docs.length;
      return room >= 0;
    });
  }

  /** Merges segments whose texts are loaded. */
  async merge(parts: readonly Segment[], pause: () => Promise<void>): Promise<void> {
    const { texts } = this.terms;
    const withTexts = parts.map((segment) => ({ segment, words: texts.get(segment.id) as SegmentTexts }));
    const id = this.nextSegment++;
    const made = await mergeSegments(id, withTexts, (segment, n) => this.columns.of.home[n] === segment.id, pause);
    const from = new Set(parts.map((part) => part.id));
    for (const n of made.segment.docs) {
      const { home, text } = this.columns.of;
      if (from.has(home[n] ?? 0)) this.columns.setHome(n, text[n] ?? 0, id);
    }
    this.terms.segments = [...this.terms.segments.filter((segment) => !from.has(segment.id)), made.segment];
    texts.set(id, made.words);
    for (const old of from) {
      texts.delete(old);
      if (!this.added.delete(old)) this.dropped.add(old);
    }
    this.added.add(id);
  }
}

/** FNV-1a over UTF-16 units: tells whether a text changed. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
