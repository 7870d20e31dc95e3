import { expect, test } from 'vitest';
import type { Indexed } from '../../src/library/search/columns';
import { Evaluation } from '../../src/library/search/evaluate';
import { Live } from '../../src/library/search/live';
import { parseQuery } from '../../src/query/parse';

const paper = (n: number, title: string): Indexed => {
  const ids = [`arxiv:2601.0000${n}`];
  return { n, ids, facts: { ids, title }, tags: [], sites: [], status: 'unread', savedAt: n, changedAt: n };
};

/** Numbers of the papers that a query finds. */
function found(live: Live, query: string): number[] {
  const set = new Evaluation(live).find(parseQuery(query).node);
  return Array.from({ length: set.size }, (_, n) => n).filter((n) => set.has(n));
}

test('a paper that changes while its text is packed is found by its new words, and not by its old ones', async () => {
  const live = new Live({ generation: 0, upTo: 0, chunks: [], lists: undefined, segments: [], saved: undefined });
  live.take(paper(1, 'Early words'));
  live.take(paper(2, 'Other words'));
  let pauses = 0;
  await live.pack(1, async () => {
    if (++pauses === 1) live.take(paper(1, 'Later words'));
  });
  expect(found(live, 'early')).toEqual([]);
  expect(found(live, 'later')).toEqual([1]);
  expect(found(live, 'words')).toEqual([1, 2]);
  await live.pack(1, async () => {});
  expect(live.terms.tail.size).toBe(0);
  expect([found(live, 'early'), found(live, 'later'), found(live, 'other')]).toEqual([[], [1], [2]]);
});
