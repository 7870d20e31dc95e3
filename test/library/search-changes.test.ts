import { openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/library/db/schema';
import type { Library } from '../../src/library/library';
import { openLibrary } from '../../src/library/open';
import { type Packed, pack, unpack } from '../../src/library/search/packed';
import { Search } from '../../src/library/search/search';
import { facts, freshName, library, listing } from '../support/library';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

/** Another page: separate memory, the same database. */
function page(name: string): { library: Library; search: Search; database(): Promise<Database> } {
  const search = new Search();
  const library = openLibrary({ name, finder: search });
  opened.push(library);
  const database = async () => {
    const db = await openDB(name);
    opened.push(db);
    return db as unknown as Database;
  };
  return { library, search, database };
}

const found = async (library: Library, query: string) => [...(await library.find(query)).numbers];
const many = (count: number, from = 1) => Array.from({ length: count }, (_, i) => facts(from + i));

describe('the index follows every change', () => {
  test('changes by this page: tag, rename, note, remove, restore, undo', async () => {
    const shelf = library();
    await shelf.save(many(3), listing);
    expect(await found(shelf, 'paper')).toHaveLength(3);
    await shelf.tag(['arxiv:2601.00001'], { add: ['rl'] });
    expect(await found(shelf, 'tag:rl')).toHaveLength(1);
    const [tag] = await shelf.tags();
    await shelf.renameTag(tag?.id ?? '', 'learning');
    expect(await found(shelf, 'tag:rl')).toHaveLength(0);
    expect(await found(shelf, 'learning')).toHaveLength(1);
    await shelf.setNote(['arxiv:2601.00002'], 'curious');
    expect(await found(shelf, 'curious')).toHaveLength(1);
    await shelf.undo();
    expect(await found(shelf, 'curious')).toHaveLength(0);
    await shelf.remove(['arxiv:2601.00003']);
    expect(await found(shelf, 'paper')).toHaveLength(2);
    await shelf.restore(['arxiv:2601.00003']);
    expect(await found(shelf, 'paper')).toHaveLength(3);
  });

  test('a damaged index is built again, and an index in the old format is read', async () => {
    const name = freshName();
    const [a, b] = [page(name), page(name)];
    await a.library.save(many(300), listing);
    await b.search.settle(await b.database());
    const db = await b.database();
    const keys = (await db.getAllKeys('index')).filter((key) => ['segment', 'texts'].includes(String([key].flat()[0])));
    expect(keys.length).toBeGreaterThan(3);
    for (const key of keys) {
      const stored = (await db.get('index', key)) as Packed;
      expect(stored.blob).toBeInstanceOf(Blob);
      await db.put('index', await unpack<object>(stored), key);
    }
    expect(await found(page(name).library, '"paper number 7"')).toHaveLength(1);
    const [key] = keys;
    const whole = pack((await db.get('index', key as IDBValidKey)) as object);
    await db.put('index', { ...whole, blob: whole.blob.slice(0, 100) }, key);
    const other = page(name);
    expect(await found(other.library, '"paper number 7"')).toHaveLength(1);
    expect(await found(other.library, 'number')).toHaveLength(300);
  });

  test('changes by another page, also after the index was packed and stored', async () => {
    const name = freshName();
    const [a, b] = [page(name), page(name)];
    await a.library.save(many(300), listing);
    expect(await found(b.library, 'number')).toHaveLength(300);
    await b.search.settle(await b.database());
    await a.library.setNote(['arxiv:2601.00007'], 'curious');
    await a.library.save(many(5, 1000), listing);
    for (const { library } of [a, b, page(name)]) {
      expect(await found(library, 'number')).toHaveLength(305);
      expect(await found(library, 'curious')).toHaveLength(1);
      expect(await found(library, '"paper number 7"')).toHaveLength(1);
    }
  });

  test('if two pages store the index, the later one gives way and both stay correct', async () => {
    const name = freshName();
    const [a, b] = [page(name), page(name)];
    await a.library.save(many(200), listing);
    await Promise.all([found(a.library, 'x'), found(b.library, 'x')]);
    await Promise.all([a.search.settle(await a.database()), b.search.settle(await b.database())]);
    await b.library.save(many(100, 500), listing);
    for (const { library } of [a, b, page(name)]) {
      expect(await found(library, 'number')).toHaveLength(300);
      expect(await found(library, '"number 550"')).toHaveLength(1);
      expect((await found(library, 'sort:title')).length).toBe(300);
    }
  });

  test('an index older than the log is loaded again', async () => {
    const name = freshName();
    const [a, b] = [page(name), page(name)];
    await a.library.save(many(70), listing);
    expect(await found(b.library, 'number')).toHaveLength(70);
    await a.library.save(many(70, 100), listing);
    await a.search.settle(await a.database());
    const db = await a.database();
    const head = (await db.get('index', ['head'])) as { upTo: number };
    await db.put('changes', { numbers: [], texts: [], floor: head.upTo }, 0);
    await db.delete('changes', IDBKeyRange.bound(1, head.upTo));
    expect(await found(b.library, 'number')).toHaveLength(140);
  });

  test('log entries that the stored index includes are deleted', { timeout: 60_000 }, async () => {
    const a = page(freshName());
    await a.library.save(many(70), listing);
    for (let i = 0; i < 600; i++) await a.library.setStarred(['arxiv:2601.00001'], i % 2 === 0);
    await a.search.settle(await a.database());
    const db = await a.database();
    expect(await db.count('changes')).toBe(501);
    expect(await found(page(db.name).library, 'is:starred')).toHaveLength(0);
  });

  test('a missing index, or one of another format, is built from the papers', async () => {
    const name = freshName();
    const a = page(name);
    await a.library.save(many(300), listing);
    await a.search.settle(await a.database());
    await (await a.database()).put('index', { form: 0, generation: 3, upTo: 9 }, ['head']);
    expect(await found(page(name).library, 'number')).toHaveLength(300);
    await (await a.database()).clear('index');
    expect(await found(page(name).library, 'number')).toHaveLength(300);
  });

  test('an index that was stored before a count became searchable is built again', async () => {
    const name = freshName();
    const a = page(name);
    await a.library.save(
      Array.from({ length: 70 }, (_, i) => facts(i, { metrics: { upvotes: i } })),
      listing,
    );
    await a.search.settle(await a.database());
    const db = await a.database();
    const { upvotes: _, ...older } = (await db.get('index', ['columns', 0])) as Record<string, unknown>;
    await db.put('index', older, ['columns', 0]);
    expect(await found(page(name).library, 'upvotes:>=65')).toHaveLength(5);
  });

  test('an index that was lost after its log was shortened is built again', async () => {
    const name = freshName();
    const a = page(name);
    await a.library.save(many(100), listing);
    await a.search.settle(await a.database());
    const db = await a.database();
    await db.put('index', { form: 1, generation: 9, upTo: 0 }, ['head']);
    await db.put('changes', { numbers: [], texts: [], floor: 1 }, 0);
    expect(await found(page(name).library, 'number')).toHaveLength(100);
  });

  test('many segments are merged', async () => {
    const name = freshName();
    const a = page(name);
    await a.library.save(many(2500), listing);
    await a.search.settle(await a.database());
    const db = await a.database();
    expect(await db.count('index', IDBKeyRange.bound(['segment'], ['segment', []]))).toBeLessThan(8);
    expect(await found(page(name).library, 'number')).toHaveLength(2500);
    expect(await found(page(name).library, '"number 24"')).toHaveLength(1);
    expect(await found(page(name).library, 'id:2601.024')).toHaveLength(100);
  });
});
