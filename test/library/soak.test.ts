/**
 * Simulates years of use: the same papers are saved and tagged again and again. History, sightings, the log of changes
 * and listeners must not grow. Usually 700 changes, in `npm run long` 5,000.
 */
import { openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { Search } from '../../src/library/search/search';
import { clock, facts, freshName, library } from '../support/library';

const rounds = process.env.LONG ? 5000 : 700;
const papers = 10;

/** Records of each store, and how many bytes they are as text. */
async function sizes(name: string): Promise<Record<string, { records: number; bytes: number }>> {
  const db = await openDB(name);
  const all = await Promise.all(
    ['papers', 'texts', 'tags', 'journal', 'diffs', 'state', 'changes'].map(async (store) => {
      const records = await db.getAll(store);
      return [store, { records: records.length, bytes: JSON.stringify(records).length }] as const;
    }),
  );
  db.close();
  return Object.fromEntries(all);
}

test(`${rounds} changes leave the library no larger than its papers`, { timeout: 3_600_000 }, async () => {
  const [name, time] = [freshName(), clock()];
  const finder = new Search();
  const shelf = library({ name, now: time.now, finder });
  const listeners = vi.spyOn(BroadcastChannel.prototype, 'addEventListener');
  const at = (round: number) => facts(1 + (round % papers), { metrics: { upvotes: round % 90 } });
  let early: Awaited<ReturnType<typeof sizes>> | undefined;
  for (let round = 0; round < rounds; round++) {
    time.pass(60_000);
    const day = `https://huggingface.co/papers/date/2026-01-${String(1 + (round % 28)).padStart(2, '0')}`;
    const { numbers } = await shelf.save([at(round)], { site: 'huggingface', url: day, kind: 'listing' });
    if (round % 7 === 0) await shelf.tag(numbers, { add: [`t${round % 5}`], remove: [`t${(round + 1) % 5}`] });
    if (round % 11 === 0) await shelf.undo();
    if (round % 50 === 0) await shelf.find('paper');
    if (round % 250 === 249 || round === rounds - 1) {
      const db = await openDB(name);
      await finder.settle(db as never);
      db.close();
    }
    if (round === rounds - 1 - Math.floor(rounds / 3)) early = await sizes(name);
  }
  const late = await sizes(name);
  expect([await shelf.size(), late.papers?.records, late.texts?.records]).toEqual([papers, papers, papers]);
  expect(late.journal?.records).toBeLessThanOrEqual(215);
  expect(late.diffs?.records).toBeLessThanOrEqual(215);
  expect(late.changes?.records).toBeLessThanOrEqual(501 + 250);
  for (const { sightings } of await shelf.papers(Array.from({ length: papers }, (_, i) => i + 1))) {
    expect(sightings.length).toBeLessThanOrEqual(20);
  }
  for (const store of ['papers', 'texts', 'tags', 'journal', 'diffs', 'state']) {
    expect([store, (late[store]?.bytes ?? 0) <= 1.1 * (early?.[store]?.bytes ?? 0)]).toEqual([store, true]);
  }
  expect(listeners).not.toHaveBeenCalled();
});
