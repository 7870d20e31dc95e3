/** Properties of merging that must hold for any sources, tried on random ones. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownFacts, uniteSources } from '../../src/library/merge/merge';
import { uniteSightings } from '../../src/library/merge/sightings';
import type { EditorialNotice } from '../../src/paper/notice';
import type { Facts, Sighting, Source } from '../../src/paper/paper';

const id = 'arxiv:2601.00001';
const names = (count: number) => Array.from({ length: count }, (_, at) => `Author ${at + 1}`);

const text = fc.constantFrom('a', 'b', 'arXiv', 'CoRR', 'ICML', 'cut…');
const someFacts: fc.Arbitrary<Facts> = fc
  .record(
    {
      title: text,
      authors: fc.integer({ min: 1, max: 4 }).map(names),
      authorCount: fc.integer({ min: 1, max: 5 }),
      abstract: text,
      published: fc.constantFrom('2024', '2024-07', '2024-07-31', '2023', '2025-01-01'),
      venue: text,
      categories: fc.array(text, { minLength: 1, maxLength: 2 }),
      links: fc.record({ pdf: text, code: fc.array(text, { minLength: 1, maxLength: 2 }) }, { requiredKeys: [] }),
      metrics: fc.record({ upvotes: fc.nat(3), citations: fc.nat(3) }, { requiredKeys: [] }),
      version: fc.integer({ min: 1, max: 3 }),
      type: fc.constantFrom('preprint', 'article', 'conference'),
      issued: fc.constantFrom('2024', '2024-07', '2025'),
      volume: text,
      publisher: text,
      notice: fc.constantFrom<EditorialNotice>(
        { is: 'corrected', doi: '10.1000/a' },
        { is: 'retracted', isPartial: true },
        { is: 'retracted', date: '2025-01' },
      ),
    },
    { requiredKeys: ['title'] },
  )
  .map((facts) => ({ ids: [id], ...facts }) as Facts);
const someSources = fc.array(
  fc.record({
    site: fc.constantFrom(
      'huggingface',
      'arxiv',
      'dblp',
      'import:ris',
      'google-scholar',
      'crossref-api',
      'semantic-scholar-api',
    ),
    at: fc.integer({ min: 1, max: 4 }),
    facts: someFacts,
  }),
  { minLength: 1, maxLength: 6 },
);
const shuffled = <T>(list: fc.Arbitrary<T[]>) =>
  list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

test('merging is commutative and associative', () => {
  fc.assert(
    fc.property(shuffled(someSources), fc.nat(6), ([sources, others], cut) => {
      const oneByOne = others.reduce<Source[]>((all, next) => uniteSources(all, [next]), []);
      const inGroups = uniteSources(uniteSources(sources.slice(0, cut)), uniteSources(sources.slice(cut)));
      expect(shownFacts([id], inGroups)).toEqual(shownFacts([id], oneByOne));
      expect(inGroups).toEqual(oneByOne);
      expect(uniteSources(oneByOne, oneByOne)).toEqual(oneByOne);
    }),
    { numRuns: process.env.LONG ? 100_000 : 1000 },
  );
});

test('sightings are united: each once, the newest twenty, in any order of input', () => {
  const sighting = (at: number): Sighting => ({
    site: 'arxiv',
    url: `https://arxiv.org/list/${at % 3}`,
    kind: 'listing',
    at,
  });
  fc.assert(
    fc.property(
      shuffled(fc.array(fc.integer({ min: 1, max: 40 }).map(sighting), { maxLength: 40 })),
      ([all, others]) => {
        const united = uniteSightings(all);
        expect(uniteSightings(uniteSightings(others.slice(0, 15)), others.slice(15))).toEqual(united);
        expect(united.length).toBeLessThanOrEqual(20);
      },
    ),
  );
});
