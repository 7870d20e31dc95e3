/** Matches phrases: finds words that follow one another in a paper's encoded text. */
import { ByteReader, ByteWriter } from './bytes';
import { fieldBit, type SegmentTexts, wordFields } from './segment';

/** Term numbers that a word may stand for: one term for a whole word, a range of terms for a prefix. */
export interface TermRange {
  first: number;
  last: number;
}

export class Phrase {
  /**
   * Encoded terms of all words but the last. They are whole words, so they can be searched for as bytes, which is fast.
   */
  private readonly begins: Uint8Array;
  private readonly last: TermRange;

  constructor(words: readonly TermRange[]) {
    const begins = new ByteWriter(32);
    for (const { first } of words.slice(0, -1)) begins.number(first + 1);
    this.begins = begins.done();
    const { first, last } = words.at(-1) ?? { first: -1, last: -2 };
    this.last = { first: first + 1, last: last + 1 };
  }

  /** The fields (`fieldBit`) of a paper, among those asked for, that contain the phrase. */
  fieldsOf({ starts, bytes }: SegmentTexts, place: number, asked: number): number {
    const reader = new ByteReader(bytes, starts[place]);
    let fields = 0;
    for (const field of wordFields) {
      const length = reader.number();
      const end = reader.at + length;
      if (asked & fieldBit[field] && this.isIn(bytes, reader.at, end)) fields |= fieldBit[field];
      reader.at = end;
    }
    return fields;
  }

  private isIn(bytes: Uint8Array, from: number, to: number): boolean {
    const { begins } = this;
    const length = begins.length;
    const head = begins[0];
    for (let at = from; at + length < to; at++) {
      if (bytes[at] !== head) continue;
      let same = 1;
      while (same < length && bytes[at + same] === begins[same]) same++;
      // The last byte of a number is below 128, so a number starts only after such a byte.
      if (same === length && (at === from || (bytes[at - 1] as number) < 128) && this.endsAt(bytes, at + length)) {
        return true;
      }
    }
    return false;
  }

  private endsAt(bytes: Uint8Array, at: number): boolean {
    const number = new ByteReader(bytes, at).number();
    return number >= this.last.first && number <= this.last.last;
  }
}
