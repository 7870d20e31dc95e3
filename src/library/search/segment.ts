/**
 * A term index over some papers, in byte arrays: no parsing on load, and nothing for the garbage collector to visit.
 *
 * `terms` is sorted by UTF-8 bytes, in blocks of 16. Each term is stored as: bytes shared with the term before it in the
 * block, number of further bytes, these bytes, length of its postings.
 * `postings` holds for each term the papers with it. Each is stored as distance to the paper before × 2, plus 1 if a byte
 * with the fields follows; otherwise the field is the abstract alone.
 * `SegmentTexts` holds each paper's texts as term numbers, for phrases. It is stored separately and loaded when needed.
 */
import { ByteReader, ByteWriter, beginsWith, compareBytes } from './bytes';

/** Fields as bits of a posting. `id` terms are `value scheme`; words contain no space, so they never collide. */
export const fieldBit = { title: 1, author: 2, abstract: 4, note: 8, id: 16 } as const;
/** Fields whose texts are stored as term numbers, in this order. */
export const wordFields = ['title', 'author', 'abstract', 'note'] as const;
export const blockSize = 16;

export interface Segment {
  /** Ascending, never 0. */
  id: number;
  /** Numbers of its papers, ascending. A posting refers to a paper by its place here. */
  docs: Uint32Array;
  termCount: number;
  terms: Uint8Array;
  postings: Uint8Array;
  /** Two numbers per block: its offset in `terms`, and the offset of its first term's postings. */
  blocks: Uint32Array;
}

/** The texts of a segment's papers. */
export interface SegmentTexts {
  /** Offset of each paper in `bytes`, and the end. */
  starts: Uint32Array;
  /** For each field its length in bytes, then the numbers of its terms plus 1, with 0 between two authors. */
  bytes: Uint8Array;
}

/** A cursor over a segment's terms. */
export class Terms {
  /** Number of the current term; `termCount` at the end. */
  index = -1;
  /** Range of its postings. */
  from = 0;
  to = 0;
  private reader: ByteReader;
  private room = new Uint8Array(256);
  private length = 0;

  constructor(readonly segment: Segment) {
    this.reader = new ByteReader(segment.terms);
  }

  /** Bytes of the current term, valid until the cursor moves. */
  get bytes(): Uint8Array {
    return this.room.subarray(0, this.length);
  }

  /** Moves to the next term. Returns false at the end. */
  next(): boolean {
    if (++this.index >= this.segment.termCount) return false;
    const shared = this.reader.number();
    const own = this.reader.number();
    if (shared + own > this.room.length) {
      const larger = new Uint8Array(2 * (shared + own));
      larger.set(this.room);
      this.room = larger;
    }
    this.room.set(this.reader.bytes.subarray(this.reader.at, this.reader.at + own), shared);
    this.reader.at += own;
    this.length = shared + own;
    this.from = this.to;
    this.to += this.reader.number();
    return true;
  }

  /** Moves to the first term that is not smaller than these bytes. Returns false if there is none. */
  seek(bytes: Uint8Array): boolean {
    let low = 0;
    let high = this.segment.blocks.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      this.toBlock(middle);
      if (compareBytes(this.bytes, bytes) <= 0) low = middle;
      else high = middle - 1;
    }
    if (this.segment.termCount === 0) return false;
    this.toBlock(low);
    while (compareBytes(this.bytes, bytes) < 0) if (!this.next()) return false;
    return true;
  }

  private toBlock(block: number): void {
    this.reader.at = this.segment.blocks[2 * block] ?? 0;
    this.to = this.segment.blocks[2 * block + 1] ?? 0;
    this.index = block * blockSize - 1;
    this.next();
  }
}

/** Calls back for each term that starts with these bytes; with `whole` only for the term that equals them. */
export function eachTerm(segment: Segment, bytes: Uint8Array, whole: boolean, visit: (term: Terms) => void): void {
  const terms = new Terms(segment);
  for (let more = terms.seek(bytes); more && beginsWith(terms.bytes, bytes); more = terms.next()) {
    if (whole && terms.bytes.length !== bytes.length) return;
    visit(terms);
    if (whole) return;
  }
}

/** Adds the fields (`fieldBit`) of a term's postings to each paper's entry in `fields`, together with `mark`. */
export function addPostings(
  segment: Segment,
  from: number,
  to: number,
  asked: number,
  fields: Uint8Array,
  mark = 0,
): void {
  const bytes = segment.postings;
  let doc = 0;
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
    }
    doc += value >>> 1;
    const bits = (value & 1 ? (bytes[at++] as number) : fieldBit.abstract) & asked;
    if (bits !== 0) fields[doc] = (fields[doc] as number) | bits | mark;
  }
}

/** Writes a segment, term by term in order. */
export class SegmentWriter {
  private terms = new ByteWriter(1 << 16);
  private postings = new ByteWriter(1 << 16);
  private blocks: number[] = [];
  private last: Uint8Array = new Uint8Array();
  private count = 0;
  private start = 0;
  private doc = 0;

  /** Adds a posting for the next call of `term`. Call it with ascending papers. */
  posting(doc: number, fields: number): void {
    const alone = fields === fieldBit.abstract;
    this.postings.number((doc - this.doc) * 2 + (alone ? 0 : 1));
    if (!alone) this.postings.byte(fields);
    this.doc = doc;
  }

  /** Ends a term. Returns its number, or undefined if it has no postings and is left out. */
  term(bytes: Uint8Array): number | undefined {
    if (this.postings.length === this.start) return undefined;
    let shared = 0;
    if (this.count % blockSize === 0) this.blocks.push(this.terms.length, this.start);
    else while (shared < this.last.length && this.last[shared] === bytes[shared]) shared++;
    this.terms.number(shared);
    this.terms.number(bytes.length - shared);
    this.terms.all(bytes, shared);
    this.terms.number(this.postings.length - this.start);
    this.last = bytes.slice();
    this.start = this.postings.length;
    this.doc = 0;
    return this.count++;
  }

  done(id: number, docs: Uint32Array): Segment {
    const [terms, postings] = [this.terms.done(), this.postings.done()];
    return { id, docs, termCount: this.count, terms, postings, blocks: Uint32Array.from(this.blocks) };
  }
}
