/** Makes a segment of some papers' texts, one paper at a time, so that the caller can pause between two. */

import { idScheme, idValue } from '../../identity';
import { foldName } from '../fold';
import { Bytes, compareBytes } from './bytes';
import { fieldBit, type Segment, SegmentWriter, type Words, wordFields } from './segment';

/** A paper's folded texts (`fold`, `foldAll`) and its ids. */
export interface Texts {
  n: number;
  ids: readonly string[];
  text(field: (typeof wordFields)[number]): string;
}

interface Term {
  /** Place × 32 + fields. */
  postings: number[];
  number: number;
}

/** Collects papers in rising order of their numbers; `finish` makes the segment. */
export class SegmentBuilder {
  private docs: number[] = [];
  private terms = new Map<string, Term>();
  /** Each paper's texts: terms, and undefined between two authors. */
  private texts: (Term | undefined)[][][] = [];

  get size(): number {
    return this.docs.length;
  }

  add({ n, ids, text }: Texts): void {
    const place = this.docs.push(n) - 1;
    this.texts.push(
      wordFields.map((field) =>
        text(field)
          .split('\n')
          .flatMap((part, i) => {
            const found = part
              .split(' ')
              .flatMap((word) => (word === '' ? [] : [this.note(word, place, fieldBit[field])]));
            return i === 0 ? found : [undefined, ...found];
          }),
      ),
    );
    for (const id of ids) this.note(idTerm(id), place, fieldBit.id);
  }

  private note(word: string, place: number, bit: number): Term {
    let term = this.terms.get(word);
    if (!term) {
      term = { postings: [], number: 0 };
      this.terms.set(word, term);
    }
    const last = term.postings.at(-1);
    if (last !== undefined && last >>> 5 === place) term.postings[term.postings.length - 1] = last | bit;
    else term.postings.push(place * 32 + bit);
    return term;
  }

  finish(id: number): { segment: Segment; words: Words } {
    const encoder = new TextEncoder();
    const sorted = [...this.terms].map(([word, term]) => ({ bytes: encoder.encode(word), term }));
    sorted.sort((a, b) => compareBytes(a.bytes, b.bytes));
    const writer = new SegmentWriter();
    for (const { bytes, term } of sorted) {
      for (const posting of term.postings) writer.posting(posting >>> 5, posting & 31);
      term.number = writer.term(bytes) ?? 0;
    }
    const words = new WordsWriter();
    for (const fields of this.texts) {
      words.paper(fields.map((found) => found.map((term) => (term ? term.number + 1 : 0))));
    }
    return { segment: writer.done(id, Uint32Array.from(this.docs)), words: words.done() };
  }
}

/** The term of an id: its value first, so that its beginning is a term's beginning. */
export const idTerm = (id: string): string => `${foldName(idValue(id))} ${foldName(idScheme(id))}`;

/** Writes papers' texts as numbers of terms. */
export class WordsWriter {
  private starts: number[] = [];
  private bytes = new Bytes(1 << 16);

  /** One list of term numbers plus 1 (0 between two authors) for each of `wordFields`. */
  paper(fields: readonly (readonly number[])[]): void {
    this.starts.push(this.bytes.length);
    for (const numbers of fields) {
      const field = new Bytes(2 * numbers.length + 8);
      for (const number of numbers) field.number(number);
      this.bytes.number(field.length);
      this.bytes.all(field.done());
    }
  }

  done(): Words {
    return { starts: Uint32Array.from([...this.starts, this.bytes.length]), bytes: this.bytes.done() };
  }
}
