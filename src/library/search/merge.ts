/** Merges segments into one, without papers that were indexed again since. */

import { TextsWriter } from './build';
import { ByteReader, compareBytes } from './bytes';
import { fieldBit, type Segment, type SegmentTexts, SegmentWriter, Terms, wordFields } from './segment';

/** A segment to merge, with its papers' texts. */
export interface Part {
  segment: Segment;
  words: SegmentTexts;
}

/** Merges segments. `keeps` tells whether a segment's text of a paper is still current. Calls `pause` between steps. */
export async function mergeSegments(
  id: number,
  parts: readonly Part[],
  keeps: (segment: Segment, n: number) => boolean,
  pause: () => Promise<void>,
): Promise<Part> {
  const docs = parts.flatMap(({ segment }) => [...segment.docs].filter((n) => keeps(segment, n))).sort((a, b) => a - b);
  const placeOf = new Map(docs.map((n, place) => [n, place]));
  const inputs = parts.map(({ segment, words }) => ({
    segment,
    words,
    terms: new Terms(segment),
    /** Place of each paper in the result; -1 if it is not kept. */
    places: Int32Array.from(segment.docs, (n) => (keeps(segment, n) ? (placeOf.get(n) ?? -1) : -1)),
    /** Number plus 1 of each term in the result. */
    numbers: new Uint32Array(segment.termCount),
  }));
  type Input = (typeof inputs)[number];

  const writer = new SegmentWriter();
  const open = new Set<Input>(inputs.filter(({ terms }) => terms.next()));
  while (open.size > 0) {
    const same = smallestTerm([...open]);
    const bytes = (same[0] as Input).terms.bytes.slice();
    for (const posting of postingsOf(same)) writer.posting(posting >>> 5, posting & 31);
    const number = (writer.term(bytes) ?? -1) + 1;
    for (const input of same) {
      input.numbers[input.terms.index] = number;
      if (!input.terms.next()) open.delete(input);
    }
    await pause();
  }

  const words = new TextsWriter();
  const sources = inputs.flatMap((input) =>
    [...input.places].flatMap((place, i) => (place < 0 ? [] : [{ place, input, i }])),
  );
  for (const { input, i } of sources.sort((a, b) => a.place - b.place)) {
    words.paper(readWords(input.words, i), (n) => (n === 0 ? 0 : (input.numbers[n - 1] ?? 0)));
    await pause();
  }
  return { segment: writer.done(id, Uint32Array.from(docs)), words: words.done() };
}

/** The inputs whose current term is the smallest. */
function smallestTerm<T extends { terms: Terms }>(open: readonly T[]): T[] {
  let found: T[] = [];
  for (const input of open) {
    const order = found[0] ? compareBytes(input.terms.bytes, found[0].terms.bytes) : -1;
    if (order < 0) found = [input];
    else if (order === 0) found.push(input);
  }
  return found;
}

interface Merging {
  segment: Segment;
  terms: Terms;
  places: Int32Array;
}

/** Kept postings of the inputs' current term, in the order of the result, each as place × 32 + fields. */
function postingsOf(inputs: readonly Merging[]): number[] {
  const found: number[] = [];
  let last = -1;
  let sorted = true;
  for (const { segment, terms, places } of inputs) {
    const reader = new ByteReader(segment.postings, terms.from);
    for (let place = 0; reader.at < terms.to; ) {
      const value = reader.number();
      place += value >>> 1;
      const fields = value & 1 ? (segment.postings[reader.at++] ?? 0) : fieldBit.abstract;
      const doc = places[place] ?? -1;
      if (doc < 0) continue;
      found.push(doc * 32 + fields);
      if (doc < last) sorted = false;
      last = doc;
    }
  }
  return sorted ? found : found.sort((a, b) => a - b);
}

/** A paper's texts as term numbers plus 1: one list for each of `wordFields`. */
export function readWords({ starts, bytes }: SegmentTexts, place: number): number[][] {
  const reader = new ByteReader(bytes, starts[place]);
  return wordFields.map(() => {
    const length = reader.number();
    const end = reader.at + length;
    const numbers: number[] = [];
    while (reader.at < end) numbers.push(reader.number());
    return numbers;
  });
}
