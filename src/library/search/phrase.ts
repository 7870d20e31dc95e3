/** Words in a row: whether a paper's text holds them one after another, read from its bytes. */
import { ByteReader, ByteWriter } from './bytes';
import { fieldBit, type SegmentTexts, wordFields } from './segment';

/** The terms that a word may be: one for a whole word, neighbours in the dictionary for a word's beginning. */
export interface TermRange {
  first: number;
  last: number;
}

export class Phrase {
  /** The bytes of all words but the last, which are whole: they are looked for as bytes, which is all of the work. */
  private readonly begins: Uint8Array;
  private readonly last: TermRange;

  constructor(words: readonly TermRange[]) {
    const begins = new ByteWriter(32);
    for (const { first } of words.slice(0, -1)) begins.number(first + 1);
    this.begins = begins.done();
    const { first, last } = words.at(-1) ?? { first: -1, last: -2 };
    this.last = { first: first + 1, last: last + 1 };
  }

  /** Which of some fields (`fieldBit`) of a paper hold the row. */
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
      // A number's last byte is below 128: only behind such a byte does a number begin.
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
