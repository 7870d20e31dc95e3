import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextsWriter } from '../../src/library/search/build';
import { Phrase } from '../../src/library/search/phrase';
import { fieldBit } from '../../src/library/search/segment';

/** Whether a title of these term numbers holds the phrase, as the index sees it. */
function holds(title: readonly number[], words: readonly { first: number; last: number }[]): boolean {
  const writer = new TextsWriter();
  writer.paper([title, [], [], []], (term) => term + 1);
  return new Phrase(words).fieldsOf(writer.done(), 0, fieldBit.title) === fieldBit.title;
}
const word = (term: number) => ({ first: term, last: term });

test('a rare word whose number ends like that of a common one is not taken for it', () => {
  expect(holds([4, 6], [word(4), word(6)])).toBe(true);
  expect(holds([5 * 128 + 4, 6], [word(4), word(6)])).toBe(false);
});

test('a phrase is found exactly where its words follow one another', () => {
  const term = fc.oneof(fc.nat(3), fc.integer({ min: 126, max: 130 }), fc.integer({ min: 16_510, max: 16_514 }));
  fc.assert(
    fc.property(
      fc.array(term, { maxLength: 12 }),
      fc.array(term, { minLength: 2, maxLength: 3 }),
      fc.nat(2),
      (title, phrase, more) => {
        const last = phrase.at(-1) as number;
        const words = [...phrase.slice(0, -1).map(word), { first: last, last: last + more }];
        const fits = (at: number) =>
          words.every(({ first, last }, i) => {
            const here = title[at + i];
            return here !== undefined && here >= first && here <= last;
          });
        expect(holds(title, words)).toBe(title.some((_, at) => fits(at)));
      },
    ),
    { numRuns: 2000 },
  );
});
