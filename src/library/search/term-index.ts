/** The words of all papers: segments of byte arrays, and the newest papers' texts as they are. */

import type { TextField } from '../query';
import { idMatches, type Look } from '../query-match';
import type { Bits } from './bits';
import type { Columns } from './columns';
import { type Range, Row } from './row';
import { addPostings, eachTerm, fieldBit, type Segment, type Terms, type Words, wordFields } from './segment';

/** `Columns.of.home` of papers whose words are in no segment yet. */
export const inTail = 0xffffffff;

/** Fields of `any` that the term index holds: venue and tags are few names, looked up in `Columns`. */
const anyBits = fieldBit.title | fieldBit.author | fieldBit.abstract | fieldBit.note;
/** Set beside fields where a whole word was found, not just its beginning. */
const wholeBit = 32;
/** What finding a word there says of a paper. */
const points = Uint8Array.from({ length: 64 }, (_, bits) => {
  const field = bits & fieldBit.title ? 8 : bits & fieldBit.author ? 6 : bits & fieldBit.note ? 4 : bits & 15 ? 2 : 0;
  return field === 0 ? 0 : field + (bits & wholeBit ? 3 : 0) + (bits & fieldBit.abstract ? 1 : 0);
});

export class TermIndex {
  segments: Segment[] = [];
  /** By segment; loaded only when a query asks for words in a row. */
  texts = new Map<number, Words>();
  /** Papers whose words are in no segment yet. */
  tail = new Map<number, Look>();
  private encoder = new TextEncoder();

  constructor(private columns: Columns) {}

  /**
   * Adds the papers that hold a needle (see `fold`) in a field. Of several words in a row the texts must be loaded.
   * `scores` get points for it.
   */
  find(field: Exclude<TextField, 'venue'>, needle: string, found: Bits, scores: Uint16Array | undefined): Bits {
    const asked = field === 'any' ? anyBits : fieldBit[field];
    const whole = needle.endsWith(' ');
    const words = needle.trim().split(' ');
    const add = (n: number, fields: number) => {
      found.add(n);
      if (scores) scores[n] = (scores[n] ?? 0) + (points[fields] ?? 0);
    };
    for (const segment of this.segments) {
      const fields = this.fieldsOf(segment, words, whole, asked);
      const { home } = this.columns.of;
      for (let place = 0; place < fields.length; place++) {
        if (fields[place] === 0) continue;
        const n = segment.docs[place] ?? 0;
        if (home[n] === segment.id) add(n, fields[place] ?? 0);
      }
    }
    for (const [n, seen] of this.tail) {
      const fields = fieldsOfLook(seen, needle, asked);
      if (fields !== 0) add(n, fields);
    }
    return found;
  }

  /** Adds the papers with an id that `id:` finds. */
  ids(asked: string, found: Bits): Bits {
    const colon = asked.indexOf(':');
    for (const segment of this.segments) {
      const fields = new Uint8Array(segment.docs.length);
      const add = ({ from, to }: Terms) => addPostings(segment, from, to, fieldBit.id, fields);
      eachTerm(segment, this.encoder.encode(asked), false, add);
      if (colon >= 0) {
        const scheme = this.encoder.encode(` ${asked.slice(0, colon)}`);
        eachTerm(segment, this.encoder.encode(asked.slice(colon + 1)), false, (term) => {
          if (endsWith(term.bytes, scheme)) add(term);
        });
      }
      for (const [place, n] of segment.docs.entries()) {
        if (fields[place] && this.columns.of.home[n] === segment.id) found.add(n);
      }
    }
    for (const [n, { subject }] of this.tail) if (subject.ids.some((id) => idMatches(asked, id))) found.add(n);
    return found;
  }

  /** For each paper of a segment the fields (and `wholeBit`) that hold the words in a row. */
  private fieldsOf(segment: Segment, words: readonly string[], whole: boolean, asked: number): Uint8Array {
    const numbers: Range[] = [];
    let fields: Uint8Array | undefined;
    for (const [i, word] of words.entries()) {
      const bytes = this.encoder.encode(word);
      const exact = whole || i < words.length - 1;
      const here = new Uint8Array(segment.docs.length);
      const range = { first: -1, last: -2 };
      eachTerm(segment, bytes, exact, (term) => {
        if (range.first < 0) range.first = term.index;
        range.last = term.index;
        addPostings(segment, term.from, term.to, asked, here, term.bytes.length === bytes.length ? wholeBit : 0);
      });
      numbers.push(range);
      if (fields)
        for (let place = 0; place < here.length; place++) here[place] = (here[place] ?? 0) & (fields[place] ?? 0);
      fields = here;
    }
    if (words.length > 1 && fields) this.keepPhrases(segment, numbers, fields);
    return fields ?? new Uint8Array();
  }

  /** Of fields that hold all words keeps those that hold them in a row. */
  private keepPhrases(segment: Segment, numbers: readonly Range[], fields: Uint8Array): void {
    const texts = this.texts.get(segment.id);
    if (!texts) throw new Error('The texts of a segment were not loaded.');
    const row = new Row(numbers);
    for (let place = 0; place < fields.length; place++) {
      const candidates = fields[place] ?? 0;
      if (candidates === 0) continue;
      const kept = (candidates & anyBits) === 0 ? 0 : row.fieldsOf(texts, place, candidates);
      fields[place] = kept === 0 ? 0 : kept | (candidates & wholeBit);
    }
  }
}

function fieldsOfLook(seen: Look, needle: string, asked: number): number {
  let fields = 0;
  for (const field of wordFields) {
    if ((asked & fieldBit[field]) === 0) continue;
    const text = seen.text(field);
    if (text.includes(needle)) fields |= fieldBit[field] | (text.includes(`${needle.trimEnd()} `) ? wholeBit : 0);
  }
  return fields;
}

function endsWith(bytes: Uint8Array, end: Uint8Array): boolean {
  const start = bytes.length - end.length;
  return start >= 0 && end.every((byte, i) => bytes[start + i] === byte);
}
