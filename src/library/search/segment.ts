/**
 * A term index over some papers, in byte arrays: nothing to parse when loaded, nothing for the garbage collector to visit.
 *
 * `terms`: sorted by UTF-8 bytes, in blocks of 16, each term as (bytes shared with the one before it in the block, bytes
 * of its own, those bytes, length of its postings). `postings`: for each term the papers that hold it, each as (distance
 * to the one before × 2 + 1 if a byte with the fields follows; else the field is the abstract alone). `words`: each
 * paper's texts as numbers of terms, for phrases; loaded apart, when first needed.
 */
import { ByteReader, ByteWriter, beginsWith, compareBytes } from './bytes';

/** Fields as bits of a posting. `id` terms are `value scheme`: a space is in no word, so they meet no word. */
export const fieldBit = { title: 1, author: 2, abstract: 4, note: 8, id: 16 } as const;
/** Fields whose texts are kept as numbers of terms, in that order. */
export const wordFields = ['title', 'author', 'abstract', 'note'] as const;
export const blockSize = 16;

export interface Segment {
  /** Rises with each segment made, never 0. */
  id: number;
  /** Numbers of its papers, rising; a posting names a paper by its place here. */
  docs: Uint32Array;
  termCount: number;
  terms: Uint8Array;
  postings: Uint8Array;
  /** Two a block: where it begins in `terms`, and where the postings of its first term begin. */
  blocks: Uint32Array;
}

/** The texts of a segment's papers. */
export interface SegmentTexts {
  /** Where each paper begins in `bytes`, and the end. */
  starts: Uint32Array;
  /** For each field its length in bytes, then the number of each term plus 1; 0 stands between two authors. */
  bytes: Uint8Array;
}

/** A walk over a segment's terms, from the first or from where `seek` found. */
export class Terms {
  /** Number of the present term; `termCount` at the end. */
  index = -1;
  /** Where its postings are. */
  from = 0;
  to = 0;
  private reader: ByteReader;
  private room = new Uint8Array(256);
  private length = 0;

  constructor(readonly segment: Segment) {
    this.reader = new ByteReader(segment.terms);
  }

  /** Bytes of the present term: good until the next step. */
  get bytes(): Uint8Array {
    return this.room.subarray(0, this.length);
  }

  /** Steps to the next term. False at the end. */
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

  /** Steps to the first term that is not before these bytes. False if there is none. */
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

/** Calls back for each term with these bytes at its beginning, or for the one that is them. */
export function eachTerm(segment: Segment, bytes: Uint8Array, whole: boolean, visit: (term: Terms) => void): void {
  const terms = new Terms(segment);
  for (let more = terms.seek(bytes); more && beginsWith(terms.bytes, bytes); more = terms.next()) {
    if (whole && terms.bytes.length !== bytes.length) return;
    visit(terms);
    if (whole) return;
  }
}

/** Adds a term's postings to the fields (`fieldBit`) noted for each paper by its place, with `mark` where there is one. */
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

/** Writes a segment term by term, in order. */
export class SegmentWriter {
  private terms = new ByteWriter(1 << 16);
  private postings = new ByteWriter(1 << 16);
  private blocks: number[] = [];
  private last: Uint8Array = new Uint8Array();
  private count = 0;
  private start = 0;
  private doc = 0;

  /** A posting of the term that `term` is called with next. Papers rise. */
  posting(doc: number, fields: number): void {
    const alone = fields === fieldBit.abstract;
    this.postings.number((doc - this.doc) * 2 + (alone ? 0 : 1));
    if (!alone) this.postings.byte(fields);
    this.doc = doc;
  }

  /** Ends a term. Returns its number, or undefined if it had no posting and is left out. */
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
