import { describe, expect, test } from 'vitest';
import { mayBeSame, possibleDuplicates } from '../../src/library/duplicates';
import type { Facts } from '../../src/paper/paper';

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

test('titles of fewer than twelve letters say too little to call two papers one', () => {
  const one = { ids: ['doi:10.1000/a'], title: 'Deep  Video!' };
  const other = { ids: ['arxiv:2601.00001'], title: 'deep video' };
  expect(mayBeSame(one, other)).toBe(false);
  expect(mayBeSame({ ...one, title: 'Deep Videos 2' }, { ...other, title: 'deep videos 2' })).toBe(false);
  expect(mayBeSame({ ...one, title: 'Deep Videos 22' }, { ...other, title: 'deep videos 22' })).toBe(true);
  const group = (title: string) =>
    possibleDuplicates([one, other].map((each, n) => ({ n, facts: { ...each, title } })));
  expect(group('Introduction')).toEqual([[0, 1]]);
  expect(group('Foreword')).toEqual([]);
});
