import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textLeaves } from '../../src/library/search/catch-up';
import type { Indexed } from '../../src/library/search/columns';
import { Evaluation } from '../../src/library/search/evaluate';
import { Live } from '../../src/library/search/live';
import { type Facts, statuses, type Tag } from '../../src/paper/paper';
import { foldSubject, matchesQuery } from '../../src/query/match';
import { parseQuery } from '../../src/query/parse';
import type { Query } from '../../src/query/query';

const words = [
  'deep',
  'deeper',
  'net',
  'network',
  'Müller',
  '深度',
  '学习',
  '深',
  'e\u0301tude',
  'ﬁne',
  'state-of-the-art',
  '𝐀',
  'a',
];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const tags: Tag[] = ['rl', 'rl/reward', 'Deep Nets', 'vision'].map((name, i) => ({ id: `t${i}`, name }));
const tagMap = new Map(tags.map((tag) => [tag.id, tag]));
const given = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const facts = fc
  .record({
    title: text,
    authors: maybe(fc.array(text, { minLength: 1, maxLength: 3 })),
    abstract: maybe(fc.array(text, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))),
    published: maybe(fc.constantFrom('2023', '2024-07', '2024-07-31', '2025-01-02')),
    venue: maybe(fc.constantFrom('ICML', 'Deep Learning Letters')),
    categories: maybe(fc.subarray(['cs.LG', 'cs.CL', 'math.ST'], { minLength: 1 })),
    metrics: maybe(fc.record({ upvotes: fc.nat(100) })),
    links: maybe(fc.constantFrom({ code: ['https://github.com/a/b'] }, { pdf: 'https://a.b/c.pdf' })),
  })
  .map((record) => ({ ids: [], ...given(record) }) as unknown as Facts);
const paper = (n: number) =>
  fc.record({
    n: fc.constant(n),
    ids: fc.constantFrom([`arxiv:2401.${10000 + n}`], [`doi:10.1/${n}`, `openreview:x${n}`]),
    facts,
    tags: fc.subarray(tags.map(({ id }) => id)),
    sites: fc.subarray(['huggingface', 'arxiv', 'openreview']),
    status: fc.constantFrom(...statuses),
    starredAt: maybe(fc.constant(1)),
    note: maybe(text),
    savedAt: fc.integer({ min: 1, max: 1000 }),
    changedAt: fc.integer({ min: 1, max: 1000 }),
    removedAt: fc.option(fc.constant(5), { nil: undefined, freq: 8 }),
  });

const leaf = fc.oneof(
  fc.constantFrom(
    ...words,
    'de',
    'd',
    'ne',
    '"deep net"',
    '"net',
    'deep-net',
    '学',
    'zzz',
    'the',
    'of-th',
    'learning',
    'icml',
  ),
  fc
    .tuple(
      fc.constantFrom('title:', 'author:', 'abstract:', 'note:', 'venue:'),
      fc.constantFrom('deep', '"deep net"', '学习', 'd'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    ...[
      'tag:rl',
      'tag:rl/*',
      'tag:"deep nets"',
      'tag:*',
      'year:2024',
      'year:..2023',
      'published:>2024-07',
      'saved:>2024',
      'saved:<1990',
    ],
    ...[
      'status:read',
      'status:to-read',
      'is:starred',
      'has:code',
      'has:pdf',
      'has:note',
      'has:abstract',
      'has:tag',
      'has:date',
    ],
    ...[
      'site:arxiv',
      'site:open',
      'category:cs',
      'category:cs.lg',
      'upvotes:>50',
      'upvotes:0',
      'id:2401',
      'id:10.1/1',
      'id:doi:10',
      'id:x1',
    ],
  ),
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} ${b})`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} OR ${b})`),
    tie('tree').map((a) => `-(${a})`),
  ),
}));

const oneByOne = (papers: Iterable<Indexed>, { node }: Query) =>
  [...papers]
    .filter((indexed) => {
      const { facts, ids, sites, status, starredAt, note, savedAt, changedAt, removedAt } = indexed;
      const names = indexed.tags.map((id) => tagMap.get(id)?.name ?? '');
      const own = { tags: names, status, starred: starredAt !== undefined, note, savedAt, changedAt };
      return removedAt === undefined && matchesQuery(node, foldSubject({ facts, own, sites, ids }));
    })
    .map(({ n }) => n)
    .sort((a, b) => a - b);

function indexed(live: Live, { node }: Query): number[] {
  const set = new Evaluation(live).find(node);
  return Array.from({ length: set.size }, (_, n) => n).filter((n) => set.has(n));
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 9 }).chain((n) => paper(n).map((paper) => ({ do: 'take' as const, paper }))),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => ({ do: 'delete' as const, n })) },
  { weight: 1, arbitrary: fc.constant({ do: 'pack' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'merge' as const }) },
);
const noPause = async () => {};

describe('the index finds the same as matching every paper', () => {
  test('after any changes, packing and merging', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60, size: 'max' }),
        fc.array(tree, { minLength: 1, maxLength: 8 }),
        async (steps, queries) => {
          const live = new Live({
            generation: 0,
            upTo: 0,
            chunks: [],
            lists: undefined,
            segments: [],
            saved: undefined,
          });
          live.tags = tagMap;
          const papers = new Map<number, Indexed>();
          for (const step of steps) {
            if (step.do === 'take') {
              live.take(step.paper);
              papers.set(step.paper.n, step.paper);
            } else if (step.do === 'delete') {
              live.delete(step.n);
              papers.delete(step.n);
            } else if (step.do === 'pack') await live.pack(1, noPause);
            else await live.merge(live.terms.segments.slice(0, 3), noPause);
          }
          for (const query of queries) {
            const asked = parseQuery(query, new Date(2026, 0, 1));
            for (const leaf of textLeaves(asked.node)) await live.terms.prepare(leaf, noPause);
            expect([query, indexed(live, asked)]).toEqual([query, oneByOne(papers.values(), asked)]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
