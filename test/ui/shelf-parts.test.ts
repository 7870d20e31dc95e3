import { expect, test } from 'vitest';
import { isPublished } from '../../src/shelf/edit-form';
import { tagMonths, weeks } from '../../src/shelf/series';
import { tagTree } from '../../src/shelf/tag-tree';
import { pairOf } from '../../src/shelf/use-duplicates';
import { stubMessages } from '../support/messages';

stubMessages();
const at = (text: string) => new Date(`${text}T12:00:00`).getTime();

test('tags become a tree, also where only a lower one exists', () => {
  const tags = ['rl/reward', 'nlp', 'rl', 'a/b/c'].map((name) => ({ id: name, name }));
  const tree = tagTree(tags, new Map([['rl', 3]]));
  expect(tree.map((node) => [node.name, node.tag?.id, node.papers, node.below.map((each) => each.label)])).toEqual([
    ['a', undefined, 0, ['b']],
    ['nlp', 'nlp', 0, []],
    ['rl', 'rl', 3, ['reward']],
  ]);
});

test('a pair of papers is the same in either order', () => {
  const [a, b] = [{ key: 'arxiv:2601.00001' }, { key: 'doi:10.1000/1' }];
  expect(pairOf(a, b)).toBe(pairOf(b, a));
});

test('weeks begin on Mondays and count what was saved and read in each', () => {
  const rows = [
    { savedAt: at('2026-01-05'), readAt: at('2026-01-12') },
    { savedAt: at('2026-01-11') },
    { savedAt: at('2025-01-01') },
  ];
  expect(weeks(rows, at('2026-01-14'), 2).map(({ saved, read }) => [saved, read])).toEqual([
    [2, 0],
    [0, 1],
  ]);
});

test('months count the commonest tags', () => {
  const rows = [
    { savedAt: at('2026-01-31'), tags: ['a', 'b'] },
    { savedAt: at('2025-12-01'), tags: ['a'] },
    { savedAt: at('2024-12-01'), tags: ['c'] },
  ];
  const { months, tags } = tagMonths(rows, at('2026-01-31'), 2, 1);
  expect(months.map((month) => new Date(month).getMonth())).toEqual([11, 0]);
  expect(tags).toEqual([{ id: 'a', months: [1, 1] }]);
});

test.each([
  ['2024', true],
  ['2024-07', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13', false],
  ['July 2024', false],
])('%s is a date: %s', (text, expected) => expect(isPublished(text)).toBe(expected));
