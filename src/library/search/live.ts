/** The index in memory. It is loaded once and then updated with each change. */
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

/** The stored parts of an index that are loaded at the start. */
export interface Stored {
  generation: number;
  /** The last entry of the log that it includes. */
  upTo: number;
  chunks: ColumnChunk[];
  lists: StoredLists | undefined;
  segments: Segment[];
  /** Papers in the order they were saved: the default order of every list. */
  saved: Order | undefined;
}

/** Papers of a new segment: few, so that building it does not block the page. */
const newSegment = 256;
/** Segments of about one size that are merged into one. */
const fanOut = 8;
/** Largest segment: reading a larger one would block the page. */
const maxSegmentPapers = 16 * 1024;

export class Live {
  generation: number;
  /** The last entry of the log that the index includes. */
  seen: number;
  readonly columns: Columns;
  readonly terms: TermIndex;
  readonly names = new Names();
  readonly orders: OrderCache;
  tags: ReadonlyMap<string, Tag> = new Map();
  /** Papers updated since the index was stored. */
  unstored = 0;
  /** Segments made since, and stored segments that were merged into others. */
  added = new Set<number>();
  dropped = new Set<number>();
  /** Whether texts stay in memory after they are stored: from the first query with a phrase on. */
  keepsTexts = false;
  /** False once another page stored a newer index. Then this one only answers queries. */
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

  /** Updates a paper and its text. */
  take(paper: Indexed): void {
    this.change(paper.n, () => {
      this.columns.set(paper);
      this.takeWords(paper);
    });
  }

  /** Updates a paper whose text did not change. */
  takeRow(paper: Indexed): void {
    this.change(paper.n, () => this.columns.set(paper));
  }

  /** Removes a deleted paper. */
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

  /** Builds segments from the tail while it has at least `minTail` papers. */
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
        if (tail.get(n) !== seen) continue; // it changed meanwhile: the newer text stays in the tail
        tail.delete(n);
        this.columns.setHome(n, this.columns.of.text[n] ?? 0, segment.id);
      }
      this.terms.segments.push(segment);
      texts.set(segment.id, words);
      this.added.add(segment.id);
      await pause();
    }
  }

  /** Call it when a transaction that stores everything was issued. `generation` is the new one. */
  stored(generation: number): void {
    this.generation = generation;
    this.columns.dirty.clear();
    this.names.changed.clear();
    this.added.clear();
    this.dropped.clear();
    this.unstored = 0;
    if (!this.keepsTexts) this.terms.texts.clear(); // loaded again when needed
  }

  /**
   * Segments of about one size to merge: at least `fanOut`, together not larger than the largest segment. Empty if
   * there are none.
   */
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

/** FNV-1a over UTF-16 units, to detect that a text changed. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
