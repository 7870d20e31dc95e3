import { expect, test } from 'vitest';
import type { GroupKey } from '../../src/query/query';
import { clock, facts, library, listing } from '../support/library';

/** Papers 1 and 2 of May, 3 and 4 of June 2026, saved in that order. */
async function four() {
  const time = clock(new Date(2026, 4, 31, 23, 50).getTime());
  const own = library({ now: time.now });
  await own.save([facts(1, { venue: 'NeurIPS', published: '2024-07' }), facts(2, { venue: 'ICML' })], listing);
  time.pass(20 * 60 * 1000);
  await own.save([facts(3, { venue: 'icml', published: '2024' })], listing);
  const { published: _, ...undated } = facts(4);
  await own.save([undated], listing);
  await own.tag([2, 3], { add: ['rl/reward'] });
  await own.tag([3, 1], { add: ['alignment'] });
  await own.setStatus([4], 'read');
  return own;
}

test.each<[GroupKey, Record<string, number[]>]>([
  ['tag', { alignment: [1], 'rl/reward': [3, 2], '': [4] }],
  ['status', { unread: [3, 1, 2], read: [4] }],
  ['month', { '2026-06': [3, 4], '2026-05': [1, 2] }],
  ['venue', { ICML: [3, 2], NeurIPS: [1], '': [4] }],
  ['year', { '2026': [2], '2024': [3, 1], '': [4] }],
])('papers are grouped by %s, each once, in their order', async (group, expected) => {
  const own = await four();
  const { numbers, groups = [] } = await own.find('', { group });
  const found = groups.map(({ name, from, papers }) => [name, [...numbers.subarray(from, from + papers)]] as const);
  expect(Object.fromEntries(found)).toEqual(expected);
  expect([...numbers].sort()).toEqual([1, 2, 3, 4]);
});

test('times go from the newest back, names from A, and papers without the property come last', async () => {
  const own = await four();
  const names = async (group: GroupKey) => (await own.find('', { group })).groups?.map(({ name }) => name);
  expect(await names('year')).toEqual(['2026', '2024', '']);
  expect(await names('month')).toEqual(['2026-06', '2026-05']);
  expect(await names('tag')).toEqual(['alignment', 'rl/reward', '']);
  expect((await own.find('nothing', { group: 'tag' })).groups).toEqual([]);
});

test('venues are sorted by name, whatever their case, also after a change', async () => {
  const own = await four();
  const sorted = async (descending: boolean) => [
    ...(await own.find('', { sort: { by: 'venue', descending } })).numbers,
  ];
  expect(await sorted(false)).toEqual([2, 3, 1, 4]);
  expect(await sorted(true)).toEqual([1, 3, 2, 4]);
  await own.edit([4], { venue: 'Journal of Examples' });
  expect(await sorted(false)).toEqual([2, 3, 4, 1]);
});
