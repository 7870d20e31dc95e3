import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../../src/library/db/schema';
import { Memory } from '../../../src/library/memory/memory';
import { clock, facts, freshName, library, listing } from '../../support/library';
import { Model } from '../model';
import { step } from '../model-steps';
import { rebuilt, storedMemory } from './learned';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

async function database(name: string): Promise<Database> {
  const db = (await openDB(name)) as unknown as Database;
  opened.push(db);
  return db;
}

const topics = ['reward models', 'video diffusion', 'protein folding'];
const about = (n: number) =>
  facts(n, {
    title: `On ${topics[n % 3]}, part ${n}`,
    abstract: `We study ${topics[n % 3]} in ${topics[(n * 7) % 3]} settings ${'abcdefg'.repeat(n % 5)}.`,
    categories: [`cs.${n % 2 ? 'LG' : 'CV'}`],
    keywords: [topics[n % 3] as string],
  });

test('after any sequence of changes the memory equals one that is built from the records', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.tuple(step, fc.constantFrom('ask', 'store', 'nothing')), { maxLength: 25 }),
    async (steps) => {
      const [name, time, model] = [freshName(), clock(), new Model()];
      const shelf = library({ name, now: time.now });
      const memory = new Memory();
      await shelf.size();
      const db = await database(name);
      for (const [change, then] of steps) {
        time.pass(1000);
        await change(model, shelf, time.now());
        if (then === 'ask') await memory.current(db);
        if (then === 'store') await memory.settle(db);
      }
      const followed = await storedMemory(db, memory);
      expect(followed).toEqual(await rebuilt(db));
      shelf.close();
    },
  );
  await fc.assert(property, { numRuns: Number(process.env.LONG ? 2000 : 40) });
}, 3_600_000);

test('it follows edits, imports, filled facts and merged papers', async () => {
  const name = freshName();
  const shelf = library({ name });
  const memory = new Memory();
  await shelf.save([1, 2, 3, 4, 5, 6].map(about), listing, { tags: ['rl'] });
  const db = await database(name);
  const same = async () => {
    const followed = await storedMemory(db, memory);
    expect(followed).toEqual(await storedMemory(db, new Memory()));
    const anew = await rebuilt(db);
    expect(followed).toEqual(anew);
  };
  await same();
  await shelf.edit([1], { title: 'Something else entirely', abstract: 'Corals and reefs.' });
  await same();
  await shelf.fill(new Map([[2, { ...about(2), keywords: ['corals', 'reefs'] }]]), 'arxiv-api');
  await same();
  await shelf.mergePapers(3, [4]);
  await same();
  const plan = await shelf.importPlan([{ facts: about(50), tags: ['imported'] }], { site: 'import:bibtex' } as never);
  await shelf.applyImport(plan);
  await same();
  await shelf.undo();
  await same();
});

test('pages that learn at the same time agree, and what one stores the others take over', async () => {
  const name = freshName();
  const shelf = library({ name });
  const [a, b] = [new Memory(), new Memory()];
  await shelf.save([1, 2, 3].map(about), listing, { tags: ['one'] });
  const db = await database(name);
  await Promise.all([a.settle(db), b.settle(db)]);
  await shelf.save([4, 5].map(about), listing, { tags: ['one', 'two'] });
  await a.current(db);
  await b.settle(db);
  await shelf.tag([1], { remove: ['one'], add: ['two'] });
  const followed = await storedMemory(db, a);
  expect(await storedMemory(db, b)).toEqual(followed);
  expect(await rebuilt(db)).toEqual(followed);
});

test('what a page that died had not taken in, the next one takes in', async () => {
  const name = freshName();
  const shelf = library({ name });
  await shelf.save([1, 2, 3].map(about), listing, { tags: ['one'] });
  const db = await database(name);
  await new Memory().settle(db);
  await shelf.save([4, 5, 6].map(about), listing, { tags: ['two'] });
  await new Memory().current(db); // it learns and dies before it stores
  const next = await storedMemory(db, new Memory());
  expect(Object.keys(next.profile ?? {})).toHaveLength(2);
  expect(next).toEqual(await rebuilt(db));
});

test('a memory that is older than the log is built again', async () => {
  const name = freshName();
  const shelf = library({ name });
  await shelf.save([1, 2, 3].map(about), listing, { tags: ['one'] });
  const db = await database(name);
  const memory = new Memory();
  await memory.settle(db);
  await shelf.save([4, 5, 6].map(about), listing, { tags: ['one'] });
  const last = (await db.getAllKeys('changes')).at(-1) as number;
  await db.put('changes', { numbers: [], texts: [], floor: last }, 0);
  await db.delete('changes', IDBKeyRange.bound(1, last));
  const followed = await storedMemory(db, memory);
  expect(followed.bags[0]?.[1]).toMatchObject({ papers: 6 });
  expect(followed).toEqual(await rebuilt(db));
});
