import fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { StoredRow, StoredTag, StoredText } from '../../src/library/db/schema';
import type { Library } from '../../src/library/library';
import { statuses } from '../../src/paper/paper';
import { above, foldTag } from '../../src/paper/tag-name';
import { clock, day, facts, freshName, library, listing } from '../support/library';

const ids = Array.from({ length: 6 }, (_, at) => `doi:10.1000/${at}`);
const names = ['a', 'a/x', 'A/X/y', 'b', 'b/x'];
const pick = fc.nat(50);
const some = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 });

const tagAt = async (shelf: Library, at: number) => {
  const tags = await shelf.tags();
  return tags[at % Math.max(1, tags.length)]?.id ?? 'none';
};
const papersAt = (at: number[]) => at.map((one) => (one % 6) + 1);

/** Any change to what exists, including the undo of any entry, not only the last. */
const step: fc.Arbitrary<(shelf: Library) => Promise<unknown>> = fc.oneof(
  fc.tuple(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }), some).map(
    ([ids, tags]) =>
      (shelf: Library) =>
        shelf.save([facts(1, { ids })], listing, { tags }),
  ),
  fc.tuple(fc.array(pick), some, some).map(
    ([at, add, remove]) =>
      (shelf: Library) =>
        shelf.tag(papersAt(at), { add, remove }),
  ),
  fc.tuple(pick, fc.constantFrom(...names)).map(
    ([at, name]) =>
      async (shelf: Library) =>
        shelf.renameTag(await tagAt(shelf, at), name),
  ),
  fc.tuple(pick, pick).map(
    ([one, other]) =>
      async (shelf: Library) =>
        shelf.mergeTags([await tagAt(shelf, one)], await tagAt(shelf, other)),
  ),
  pick.map((at) => async (shelf: Library) => shelf.deleteTag(await tagAt(shelf, at))),
  pick.map((at) => (shelf: Library) => shelf.remove(papersAt([at]))),
  pick.map((at) => (shelf: Library) => shelf.restore(papersAt([at]))),
  fc.tuple(pick, fc.constantFrom(...statuses)).map(
    ([at, status]) =>
      (shelf: Library) =>
        shelf.setStatus(papersAt([at]), status),
  ),
  fc.tuple(pick, pick).map(
    ([one, other]) =>
      (shelf: Library) =>
        shelf.mergePapers((one % 6) + 1, papersAt([other])),
  ),
  fc.constant((shelf: Library) => shelf.emptyTrash()),
  {
    weight: 5,
    arbitrary: pick.map((at) => async (shelf: Library) => {
      const standing = (await shelf.journal()).filter(({ undone }) => !undone);
      return shelf.undo(standing[at % Math.max(1, standing.length)]?.id ?? -1);
    }),
  },
  { weight: 2, arbitrary: fc.constant((shelf: Library) => shelf.redo()) },
);

/** Checks the invariants of a library. */
async function expectSound(name: string, shelf: Library) {
  const db = await openDB(name);
  const rows: StoredRow[] = await db.getAll('papers');
  const texts: StoredText[] = await db.getAll('texts');
  const tags: StoredTag[] = await db.getAll('tags');
  db.close();
  expect(texts.map(({ n }) => n)).toEqual(rows.map(({ n }) => n));
  const all = rows.flatMap((row) => row.ids);
  expect(new Set(all).size).toBe(all.length);
  for (const row of rows) expect([row.ids.length > 0, row.key]).toEqual([true, row.ids[0]]);
  const folded = new Map(tags.map((tag) => [tag.folded, tag]));
  expect(folded.size).toBe(tags.length);
  for (const tag of tags) {
    expect(tag.folded).toBe(foldTag(tag.name));
    for (const parent of above(tag.name)) expect([tag.name, folded.has(foldTag(parent))]).toEqual([tag.name, true]);
    const below = new Set(tags.filter((one) => `${one.folded}/`.startsWith(`${tag.folded}/`)).map(({ id }) => id));
    const count = rows.filter((row) => row.newest !== undefined && row.tags.some((id) => below.has(id))).length;
    expect([tag.name, tag.papers]).toEqual([tag.name, count]);
  }
  const known = new Set(tags.map(({ id }) => id));
  for (const row of rows) expect(row.tags.filter((id) => !known.has(id))).toEqual([]);
  expect(await shelf.size()).toBe(rows.filter((row) => row.newest !== undefined).length);
}

/** Usually one second. Sometimes the clock is set a year ahead, or back before everything that was done. */
const passing = fc.oneof(
  { weight: 8, arbitrary: fc.constant(1000) },
  fc.integer({ min: -400 * day, max: 400 * day }),
  fc.constant(0),
);

test('any order of changes and undos, with any clock, leaves a consistent library', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, passing), { maxLength: 30 }), async (steps) => {
      const [name, time] = [freshName(), clock()];
      const shelf = library({ name, now: time.now });
      await shelf.size();
      for (const [step, passed] of steps) {
        time.pass(passed);
        await step(shelf).catch((error: { code?: string }) => {
          // What no longer exists or cannot be undone is refused with a `LibraryError`.
          if (error.code !== 'missing') throw error;
        });
        await expectSound(name, shelf);
      }
      shelf.close();
    }),
    { numRuns: process.env.LONG ? 3000 : 60 },
  );
}, 3_600_000);
