/** Builds a segment from papers' texts, one paper at a time, so that the caller can pause between papers. */

import { idScheme, idValue } from '../../paper/identity';
import { foldName } from '../../query/fold';
import { ByteWriter, compareBytes } from './bytes';
import { fieldBit, type Segment, type SegmentTexts, SegmentWriter, wordFields } from './segment';

/** A paper's folded texts (`fold`, `foldAll`) and its ids. */
export interface Texts {
  n: number;
  ids: readonly string[];
  text(field: (typeof wordFields)[number]): string;
}

interface Term {
  /** Each is place × 32 + fields. */
  postings: number[];
  number: number;
}

/** Collects papers in ascending order of their numbers. `finish` builds the segment. */
export class SegmentBuilder {
  private docs: number[] = [];
  private terms = new Map<string, Term>();
  /** Terms of each paper's texts, with undefined between two authors. */
  private texts: (Term | undefined)[][][] = [];

  get size(): number {
    return this.docs.length;
  }

  add({ n, ids, text }: Texts): void {
    const place = this.docs.push(n) - 1;
    this.texts.push(wordFields.map((field) => this.read(text(field), place, fieldBit[field])));
    for (const id of ids) this.note(idTerm(id), place, fieldBit.id);
  }

  /** The terms of a folded text. Loops over characters, because splitting took half of the time to build an index. */
  private read(text: string, place: number, bit: number): (Term | undefined)[] {
    const found: (Term | undefined)[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== 32 && unit !== 10) continue;
      if (at > start) found.push(this.note(text.slice(start, at), place, bit));
      if (unit === 10) found.push(undefined);
      start = at + 1;
    }
    return found;
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

  finish(id: number): { segment: Segment; words: SegmentTexts } {
    const encoder = new TextEncoder();
    const writer = new SegmentWriter();
    for (const word of inByteOrder([...this.terms.keys()])) {
      const term = this.terms.get(word);
      if (!term) continue;
      for (const posting of term.postings) writer.posting(posting >>> 5, posting & 31);
      term.number = writer.term(encoder.encode(word)) ?? 0;
    }
    const words = new TextsWriter();
    for (const fields of this.texts) {
      words.paper(fields, (term) => (term ? term.number + 1 : 0));
    }
    return { segment: writer.done(id, Uint32Array.from(this.docs)), words: words.done() };
  }
}

/** The term of an id. Its value comes first, so that a prefix of the value is a prefix of the term. */
export const idTerm = (id: string): string => `${foldName(idValue(id))} ${foldName(idScheme(id))}`;

/** Words in the order of their UTF-8 bytes. This is the order of UTF-16 units unless there are surrogates. */
function inByteOrder(words: string[]): string[] {
  if (!words.some((word) => /[\ud800-\udfff]/.test(word))) return words.sort();
  const encoder = new TextEncoder();
  const bytes = new Map(words.map((word) => [word, encoder.encode(word)]));
  const none = new Uint8Array();
  return words.sort((a, b) => compareBytes(bytes.get(a) ?? none, bytes.get(b) ?? none));
}

/** Writes papers' texts as lists of term numbers. */
export class TextsWriter {
  private starts: number[] = [];
  private bytes = new ByteWriter(1 << 16);
  private field = new ByteWriter();

  /**
   * Adds a paper's words for each of `wordFields`. `number` returns a word's term number plus 1, or 0 for the separator
   * between authors.
   */
  paper<W>(fields: readonly (readonly W[])[], number: (word: W) => number): void {
    this.starts.push(this.bytes.length);
    for (const words of fields) {
      this.field.clear();
      for (const word of words) this.field.number(number(word));
      this.bytes.number(this.field.length);
      this.bytes.append(this.field);
    }
  }

  done(): SegmentTexts {
    return { starts: Uint32Array.from([...this.starts, this.bytes.length]), bytes: this.bytes.done() };
  }
}
