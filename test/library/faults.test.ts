import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Search } from '../../src/library/search/search';
import { facts, freshName, library, listing } from '../support/library';
import { dump } from './dump';

const key = (number: number) => facts(number).ids[0] as string;
const many = (count: number) => Array.from({ length: count }, (_, at) => facts(at + 1));

afterEach(() => vi.restoreAllMocks());

test('writes are durable before they are acknowledged', async () => {
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await library().save([facts(1)], listing);
  const writes = begin.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeGreaterThan(0);
  for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
});

test('a library of a newer version is not touched, and the error says so', async () => {
  const name = freshName();
  const newer = await openDB(name, 999, { upgrade: (db) => db.createObjectStore('papers', { keyPath: 'n' }) });
  await newer.put('papers', { n: 1, title: 'from the future' });
  newer.close();
  const shelf = library({ name });
  for (const asked of [shelf.size(), shelf.save([facts(1)], listing), shelf.find('x'), shelf.undo()]) {
    await expect(asked).rejects.toMatchObject({ name: 'LibraryError', code: 'newer' });
  }
  const again = await openDB(name, 999);
  expect(await again.getAll('papers')).toEqual([{ n: 1, title: 'from the future' }]);
  again.close();
});

test('the database is opened again after the browser closed it', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  });
  await shelf.setStarred([key(1)], true);
  expect((await shelf.marks([key(1)]))[key(1)]?.starred).toBe(true);
  expect(IDBDatabase.prototype.transaction).not.toBe(begin);
});

test('calls while the library is being closed fail with `closed`', async () => {
  for (let moment = 0; moment < 12; moment++) {
    const shelf = library();
    await shelf.save(many(40), listing);
    const asked = [shelf.find('paper'), shelf.facets([1]), shelf.rows([1]), shelf.filterCounts()];
    const told = Promise.allSettled(asked);
    for (let turn = 0; turn < moment; turn++) await new Promise((resolve) => setTimeout(resolve));
    shelf.close();
    for (const each of await told) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ name: 'LibraryError', code: 'closed' });
    }
  }
});

test('a change that is durable when the page closes the library succeeds', async () => {
  const shelf = library();
  await shelf.size();
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
    const tx = begin.apply(this, given);
    if (given[1] === 'readwrite') tx.addEventListener('complete', () => shelf.close());
    return tx;
  });
  expect(await shelf.save([facts(1)], listing)).toMatchObject({ id: 1 });
});

test('a search whose reads the browser aborts fails with a reason, and the next search works', async () => {
  const name = freshName();
  await library({ name }).save(many(3), listing);
  const begin = IDBDatabase.prototype.transaction;
  let failed = 0;
  for (let call = 0, left = -1; left < 0; call++) {
    const shelf = library({ name });
    left = call;
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given
    ) {
      const tx = begin.apply(this, given);
      if (left-- === 0) queueMicrotask(() => tx.abort());
      return tx;
    });
    const reason = await shelf.find('"paper number" sort:title').then(
      () => undefined,
      (error) => error,
    );
    spy.mockRestore();
    if (reason) expect(reason).toMatchObject({ name: 'LibraryError', code: 'closed' });
    failed += Number(reason !== undefined);
    expect((await shelf.find('"paper number" sort:title')).numbers).toHaveLength(3);
  }
  expect(failed).toBeGreaterThan(3);
});

test('lets another connection upgrade or delete the database, and goes on afterwards', async () => {
  const name = freshName();
  const shelf = library({ name });
  await shelf.save([facts(1)], listing);
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onblocked = reject;
  });
  expect(await shelf.size()).toBe(0);
});

describe('if the disk is full', () => {
  const full = (store: string) => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === store) throw new DOMException('No space left.', 'QuotaExceededError');
      return put.apply(this, args);
    });
  };
  test('a large record that Chromium could not write to a file counts as full, too', async () => {
    const shelf = library();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    });
    await expect(shelf.save([facts(1)], listing)).rejects.toMatchObject({ code: 'full' });
    vi.restoreAllMocks();
    expect(await shelf.size()).toBe(0);
  });
  test.each(['papers', 'texts', 'tags', 'journal', 'diffs', 'state'])('for %s, nothing is changed', async (store) => {
    const name = freshName();
    const shelf = library({ name });
    await shelf.save([facts(1)], listing, { tags: ['a'] });
    const before = await dump(name);
    full(store);
    await expect(shelf.save([facts(2)], listing, { tags: ['b'] })).rejects.toMatchObject({ code: 'full' });
    vi.restoreAllMocks();
    expect(await dump(name)).toEqual(before);
    await shelf.save([facts(2)], listing);
    expect(await shelf.size()).toBe(2);
  });

  test('a large change that fails is rolled back', async () => {
    const name = freshName();
    const shelf = library({ name });
    await shelf.save([facts(9999)], listing);
    const before = await dump(name);
    const failing = vi.spyOn(Search.prototype, 'record');
    let calls = 0;
    failing.mockImplementation(async () => {
      if (++calls === 3) throw new DOMException('No space left.', 'QuotaExceededError');
    });
    await expect(shelf.save(many(1200), listing, { tags: ['a'] })).rejects.toMatchObject({ code: 'full' });
    expect(await dump(name)).toEqual(before);
  });
});

test('three connections that write at once lose nothing, and counts are right', { timeout: 600_000 }, async () => {
  const name = freshName();
  const shelves = [library({ name }), library({ name }), library({ name })];
  const rounds = process.env.LONG ? 667 : 40;
  await Promise.all(
    shelves.map(async (shelf, writer) => {
      for (let round = 0; round < rounds; round++) {
        const own = facts(1000 * writer + round + 1);
        const tags = [`w${writer}`, 'all/shared'];
        if (round % 3 === 0) await shelf.save([own, facts(9000 + round)], listing, { tags });
        else if (round % 3 === 1) await shelf.tag([key(9000 + round - 1)], { add: [`by/${writer}`] });
        else await shelf.setStarred([key(1000 * writer + round - 1)], true);
      }
    }),
  );
  const [shelf] = shelves;
  if (!shelf) throw new Error('no library');
  const saves = Math.ceil(rounds / 3);
  expect(await shelf.size()).toBe(4 * saves); // each writer's own, and those that all three saved
  const rows = await shelf.newest(1e6);
  const counts = await shelf.tagCounts();
  const tags = await shelf.tags();
  for (const { id, name } of tags) {
    const below = new Set(tags.filter((tag) => `${tag.name}/`.startsWith(`${name}/`)).map((tag) => tag.id));
    expect([name, counts.get(id)]).toEqual([name, rows.filter((row) => row.tags.some((tag) => below.has(tag))).length]);
  }
  const starred = rows.filter(({ starredAt }) => starredAt !== undefined);
  expect(starred).toHaveLength(3 * Math.floor(rounds / 3));
});
