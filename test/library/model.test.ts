import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { clock, facts, freshName, library, listing } from '../support/library';
import { Model } from './model';
import { idOf, step } from './model-steps';

/** The library in the form of the model. */
async function looks(shelf: Library, model: Model) {
  const tags = await shelf.tags();
  const counts = await shelf.tagCounts();
  const nameOf = new Map(tags.map(({ id, name }) => [id, name]));
  const papers = await shelf.papers(model.shelf.papers.map(({ n }) => n));
  return {
    size: await shelf.size(),
    listed: (await shelf.newest(99)).length,
    tags: tags.map(({ id, name }) => [name, counts.get(id)]).sort(),
    papers: papers.map(({ n, ids, tags, status, starredAt, note, savedAt, removedAt }) => ({
      n,
      ids: [...ids].sort(),
      tags: tags.map((id) => nameOf.get(id)),
      status,
      starred: starredAt !== undefined,
      note: note ?? '',
      savedAt,
      removed: removedAt !== undefined,
    })),
  };
}

const expected = (model: Model) => ({
  size: model.shelf.papers.filter(({ removed }) => !removed).length,
  listed: model.shelf.papers.filter(({ removed }) => !removed).length,
  tags: model.shelf.tags.map((name) => [name, model.count(name)]).sort(),
  papers: model.shelf.papers.map((paper) => ({ ...paper, ids: [...paper.ids].sort() })),
});

/** Everything stored about papers and tags, as text. */
async function dump(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = await Promise.all(['papers', 'texts', 'tags'].map((store) => db.getAll(store)));
  db.close();
  return JSON.stringify(stores, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const property = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
  const [name, time, model] = [freshName(), clock(), new Model()];
  const shelf = library({ name, now: time.now });
  await shelf.size();
  /** The stored state before each entry of the journal. */
  const before = new Map<number, string>();
  for (const step of steps) {
    const [stored, last] = [await dump(name), (await shelf.journal(1))[0]?.id];
    time.pass(1000);
    await step(model, shelf, time.now());
    expect(await looks(shelf, model)).toEqual(expected(model));
    const now = (await shelf.journal(1))[0]?.id;
    if (now !== undefined && now !== last && !before.has(now)) before.set(now, stored);
  }
  while (model.canUndo) {
    model.undo();
    const { id } = await shelf.undo();
    expect(await looks(shelf, model)).toEqual(expected(model));
    expect(await dump(name)).toBe(before.get(id));
  }
  expect(await dump(name)).toBe('[[],[],[]]');
  shelf.close();
});

const runs = Number(process.env.LONG ? 3000 : 60);

test('any sequence of changes agrees with the model, and undoing all of it restores the start, byte for byte', async () => {
  await fc.assert(property, { numRuns: runs });
}, 3_600_000);

/** Seeds of runs that once failed, and the number of steps they took. */
test.each([[580399561, 20]])('the run of seed %i', async (seed, numRuns) => {
  await fc.assert(property, { seed, numRuns });
});

test('a tag moved below another takes the spelling of existing parents at every level', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing, { tags: ['b/x', 'a/X/y'] });
  await shelf.mergeTags([await idOf(shelf, 'a')], await idOf(shelf, 'b'));
  expect((await shelf.tags()).map(({ name }) => name)).toEqual(['b', 'b/x', 'b/x/y']);
});
