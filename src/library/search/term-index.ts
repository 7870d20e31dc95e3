/** The words of all papers: segments of byte arrays, and the newest papers' texts as they are. */

import { type FoldedSubject, idMatches } from '../../query/match';
import type { Leaf } from '../../query/query';
import type { Bits } from './bits';
import type { Columns } from './columns';
import { Phrase, type TermRange } from './phrase';
import { addPostings, eachTerm, fieldBit, type Segment, type SegmentTexts, type Terms, wordFields } from './segment';

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

/** A text condition: a field and a needle. */
export type Asked = Pick<Leaf & { is: 'text' }, 'field' | 'needle'>;

/** So many results for words in a row are kept. */
const keptRows = 200;

export class TermIndex {
  segments: Segment[] = [];
  /** By segment; loaded only when a query asks for words in a row. */
  texts = new Map<number, SegmentTexts>();
  /** Papers whose words are in no segment yet. */
  tail = new Map<number, FoldedSubject>();
  /** Fields of a segment's papers that hold words in a row, by `rowKey`. */
  private rows = new Map<string, Uint8Array>();
  private encoder = new TextEncoder();

  constructor(private columns: Columns) {}

  /**
   * Looks for words in a row, in the texts, which must be loaded. It takes long where the words are frequent, so it is
   * done before `find` is asked, in slices; what was found is kept for the next keys that are typed.
   */
  async prepare(leaf: Asked, pause: () => Promise<void>): Promise<void> {
    if (this.rows.size > keptRows) this.rows.clear();
    for (const segment of [...this.segments]) {
      const key = rowKey(segment, leaf);
      if (!isRow(leaf) || this.rows.has(key)) continue;
      const texts = this.texts.get(segment.id);
      if (!texts) throw new Error('The texts of a segment were not loaded.');
      const { fields, words } = this.holding(segment, leaf);
      const row = new Phrase(words);
      for (let place = 0; place < fields.length; place++) {
        const candidates = fields[place] ?? 0;
        if (candidates === 0) continue;
        const kept = (candidates & anyBits) === 0 ? 0 : row.fieldsOf(texts, place, candidates);
        fields[place] = kept === 0 ? 0 : kept | (candidates & wholeBit);
        if ((place & 127) === 0) await pause();
      }
      this.rows.set(key, fields);
    }
  }

  /** Whether `find` can be asked. */
  isReady(leaf: Asked): boolean {
    return !isRow(leaf) || this.segments.every((segment) => this.rows.has(rowKey(segment, leaf)));
  }

  /** Adds the papers that hold a needle (see `fold`) in a field. `scores` get points for it. */
  find(leaf: Asked, found: Bits, scores: Uint16Array | undefined): Bits {
    const add = (n: number, fields: number) => {
      found.add(n);
      if (scores) scores[n] = (scores[n] ?? 0) + (points[fields] ?? 0);
    };
    for (const segment of this.segments) {
      const fields = isRow(leaf) ? this.rows.get(rowKey(segment, leaf)) : this.holding(segment, leaf).fields;
      if (!fields) throw new Error('Words in a row were not prepared.');
      const { home } = this.columns.of;
      for (let place = 0; place < fields.length; place++) {
        if (fields[place] === 0) continue;
        const n = segment.docs[place] ?? 0;
        if (home[n] === segment.id) add(n, fields[place] ?? 0);
      }
    }
    for (const [n, seen] of this.tail) {
      const fields = fieldsOfLook(seen, leaf.needle, bitsOf(leaf));
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

  /** For each paper of a segment the fields (and `wholeBit`) that hold all words, and which terms each word may be. */
  private holding(segment: Segment, leaf: Asked): { fields: Uint8Array; words: TermRange[] } {
    const typed = leaf.needle.trim().split(' ');
    const words: TermRange[] = [];
    let fields = new Uint8Array(segment.docs.length);
    for (const [i, word] of typed.entries()) {
      const bytes = this.encoder.encode(word);
      const whole = leaf.needle.endsWith(' ') || i < typed.length - 1;
      const here = new Uint8Array(segment.docs.length);
      const range = { first: -1, last: -2 };
      eachTerm(segment, bytes, whole, (term) => {
        if (range.first < 0) range.first = term.index;
        range.last = term.index;
        addPostings(segment, term.from, term.to, bitsOf(leaf), here, term.bytes.length === bytes.length ? wholeBit : 0);
      });
      words.push(range);
      if (i > 0) for (let at = 0; at < here.length; at++) here[at] = (here[at] ?? 0) & (fields[at] ?? 0);
      fields = here;
    }
    return { fields, words };
  }
}

const isRow = ({ needle }: Asked) => needle.trim().includes(' ');
const bitsOf = ({ field }: Asked) => (field === 'any' ? anyBits : field === 'venue' ? 0 : fieldBit[field]);
const rowKey = ({ id }: Segment, { field, needle }: Asked) => `${id} ${field}${needle}`;

function fieldsOfLook(seen: FoldedSubject, needle: string, asked: number): number {
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
