import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/query/parse';
import type { Node } from '../../src/query/query';

const now = new Date(2026, 5, 15, 12);
const shape = (node: Node | undefined): string => {
  if (!node) return '*';
  if (node.is === 'and' || node.is === 'or') return `(${node.of.map(shape).join(node.is === 'and' ? ' & ' : ' | ')})`;
  if (node.is === 'not') return `!${shape(node.of)}`;
  if (node.is === 'text') return `${node.field}:[${node.needle}]`;
  const { from: _, to: __, ...rest } = node;
  return Object.values(rest).join(':');
};
const tree = (query: string) => shape(parseQuery(query, now).node);

test.each([
  ['', '*'],
  ['Sparse Attention', '(any:[ sparse] & any:[ attention])'],
  ['"Sparse Attention"', 'any:[ sparse attention ]'],
  ['“Sparse” Attention', '(any:[ sparse ] & any:[ attention])'],
  ['gpt-4', 'any:[ gpt 4]'],
  ['---a', 'any:[ a]'],
  ['NOT NOT a', 'any:[ a]'],
  ['NOT -NOT a', '!any:[ a]'],
  ['Müller -Straße', '(any:[ muller] & !any:[ strasse])'],
  ['a b OR c', '((any:[ a] & any:[ b]) | any:[ c])'],
  ['a|b', '(any:[ a] | any:[ b])'],
  ['a (b OR c)', '(any:[ a] & (any:[ b] | any:[ c]))'],
  ['a AND NOT (b c)', '(any:[ a] & !(any:[ b] & any:[ c]))'],
  ['author:(hinton OR lecun)', '(author:[ hinton] | author:[ lecun])'],
  ['author:"von Luxburg"', 'author:[ von luxburg ]'],
  ['深度学习 （a | b）', '(any:[ 深 度 学 习] & (any:[ a] | any:[ b]))'],
  ['title：深度', 'title:[ 深 度]'],
  ['tag:RL/*', 'tag:rl/*'],
  ['tag:"Active Learning"', 'tag:active learning'],
  ['year:2023..2025', 'range:published:20230000:20259999'],
  ['year:2023-2025', 'range:published:20230000:20259999'],
  ['year:>2023', 'range:published:20240000:Infinity'],
  ['published:2024-07', 'range:published:20240700:20240799'],
  ['published:<2024-07-02', 'range:published:-Infinity:20240701'],
  ['published:<30d', 'range:published:20260517:Infinity'],
  ['saved:<7d', `range:saved:${new Date(2026, 5, 8, 12).getTime() + 1}:Infinity`],
  ['saved:7d..30d', `range:saved:${new Date(2026, 4, 16, 12).getTime()}:${new Date(2026, 5, 8, 12).getTime()}`],
  ['saved:today', `range:saved:${new Date(2026, 5, 15).getTime()}:${new Date(2026, 5, 16).getTime() - 1}`],
  ['upvotes:>50', 'range:upvotes:51:Infinity'],
  ['upvotes:10..50', 'range:upvotes:10:50'],
  ['status:to-read', 'status:unread'],
  ['is:starred has:codes', '(starred & has:code)'],
  ['id:10.1016/S0140-6736(20)30183-5', 'id:10.1016/s0140-6736(20)30183-5'],
  ['2407.21705', '(any:[ 2407 21705] | id:arxiv:2407.21705)'],
  ['https://arxiv.org/abs/2407.21705v2', '(any:[ https arxiv org abs 2407 21705v2] | id:arxiv:2407.21705)'],
  ['BERT: Pre-training', '(any:[ bert] & any:[ pre training])'],
  ['state-of-the-art', 'any:[ state of the art]'],
  ['a - b', '(any:[ a] & any:[ b])'],
  ['--a', 'any:[ a]'],
  ['f(x)', 'any:[ f x]'],
])('%s is read as %s', (query, expected) => {
  expect(tree(query)).toBe(expected);
  expect(parseQuery(query, now).problems).toEqual([]);
});

const complaints = (query: string) =>
  parseQuery(query, now).problems.map(
    ({ from, to, message, values }) => `${message} ${query.slice(from, to)}${values ? ` <${values.join('; ')}>` : ''}`,
  );

test.each([
  ['ven:icml net', ['queryUnknownFieldMeant ven:icml <ven; venue>'], 'any:[ net]'],
  ['ca:icml net', ['queryUnknownField ca:icml <ca>'], 'any:[ net]'],
  ['autor:smith net', ['queryUnknownFieldMeant autor:smith <autor; author>'], 'any:[ net]'],
  ['foobar:x net', ['queryUnknownField foobar:x <foobar>'], 'any:[ net]'],
  ['year:20x net', ['queryBadYear year:20x <20x>'], 'any:[ net]'],
  ['year:2025..2023', ['queryBadYear year:2025..2023 <2025..2023>'], '*'],
  ['published:2024-13', ['queryBadDate published:2024-13 <2024-13>'], '*'],
  ['saved:soon', ['queryBadDate saved:soon <soon>'], '*'],
  ['upvotes:many', ['queryBadNumber upvotes:many <many>'], '*'],
  ['status:done', ['queryBadChoice status:done <done; to-read, reading, read>'], '*'],
  ['net tag:', ['queryNoValue tag: <tag>'], 'any:[ net]'],
  ['net "deep lear', ['queryOpenQuote "deep lear'], '(any:[ net] & any:[ deep lear])'],
  ['(a b', ['queryOpenBracket ('], '(any:[ a] & any:[ b])'],
  ['a) b', ['queryExtraBracket )'], '(any:[ a] & any:[ b])'],
  ['a OR', ['queryEmptyOr OR'], 'any:[ a]'],
  ['OR a', ['queryEmptyOr OR'], 'any:[ a]'],
  ['a NOT', ['queryEmptyNot NOT'], 'any:[ a]'],
  ['title:++', ['queryNoWord title:++ <++>'], '*'],
])('%s: %j, and is read as %s', (query, problems, expected) => {
  expect(complaints(query)).toEqual(problems);
  expect(tree(query)).toBe(expected);
});

test('every sort key has a default direction', () => {
  const sort = (query: string) => parseQuery(query, now).sort;
  expect(sort('net sort:title')).toEqual({ by: 'title', descending: false });
  expect(sort('sort:saved')).toEqual({ by: 'saved', descending: true });
  expect(sort('sort:published-asc')).toEqual({ by: 'published', descending: false });
  expect(complaints('sort:size')[0]).toMatch(/^queryBadChoice sort:size/);
});

test('negated words are not marked', () => {
  expect(parseQuery('deep -shallow ("neural net" OR title:graph)', now).words).toEqual(['deep', 'neural net', 'graph']);
});

describe('any input', () => {
  const bits = fc.constantFrom(
    ...[
      '"',
      '“',
      '(',
      ')',
      '-',
      'OR',
      'AND',
      'NOT',
      '|',
      ' ',
      ':',
      '..',
      '>',
      '<',
      '*',
      '/',
      'tag:',
      'author:',
      'year:',
    ],
    ...[
      'saved:',
      'sort:',
      'has:',
      '2024',
      '7d',
      'a',
      'Ü',
      '深度',
      '💡',
      '\ud800',
      '-(',
      'id:',
      'constructor:',
      '__proto__:',
    ],
  );
  const typed = fc.oneof(
    fc.array(bits, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  test('is parsed without throwing, and every position is inside it', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const { node, problems } = parseQuery(query, now);
        const inside = ({ from, to }: { from: number; to: number }) => {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(query.length);
        };
        const visit = (part: Node) => {
          inside(part);
          if (part.is === 'and' || part.is === 'or') part.of.forEach(visit);
          if (part.is === 'not') visit(part.of);
        };
        problems.forEach(inside);
        if (node) visit(node);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['(', ')', '-', '-(', '"', 'OR ', 'a OR ', '(a '])('however often %j is repeated', (part) => {
    expect(() => parseQuery(part.repeat(20000), now)).not.toThrow();
  });
});
