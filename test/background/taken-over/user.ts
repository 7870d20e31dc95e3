/** A user's library as an attack finds it, and what an attack may change of it. */
import { openDB } from 'idb';
import { expect } from 'vitest';
import type { PaperRecord } from '../../../src/library/db/record';
import type { StoredEntry, StoredTag } from '../../../src/library/db/schema';
import { openLibrary } from '../../../src/library/open';
import type { Context } from '../../../src/paper/paper';
import { statuses } from '../../../src/paper/paper';

export const victims: readonly string[] = [
  ...Array.from({ length: 8 }, (_, n) => `arxiv:2601.0000${n + 1}`),
  ...Array.from({ length: 4 }, (_, n) => `doi:10.1000/${n + 1}`),
];
const context: Context = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' };

/** Fills the database: papers with notes, tags and statuses, two in the trash, a placeholder, an undone change, a filter, a rule. */
export async function fillLibrary(): Promise<void> {
  const library = openLibrary();
  const facts = victims.map((id) => ({ ids: [id], title: `The paper of ${id}`, authors: ['Ada Example'] }));
  await library.save(facts, context, { tags: ['mine'] });
  await library.save([{ ids: ['doi:10.1000/99'], title: 'doi:10.1000/99' }], context);
  await library.setNote([victims[0] ?? ''], 'A note of mine');
  await library.setNote([victims[9] ?? ''], 'Another note');
  await library.setStatus(victims.slice(1, 4), 'reading');
  await library.setStarred(victims.slice(2, 5), true);
  await library.edit([victims[5] ?? ''], { title: 'A better title' });
  await library.remove(victims.slice(6, 8));
  await library.saveFilter({ name: 'Mine', query: 'tag:mine' });
  await library.saveRule({ field: 'title', is: 'words', asked: 'unlikely', tags: ['by rule'], on: true });
  await library.setNote([victims[10] ?? ''], 'undone');
  await library.undo();
  library.close();
}

interface Dump {
  papers: (PaperRecord & { facts: unknown })[];
  texts: unknown[];
  /** The user's own entries with their differences. */
  journal: unknown[];
  undone: number[];
  rest: unknown;
}

export async function dump(): Promise<Dump> {
  const db = await openDB('offprint');
  const [papers, texts, journal, diffs, tags, filters, rules, [state]] = (await Promise.all(
    ['papers', 'texts', 'journal', 'diffs', 'tags', 'filters', 'rules', 'state'].map((store) => db.getAll(store)),
  )) as [Dump['papers'], unknown[], StoredEntry[], { entry: number }[], StoredTag[], unknown[], unknown[], Dump[]];
  db.close();
  const own = journal.filter(({ origin }) => origin === 'own');
  return {
    papers,
    texts,
    journal: own.map((entry) => [entry, diffs.filter((part) => part.entry === entry.id)]),
    undone: (state?.undone ?? []).filter((id) => own.some((entry) => entry.id === id)),
    rest: [tags.map(({ id, name, color }) => ({ id, name, color })), filters, rules],
  };
}

/**
 * Expects that a library is as it was, but for papers that pages saved. `named` are all ids that pages named in saves. Papers
 * that were not named are equal in every field; the others keep what is the user's own.
 */
export function expectUnharmed(before: Dump, now: Dump, named: ReadonlySet<string>): void {
  expect(now.journal).toEqual(before.journal);
  expect(now.undone).toEqual(before.undone);
  expect(now.rest).toEqual(before.rest);
  const joined = new Map<number, number>();
  for (const [at, paper] of before.papers.entries()) {
    const same = now.papers.find(({ ids }) => paper.ids.every((id) => ids.includes(id)));
    if (!same) throw new Error(`${paper.ids} is gone`);
    joined.set(same.n, (joined.get(same.n) ?? 0) + 1);
    if (!paper.ids.some((id) => named.has(id))) {
      expect(same).toEqual(paper);
      expect(now.texts.find((text) => (text as { n: number }).n === paper.n)).toEqual(before.texts[at]);
    } else expectKept(paper, same);
  }
  for (const [n, count] of joined) if (count > 2) throw new Error(`${count} papers are one: ${n}`);
  const users = new Set(before.papers.flatMap(({ ids }) => ids));
  for (const { ids } of now.papers) {
    if (!ids.some((id) => users.has(id) || named.has(id))) throw new Error(`${ids} came from nowhere`);
  }
}

/** What of a paper is the user's own, whatever pages say of it. */
function expectKept(before: PaperRecord, now: PaperRecord): void {
  expect(now.tags).toEqual(expect.arrayContaining(before.tags));
  expect(now.note ?? '').toContain(before.note ?? '');
  expect(statuses.indexOf(now.status)).toBeGreaterThanOrEqual(statuses.indexOf(before.status));
  expect(now).toMatchObject({ ...(before.edits && { edits: before.edits }) });
  if (before.starredAt !== undefined) expect(now.starredAt).toBeLessThanOrEqual(before.starredAt);
  if (before.removedAt === undefined) expect(now.removedAt, `${before.ids} in the trash`).toBeUndefined();
}

/** Expects that no paper of the user is lost and nothing of the user's journal: what even today's panel cannot do. */
export function expectNothingGone(before: Dump, now: Dump): void {
  expect(now.journal).toEqual(before.journal);
  const kept = new Set(now.papers.flatMap(({ ids }) => ids));
  expect(before.papers.flatMap(({ ids }) => ids).filter((id) => !kept.has(id))).toEqual([]);
}
