import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readMany } from '../../src/library/db/many';

/** A store with some numbers that records requests. */
function store(present: readonly number[]) {
  const asked: [number, number][] = [];
  return {
    asked,
    async get(n: number) {
      asked.push([n, n]);
      return present.includes(n) ? { n } : undefined;
    },
    async getAll({ lower, upper }: IDBKeyRange) {
      asked.push([lower, upper]);
      return present.filter((n) => n >= lower && n <= upper).map((n) => ({ n }));
    },
  };
}

test('neighbours are read together, distant numbers one by one, and missing records are absent', async () => {
  const papers = store([1, 2, 3, 5, 20]);
  const found = await readMany(papers, [20, 5, 1, 2, 30]);
  expect(papers.asked).toEqual([
    [1, 5],
    [20, 20],
    [30, 30],
  ]);
  expect([...found.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 5, 20]);
});

test('no request spans more than 250 numbers, so that the page stays responsive', async () => {
  const numbers = Array.from({ length: 600 }, (_, i) => i + 1);
  const papers = store(numbers);
  expect((await readMany(papers, numbers)).size).toBe(600);
  expect(papers.asked).toEqual([
    [1, 250],
    [251, 500],
    [501, 600],
  ]);
});
