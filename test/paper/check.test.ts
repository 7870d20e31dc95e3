import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caps, toContext, toFacts } from '../../src/paper/check';
import { isId } from '../../src/paper/identity';
import type { Facts } from '../../src/paper/paper';

const least = { ids: ['arxiv:2601.00001'], title: 'A title' };
const with_ = (fields: object) => toFacts({ ...least, ...fields }).facts as unknown as Record<string, unknown>;

const whole: Facts = {
  ids: ['arxiv:2601.00001', 'doi:10.1000/x'],
  title: 'Everything at once',
  authors: ['Ada Example', '李 例'],
  authorCount: 7,
  abstract: 'First.\nSecond $x < y$.',
  published: '2026-01-04',
  venue: 'ICML',
  categories: ['cs.LG'],
  keywords: ['testing'],
  links: { page: 'https://example.org/a', pdf: 'http://example.org/a.pdf', code: ['https://github.com/a/b'] },
  metrics: { upvotes: 0, comments: 3, stars: 12, citations: 7 },
  submittedBy: 'someone',
  organization: 'Example University',
  rank: 2,
  version: 3,
  type: 'conference',
  journalRef: 'J. Ex. 1 (2026) 1-2',
  comment: '12 pages',
  volume: '1',
  issue: '2',
  pages: '1-12',
  publisher: 'Example Press',
};

test('what is right passes unchanged', () => expect(toFacts(whole)).toEqual({ facts: whole }));

test.each([
  [null, 'not an object'],
  [[], 'not an object'],
  [{ ids: ['arxiv:2601.00001'] }, 'no title'],
  [{ ...least, title: ' \u0000\u200e ' }, undefined],
  [{ ...least, title: '\u0000 \u202e' }, 'no title'],
  [{ ...least, ids: [] }, 'no id'],
  [{ ...least, ids: 'arxiv:2601.00001' }, 'no id'],
  [{ ...least, ids: ['arxiv:2601.00001v2'] }, 'no id'],
  [{ ...least, ids: ['doi:10.1000/UPPER', 'arxiv:nonsense', '__proto__', 'x y:z', 'url:', 4, null] }, 'no id'],
])('refuses %j: %s', (from, reason) => expect(toFacts(from).reason).toBe(reason));

describe('leaves out what is not as it should be', () => {
  test.each([
    ['authors', [1, null, ' ', {}]],
    ['authorCount', 0],
    ['authorCount', 1.5],
    ['abstract', 'x'.repeat(caps.abstract + 1)],
    ['abstract', { toString: 'x' }],
    ['published', '2026-02-30'],
    ['published', '04.01.2026'],
    ['published', 2026],
    ['venue', 'x'.repeat(caps.line + 1)],
    [
      'links',
      { page: 'javascript:alert(1)', pdf: 'data:text/html,x', code: ['blob:https://a/b', '/relative', 'ftp://a/b'] },
    ],
    ['links', { page: 'https://user:secret@example.org/' }],
    ['links', { page: 'https://user@example.org/', pdf: 'https://:secret@example.org/a.pdf' }],
    ['metrics', { upvotes: -1, comments: Number.NaN, stars: '3', citations: Number.POSITIVE_INFINITY }],
    ['rank', '1'],
    ['type', 'constructor'],
  ])('%s', (field, value) => expect(with_({ [field]: value })).not.toHaveProperty(field));
});

test('cuts what is too long, and says how much there was', () => {
  const authors = Array.from({ length: caps.authors + 5 }, (_, at) => `Author ${at}`);
  expect(with_({ authors }).authors).toHaveLength(caps.authors);
  expect(with_({ authors }).authorCount).toBe(caps.authors + 5);
  const title = with_({ title: 'long '.repeat(1000) }).title as string;
  expect([title.length <= caps.title, title.at(-1)]).toEqual([true, '…']);
});

test('removes control characters, and marks that turn the direction of what follows', () => {
  expect(with_({ title: 'a\u0000b\u202ec\n d\ud800' }).title).toBe('abc d\ufffd');
  expect(with_({ abstract: 'one \n\n two\t\u0007three ' }).abstract).toBe('one\ntwo three');
});

test('takes nothing from a prototype, and passes none on', () => {
  const polluted = JSON.parse(
    '{"ids":["arxiv:2601.00001"],"title":"t","__proto__":{"venue":"v"},"constructor":{"x":1}}',
  );
  expect(toFacts(polluted).facts).toEqual({ ids: ['arxiv:2601.00001'], title: 't' });
  expect(toFacts(Object.create(least)).reason).toBe('no title');
});

test('where a paper was seen', () => {
  const good = { site: 'arxiv', url: 'https://arxiv.org/list/cs.LG/new#item', kind: 'listing' };
  expect(toContext(good)).toEqual({ ...good, url: 'https://arxiv.org/list/cs.LG/new' });
  for (const off of [{ site: 'A b' }, { url: 'file:///etc/passwd' }, { kind: 'other' }, { site: undefined }]) {
    expect(toContext({ ...good, ...off })).toBeUndefined();
  }
});

/** Values of any shape in the places of facts, near misses among them. */
const hostile = fc.record(
  Object.fromEntries(
    Object.keys(whole).map((name) => [
      name,
      fc.oneof(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        fc.array(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.constant(whole.ids[0]), fc.anything())),
        fc.string({ unit: 'binary' }),
        fc.constant((whole as unknown as Record<string, unknown>)[name]),
      ),
    ]),
  ),
  { requiredKeys: [] },
);

/** Every string in a value. */
const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(strings) : [];

test('whatever comes, what passes is right', () => {
  fc.assert(
    fc.property(hostile, (from) => {
      const { facts, reason } = toFacts(from);
      if (!facts) {
        expect(reason).toBeTruthy();
        return;
      }
      expect(facts.ids.every(isId)).toBe(true);
      expect(Object.keys(whole)).toEqual(expect.arrayContaining(Object.keys(facts)));
      const { code = [], project = [], data = [], ...single } = facts.links ?? {};
      for (const url of [...code, ...project, ...data, ...Object.values(single)]) expect(url).toMatch(/^https?:\/\//);
      for (const text of strings(facts)) expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      expect(toFacts(structuredClone(facts))).toEqual({ facts }); // what passed passes again
    }),
    { numRuns: 500 },
  );
});
