import { afterEach, describe, expect, test, vi } from 'vitest';
import { Search } from '../../src/library/search/search';
import { facts, freshName, library, listing } from '../support/library';
import { dump } from './dump';

const many = (count: number) => Array.from({ length: count }, (_, at) => facts(at + 1));

afterEach(() => vi.restoreAllMocks());

describe('the browser dies during a large change', () => {
  /** Interrupts a large change: the third transaction fails, and so does the rollback. */
  async function dying(name: string, work: (shelf: ReturnType<typeof library>) => Promise<unknown>) {
    const shelf = library({ name });
    let calls = 0;
    const record = vi.spyOn(Search.prototype, 'record').mockImplementation(async () => {
      if (++calls > 2) throw new Error('dead');
    });
    await expect(work(shelf)).rejects.toThrow();
    shelf.close();
    record.mockRestore();
  }
  const isSettled = async (name: string) => {
    const [, , , journal = []] = await dump(name);
    return journal.every((entry) => entry.open === undefined);
  };

  test('an interrupted change is rolled back at the next start', async () => {
    const name = freshName();
    const first = library({ name });
    await first.save([facts(9999)], listing);
    first.close();
    const before = await dump(name);
    await dying(name, (shelf) => shelf.save(many(1600), listing, { tags: ['a'] }));
    expect((await dump(name))[0]).toHaveLength(1001);
    const next = library({ name });
    await expect.poll(() => isSettled(name), { timeout: 20_000 }).toBe(true);
    expect(await dump(name)).toEqual(before);
    expect(await next.size()).toBe(1);
  });

  test('an unfinished import is rolled back', async () => {
    const name = freshName();
    const first = library({ name });
    await first.save([facts(9999)], listing, { tags: ['a'] });
    first.close();
    const before = await dump(name);
    const entries = many(1600).map((one) => ({ facts: one, tags: ['imported'] }));
    await dying(name, async (shelf) => shelf.applyImport(await shelf.importPlan(entries, { site: 'import:bibtex' })));
    expect((await dump(name))[0]).toHaveLength(1001);
    library({ name });
    await expect.poll(() => isSettled(name), { timeout: 20_000 }).toBe(true);
    expect(await dump(name)).toEqual(before);
  });

  test('an interrupted undo or redo is finished', async () => {
    const name = freshName();
    const first = library({ name });
    await first.save(many(1600), listing, { tags: ['a'] });
    first.close();
    const [papers] = await dump(name);
    await dying(name, (shelf) => shelf.undo());
    const second = library({ name });
    await expect.poll(() => isSettled(name), { timeout: 20_000 }).toBe(true);
    expect([await second.size(), await second.tags()]).toEqual([0, []]);
    second.close();
    await dying(name, (shelf) => shelf.redo());
    const third = library({ name });
    await expect.poll(() => isSettled(name), { timeout: 20_000 }).toBe(true);
    expect((await dump(name))[0]).toEqual(papers);
    expect([...(await third.tagCounts()).values()]).toEqual([1600]);
  });
});
