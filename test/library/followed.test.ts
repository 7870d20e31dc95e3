import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { Followed } from '../../src/library/followed';
import { showCard } from '../../src/library/followed-card';
import { facts } from '../support/library';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

const day = 86_400_000;
const daily = { url: 'https://huggingface.co/papers', site: 'huggingface', name: 'daily', followedAt: 1 };
const list = { url: 'https://arxiv.org/list/cs.LG/new', site: 'arxiv', name: 'new', followedAt: 2 };

async function followingBoth(limits?: { cards: number; met: number }) {
  const followed = limits ? new Followed('offprint-today', limits) : new Followed();
  await followed.follow(list);
  await followed.follow(daily);
  return followed;
}
const titles = async (followed: Followed, after = 0) =>
  (await followed.cards(after)).map((card) => showCard(card).facts.title);

test('a paper on two listings is one card with what both say', async () => {
  const followed = await followingBoth();
  await followed.store(daily.url, [facts(1, { rank: 3, metrics: { upvotes: 9 } })], {}, 10 * day);
  await followed.store(
    list.url,
    [facts(1, { rank: 1, categories: ['cs.LG'], ids: ['arxiv:2601.00001', 'doi:10.1/a'] })],
    {},
    11 * day,
  );
  const [card, ...others] = await followed.cards();
  expect(others).toEqual([]);
  expect(card).toMatchObject({ ids: ['arxiv:2601.00001', 'doi:10.1/a'], metAt: 10 * day });
  expect(card?.places).toEqual([
    { url: daily.url, site: 'huggingface', rank: 3 },
    { url: list.url, site: 'arxiv', rank: 1 },
  ]);
  expect(card && showCard(card).facts).toMatchObject({ metrics: { upvotes: 9 }, categories: ['cs.LG'] });
  expect((await followed.listings()).map(({ name, readAt, papers }) => [name, readAt, papers])).toEqual([
    ['daily', 10 * day, 1],
    ['new', 11 * day, 1],
  ]);
});

test('two cards become one when a listing says that they are one paper', async () => {
  const followed = await followingBoth();
  await followed.store(daily.url, [facts(1), facts(2, { ids: ['doi:10.1/a'] })], {}, day);
  await followed.store(list.url, [facts(1, { ids: ['arxiv:2601.00001', 'doi:10.1/a'] })], {}, day);
  expect((await followed.cards()).map(({ ids }) => ids)).toEqual([['arxiv:2601.00001', 'doi:10.1/a']]);
});

test('what was dismissed or erased does not come back while a listing goes on showing it; taken back, it does', async () => {
  const followed = await followingBoth();
  const papers = [facts(1), facts(2), facts(3)];
  await followed.store(daily.url, papers, {}, day);
  await followed.dismiss(['arxiv:2601.00001'], 2 * day);
  const [first, second] = await followed.cards();
  expect([first?.dismissedAt, second?.dismissedAt]).toEqual([2 * day, undefined]);
  expect(await followed.dismissed(['arxiv:2601.00001', 'arxiv:2601.00002'])).toEqual(['arxiv:2601.00001']);
  await followed.dismiss(['arxiv:2601.00001'], undefined);
  expect((await followed.cards())[0]).not.toHaveProperty('dismissedAt');
  expect(await followed.dismissed(['arxiv:2601.00001'])).toEqual([]);

  await followed.dismiss(['arxiv:2601.00001'], 2 * day);
  await followed.erase([first?.n ?? 0]);
  await followed.store(list.url, papers, {}, 3 * day);
  expect(await titles(followed)).toEqual(['Paper number 2', 'Paper number 3']);
});

test('cards go after thirty days, and a listing that shows them still brings them up no second time', async () => {
  const followed = await followingBoth();
  await followed.store(daily.url, [facts(1)], {}, day);
  await followed.store(daily.url, [facts(1), facts(2)], {}, 32 * day);
  expect(await titles(followed)).toEqual(['Paper number 2']);
  await followed.store(daily.url, [facts(1), facts(2)], {}, 33 * day);
  expect(await titles(followed)).toEqual(['Paper number 2']);
});

test('beyond the limits the cards and ids met longest ago are dropped', async () => {
  const followed = await followingBoth({ cards: 2, met: 3 });
  for (const n of [1, 2, 3, 4]) await followed.store(daily.url, [facts(n)], {}, n * 1000);
  expect(await titles(followed)).toEqual(['Paper number 3', 'Paper number 4']);
  await followed.store(daily.url, [facts(1), facts(2)], {}, 9000);
  // The id of the first was forgotten, that of the second was not.
  expect(await titles(followed)).toEqual(['Paper number 4', 'Paper number 1']);
});

test('cards are new since the end of the last visit, and a visit lasts while its reader comes back within the hour', async () => {
  const followed = await followingBoth();
  const hour = 3_600_000;
  expect(await followed.visit(10 * hour)).toBe(0);
  expect(await followed.visit(10.5 * hour)).toBe(0);
  await followed.store(daily.url, [facts(1)], {}, 10.2 * hour);
  expect(await followed.visit(11.4 * hour)).toBe(0);
  expect(await followed.visit(20 * hour)).toBe(11.4 * hour);
  await followed.store(daily.url, [facts(2)], {}, 20.1 * hour);
  expect(await titles(followed, await followed.visit(20.2 * hour))).toEqual(['Paper number 2']);
});

test('a listing that was unfollowed while it was read stays unfollowed', async () => {
  const followed = await followingBoth();
  await followed.unfollow(daily.url);
  await followed.note(daily.url, (listing) => ({ ...listing, triedAt: 5 }));
  await followed.store(daily.url, [facts(1)], {}, day);
  expect((await followed.listings()).map(({ name }) => name)).toEqual(['new']);
  expect(await followed.cards()).toEqual([]);
});

test('clear deletes everything', async () => {
  const followed = await followingBoth();
  await followed.store(daily.url, [facts(1)], {}, day);
  await followed.clear();
  expect([await followed.listings(), await followed.cards()]).toEqual([[], []]);
  await followed.follow(daily);
  await followed.store(daily.url, [facts(1)], {}, day);
  expect(await titles(followed)).toEqual(['Paper number 1']);
});
