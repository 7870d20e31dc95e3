import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperRecord } from '../../src/library/db/record';
import { mayBeSame, possibleDuplicates } from '../../src/library/duplicates';
import { shownFacts, trust, uniteSources } from '../../src/library/merge/merge';
import { uniteSightings } from '../../src/library/merge/sightings';
import { areDifferent, join } from '../../src/library/write/join';
import type { Editable, Facts, Sighting, Source } from '../../src/paper/paper';
import { any } from '../../src/sites/any';

const id = 'arxiv:2601.00001';
const source = (site: string, facts: Partial<Facts>, at = 1000): Source => ({
  site,
  at,
  facts: { ids: [id], title: 'A title', ...facts },
});
const shown = (sources: Source[], edits?: Partial<Editable>) => shownFacts([id], uniteSources(sources), edits);
const names = (count: number) => Array.from({ length: count }, (_, at) => `Author ${at + 1}`);

describe('two sources, in either order', () => {
  const cases: [string, Source, Source, keyof Facts, unknown][] = [
    [
      'a whole author list beats a cut one',
      source('google-scholar', { authors: names(9), authorCount: 9 }),
      source('arxiv', { authors: names(3), authorCount: 9 }, 2000),
      'authors',
      names(9),
    ],
    [
      'names beat a bare count',
      source('google-scholar', { authors: names(2) }),
      source('huggingface', { authorCount: 5 }, 2000),
      'authors',
      names(2),
    ],
    [
      'a cut list keeps its count',
      source('arxiv', { authors: names(3), authorCount: 9 }),
      source('google-scholar', {}, 2000),
      'authorCount',
      9,
    ],
    [
      "arXiv's own abstract beats a copy",
      source('arxiv', { abstract: 'own' }),
      source('huggingface', { abstract: 'a copy, newer' }, 2000),
      'abstract',
      'own',
    ],
    [
      'a copy beats nothing',
      source('arxiv', {}, 2000),
      source('huggingface', { abstract: 'copy' }),
      'abstract',
      'copy',
    ],
    [
      'a title beats a link’s text',
      source('any', { title: 'Wei et al. 2022', titleIsLinkText: true }, 2000),
      source('arxiv-api', { title: 'A title' }),
      'title',
      'A title',
    ],
    [
      'a published venue beats arXiv',
      source('arxiv', { venue: 'arXiv' }, 2000),
      source('google-scholar', { venue: 'ICML' }),
      'venue',
      'ICML',
    ],
    [
      'a published venue beats OpenReview, which is where it was submitted',
      source('openreview', { venue: 'OpenReview' }, 2000),
      source('google-scholar', { venue: 'ICML' }),
      'venue',
      'ICML',
    ],
    [
      'a published venue beats CoRR',
      source('dblp', { venue: 'CoRR' }, 2000),
      source('import:bibtex', { venue: 'Neural Networks' }),
      'venue',
      'Neural Networks',
    ],
    [
      'a published type beats preprint',
      source('arxiv', { type: 'preprint' }, 2000),
      source('acl', { type: 'conference' }),
      'type',
      'conference',
    ],
    [
      'the submission date beats the announcement',
      source('arxiv', { published: '2026-01-07' }, 2000),
      source('huggingface', { published: '2026-01-05' }),
      'published',
      '2026-01-05',
    ],
    [
      'a more precise date beats the year',
      source('arxiv', { published: '2026' }, 2000),
      source('dblp', { published: '2026-03-02' }),
      'published',
      '2026-03-02',
    ],
    [
      'an earlier year beats a later day',
      source('arxiv', { published: '2026-03-02' }, 2000),
      source('dblp', { published: '2025' }),
      'published',
      '2025',
    ],
    [
      'a whole title beats a cut one',
      source('arxiv', { title: 'A long…' }, 2000),
      source('google-scholar', { title: 'A long title' }),
      'title',
      'A long title',
    ],
    [
      'counts are the newest',
      source('arxiv', { metrics: { stars: 5 } }),
      source('huggingface', { metrics: { stars: 7 } }, 2000),
      'metrics',
      { stars: 7 },
    ],
    [
      'counts are completed',
      source('huggingface', { metrics: { upvotes: 5 } }),
      source('google-scholar', { metrics: { citations: 7 } }, 2000),
      'metrics',
      { citations: 7, upvotes: 5 },
    ],
    [
      'repositories are united',
      source('huggingface', { links: { code: ['https://github.com/a/b'] } }),
      source('arxiv', { links: { code: ['https://github.com/c/d'] } }, 2000),
      'links',
      { code: ['https://github.com/c/d', 'https://github.com/a/b'] },
    ],
    [
      'the later version is shown',
      source('arxiv', { version: 3 }),
      source('arxiv-api', { version: 2 }, 2000),
      'version',
      3,
    ],
  ];
  test.each(cases)('%s', (_, a, b, field, value) => {
    expect(shown([a, b])[field]).toEqual(value);
    expect(shown([b, a])[field]).toEqual(value);
  });
});

describe('facts from the same site at two times', () => {
  test('a source replaces its own facts and removes none', () => {
    const before = source('huggingface', { title: 'Old', abstract: 'kept', metrics: { upvotes: 1, comments: 2 } });
    const after = source('huggingface', { title: 'New', metrics: { upvotes: 9 } }, 2000);
    expect(shown([before, after])).toMatchObject({
      title: 'New',
      abstract: 'kept',
      metrics: { upvotes: 9, comments: 2 },
    });
    expect(uniteSources([before], [after])).toMatchObject([
      { at: 2000, older: { abstract: 1000, 'metrics.comments': 1000 } },
    ]);
  });
  test('a cut author list does not replace a complete one from the same site', () => {
    const whole = source('arxiv', { authors: names(30), authorCount: 30 });
    const cut = source('arxiv', { authors: names(25), authorCount: 30 }, 2000);
    expect(shown([whole, cut]).authors).toHaveLength(30);
  });
});

test('a correction by hand wins over every source', () => {
  const edits = { title: 'By hand', authors: ['One Person'], published: '2020' };
  const facts = shown([source('arxiv', { authors: names(9), authorCount: 12, published: '2026-01-01' }, 9e9)], edits);
  expect(facts).toMatchObject({ ...edits, authorCount: 1 });
});

test('ranks belong to sightings', () => expect(shown([source('huggingface', { rank: 3 })])).not.toHaveProperty('rank'));

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
      metrics: fc.record({ upvotes: fc.nat(3), stars: fc.nat(3) }, { requiredKeys: [] }),
      version: fc.integer({ min: 1, max: 3 }),
      type: fc.constantFrom('preprint', 'article', 'conference'),
    },
    { requiredKeys: ['title'] },
  )
  .map((facts) => ({ ids: [id], ...facts }) as Facts);
const someSources = fc.array(
  fc.record({
    site: fc.constantFrom('huggingface', 'arxiv', 'dblp', 'import:ris', 'google-scholar'),
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

describe('joining two records', () => {
  const record = (more: Partial<PaperRecord>): PaperRecord => ({
    n: 1,
    ids: [id],
    tags: [],
    status: 'unread',
    savedAt: 1000,
    changedAt: 1000,
    change: 1,
    sources: [source('arxiv', {})],
    sightings: [],
    ...more,
  });
  test('joining unites tags and notes, and keeps the earliest times and the furthest status', () => {
    const first = record({ tags: ['t1', 't2'], note: 'first', starredAt: 500 });
    const second = record({
      n: 2,
      ids: ['doi:10.1000/x'],
      tags: ['t2', 't3'],
      note: 'second',
      status: 'reading',
      readingAt: 700,
      savedAt: 900,
      starredAt: 400,
    });
    expect(join(first, second)).toMatchObject({
      n: 1,
      ids: [id, 'doi:10.1000/x'],
      tags: ['t1', 't2', 't3'],
      note: 'first\n\nsecond',
      status: 'reading',
      readingAt: 700,
      savedAt: 900,
      starredAt: 400,
    });
  });
  test('a note that contains the other one is not repeated', () => {
    expect(join(record({ note: 'long note' }), record({ note: 'note' })).note).toBe('long note');
    expect(join(record({}), record({ note: 'only' })).note).toBe('only');
  });
  test('corrections and citation keys are united, and those of the first record win', () => {
    const first = record({ edits: { title: 'Mine' }, citationKeys: { file: 'one' } });
    const second = record({ edits: { title: 'Theirs', venue: 'ICML' }, citationKeys: { file: 'two', other: 'x' } });
    expect(join(first, second)).toMatchObject({
      edits: { title: 'Mine', venue: 'ICML' },
      citationKeys: { file: 'one', other: 'x' },
    });
  });
  test('joining a paper in the trash with one that is not restores it', () => {
    expect(join(record({ removedAt: 5 }), record({}))).not.toHaveProperty('removedAt');
    expect(join(record({ removedAt: 5 }), record({ removedAt: 7 })).removedAt).toBe(7);
  });
  test('records with different arXiv ids stay two papers, whatever a page says', () => {
    expect(areDifferent([id, 'doi:10.1000/x'], ['arxiv:2601.00002', 'doi:10.1000/x'])).toBe(true);
    expect(areDifferent([id], ['doi:10.1000/x'])).toBe(false);
  });
});

describe('possible duplicates', () => {
  const paper: Facts = {
    ids: ['doi:10.1000/1'],
    title: 'Attention Is Not Quite All',
    authors: ['Ada Example'],
    published: '2024',
  };
  const other = { ...paper, ids: ['acl:2024.x-main.1'] };
  test.each([
    ['the same title in another dress', { title: 'Attention is not quite all!' }, true],
    ['an author in common', { authors: ['A. Example', 'Someone Else'] }, true],
    ['no author in common', { authors: ['Someone Else'] }, false],
    ['two years apart', { published: '2026-01' }, true],
    ['three years apart', { published: '2027' }, false],
    ['another title', { title: 'Attention Is Not Quite Enough' }, false],
  ])('%s', (_, more, expected) => expect(mayBeSame(paper, { ...other, ...more })).toBe(expected));
  test('are grouped, and papers known to be different are not', () => {
    const rows = [
      { n: 1, facts: paper },
      { n: 2, facts: { ...other, title: 'Something else entirely' } },
      { n: 3, facts: other },
      { n: 4, facts: { ...paper, ids: ['arxiv:2601.00001'] } },
    ];
    expect(possibleDuplicates(rows)).toEqual([[1, 3, 4]]);
    expect(mayBeSame({ ...paper, ids: ['arxiv:2601.00002'] }, { ...paper, ids: ['arxiv:2601.00001'] })).toBe(false);
  });
});

test('sources nearer to the paper are trusted more, and the source for completing the least', () => {
  const order = ['arxiv-api', any.id, 'import:bibtex', 'huggingface', 'dblp', 'acl', 'arxiv'];
  expect([...order].sort((a, b) => trust(a) - trust(b))).toEqual(order);
  expect(new Set(order.map(trust)).size).toBe(order.length);
  expect(trust('constructor')).toBe(trust('import:bibtex'));
});

test('a title that is only a link’s text is marked until a better one is known or written by hand', () => {
  const link = source('any', { title: 'arXiv', titleIsLinkText: true }, 2000);
  expect(shown([link])).toMatchObject({ title: 'arXiv', titleIsLinkText: true });
  expect(shown([link, source('arxiv', {})])).not.toHaveProperty('titleIsLinkText');
  expect(shown([link], { title: 'By hand' })).toEqual({ ids: [id], title: 'By hand' });
  expect(shown([link, source('import:ids', { title: id })])).toMatchObject({ title: 'arXiv', titleIsLinkText: true });
});
