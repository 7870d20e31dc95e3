/** The term index: segments in byte arrays, and the tail, which holds the texts of the newest papers. */

import { type FoldedSubject, idMatches } from '../../query/match';
import type { Leaf } from '../../query/query';
import type { Bits } from './bits';
import type { Columns } from './columns';
import { Phrase, type TermRange } from './phrase';
import { addPostings, eachTerm, fieldBit, type Segment, type SegmentTexts, type Terms, wordFields } from './segment';

/** `Columns.of.home` of papers in the tail. */
export const inTail = 0xffffffff;

/** Fields of `any` in the term index. Venues and tags are few names, looked up in `Columns`. */
const anyBits = fieldBit.title | fieldBit.author | fieldBit.abstract | fieldBit.note;
/** Set with the fields if a whole word was found, not only a prefix. */
const wholeBit = 32;
/** Points for finding a word, by fields and `wholeBit`. */
const points = Uint8Array.from({ length: 64 }, (_, bits) => {
  const field = bits & fieldBit.title ? 8 : bits & fieldBit.author ? 6 : bits & fieldBit.note ? 4 : bits & 15 ? 2 : 0;
  return field === 0 ? 0 : field + (bits & wholeBit ? 3 : 0) + (bits & fieldBit.abstract ? 1 : 0);
});

/** A text condition: a field and a needle. */
export type Asked = Pick<Leaf & { is: 'text' }, 'field' | 'needle'>;

/** Number of cached results for phrases. */
const maxPhrases = 200;

export class TermIndex {
  segments: Segment[] = [];
  /** By segment; loaded only when a query has a phrase. */
  texts = new Map<number, SegmentTexts>();
  /** The tail: papers whose texts are in no segment yet. */
  tail = new Map<number, FoldedSubject>();
  /** Fields of a segment's papers that contain a phrase, by `phraseKey`. */
  private phrases = new Map<string, Uint8Array>();
  private encoder = new TextEncoder();

  constructor(private columns: Columns) {}

  /**
   * Finds a phrase in the texts, which must be loaded. It takes long for frequent words, so it runs before `find`, with
   * pauses; the result is cached for the next keystrokes.
   */
  async prepare(leaf: Asked, pause: () => Promise<void>): Promise<void> {
    if (this.phrases.size > maxPhrases) this.phrases.clear();
    for (const segment of [...this.segments]) {
      const key = phraseKey(segment, leaf);
      if (!isPhrase(leaf) || this.phrases.has(key)) continue;
      const texts = this.texts.get(segment.id);
      if (!texts) throw new Error('The texts of a segment were not loaded.');
      const { fields, words } = this.holding(segment, leaf);
      const phrase = new Phrase(words);
      for (let place = 0; place < fields.length; place++) {
        const candidates = fields[place] ?? 0;
        if (candidates === 0) continue;
        const kept = (candidates & anyBits) === 0 ? 0 : phrase.fieldsOf(texts, place, candidates);
        fields[place] = kept === 0 ? 0 : kept | (candidates & wholeBit);
        if ((place & 127) === 0) await pause();
      }
      this.phrases.set(key, fields);
    }
  }

  /** Whether `find` can be called. */
  isReady(leaf: Asked): boolean {
    return !isPhrase(leaf) || this.segments.every((segment) => this.phrases.has(phraseKey(segment, leaf)));
  }

  /** Adds the papers that contain a needle (see `fold`) in a field, and their points to `scores`. */
  find(leaf: Asked, found: Bits, scores: Uint16Array | undefined): Bits {
    const add = (n: number, fields: number) => {
      found.add(n);
      if (scores) scores[n] = (scores[n] ?? 0) + (points[fields] ?? 0);
    };
    for (const segment of this.segments) {
      const fields = isPhrase(leaf) ? this.phrases.get(phraseKey(segment, leaf)) : this.holding(segment, leaf).fields;
      if (!fields) throw new Error('The phrase was not prepared.');
      const { home } = this.columns.of;
      for (let place = 0; place < fields.length; place++) {
        if (fields[place] === 0) continue;
        const n = segment.docs[place] ?? 0;
        if (home[n] === segment.id) add(n, fields[place] ?? 0);
      }
    }
    for (const [n, seen] of this.tail) {
      const fields = fieldsOfTail(seen, leaf.needle, bitsOf(leaf));
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

  /**
   * For each paper of a segment, the fields (and `wholeBit`) that contain all words; and the terms that each word may
   * stand for.
   */
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

const isPhrase = ({ needle }: Asked) => needle.trim().includes(' ');
const bitsOf = ({ field }: Asked) => (field === 'any' ? anyBits : field === 'venue' ? 0 : fieldBit[field]);
const phraseKey = ({ id }: Segment, { field, needle }: Asked) => `${id} ${field}${needle}`;

function fieldsOfTail(seen: FoldedSubject, needle: string, asked: number): number {
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
