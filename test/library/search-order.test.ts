import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bits } from '../../src/library/search/bits';
import { Columns } from '../../src/library/search/columns';
import { authorKey, beginning, Names, titleKey } from '../../src/library/search/names';
import { inOrder, mend, order } from '../../src/library/search/order';
import { fold } from '../../src/query/fold';

const title = fc.array(fc.constantFrom('a', 'ab', '1', '9', 'ß', 'ж', '深', ' ', 'zeta', '𝐀', '😀'), { maxLength: 14 });

test('the number of a name’s first letters has the order of names', () => {
  fc.assert(
    fc.property(title, title, (a, b) => {
      const [x, y] = [fold(a.join('')).trim(), fold(b.join('')).trim()];
      const difference = beginning(x) - beginning(y);
      if (difference !== 0) expect(x < y).toBe(difference < 0);
      expect(beginning(x)).toBeLessThan(Number.MAX_SAFE_INTEGER);
    }),
  );
});

test.each([
  [['Ulrike von Luxburg', 'X'], 'luxburg ulrike von'],
  [['李四'], '李 四'],
  [['Madonna'], 'madonna'],
  [undefined, ''],
])('%j is sorted as %s', (authors, key) => expect(authorKey(authors)).toBe(key));

test('sorting all papers gives the same order as updating paper by paper', async () => {
  const none = async () => {};
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ title, saved: fc.integer({ min: 1, max: 5 }) }), { maxLength: 40, size: 'max' }),
      fc.array(fc.nat(39), { maxLength: 10 }),
      async (papers, changes) => {
        const columns = new Columns();
        const names = new Names();
        const set = (n: number, title: string, savedAt: number) => {
          const facts = { ids: [], title };
          columns.set({ n, ids: [], facts, tags: [], sites: [], status: 'unread', savedAt, changedAt: 0 });
          names.set(n, titleKey(title), '');
        };
        for (const [n, { title, saved }] of papers.entries()) set(n, title.join(''), saved);
        const numbers = papers.map((_, n) => n);
        const was = await order('title', numbers, columns, names, none);
        const changed = new Set(changes.filter((n) => n < papers.length));
        for (const n of changed) set(n, papers[n - 1]?.title.join('') ?? 'new', 3);
        const all = await order('title', numbers, columns, names, none);
        expect(mend(was, changed, 'title', columns, names)).toEqual(all);
        const set1 = new Bits(columns.size);
        for (const n of numbers) set1.add(n);
        const [up, down] = [inOrder(set1, all, false), inOrder(set1, all, true)];
        expect([...up.slice(0, all.known)].reverse()).toEqual([...down.slice(0, all.known)]);
        expect([...up.slice(all.known)]).toEqual([...down.slice(all.known)]);
      },
    ),
    { numRuns: 100 },
  );
});
