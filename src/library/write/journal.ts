/**
 * The journal stores differences, so that changes can be undone. It is written in the transaction of the change itself.
 */

import { ignoreRejection } from '../db/ignore-rejection';
import type { ReadTx, StoredEntry, StoredState, WriteTx } from '../db/schema';
import type { Origin } from '../types';
import type { Written } from './unit-of-work';

/** At least so many changes of each origin stay in the journal, so that pages never push out the user's own. */
export const minUndoable = 200;
/** Old entries are deleted once per so many changes: finding them takes a fifth of the time of a small change. */
const forgetEvery = 16;

const firstState: StoredState = { key: 'state', nextPaper: 1, nextTag: 1, nextEntry: 1, papers: 0, undone: [] };

/** The current counters. */
export const readState = async (tx: ReadTx): Promise<StoredState> =>
  (await tx.objectStore('state').get('state')) ?? structuredClone(firstState);

/** Key range of all parts of an entry. */
export const partKeys = (entry: number) => IDBKeyRange.bound([entry, 0], [entry, Number.POSITIVE_INFINITY]);

/** Deletes an entry and its parts. */
export function forget(tx: WriteTx, entry: number): void {
  ignoreRejection(tx.objectStore('journal').delete(entry));
  ignoreRejection(tx.objectStore('diffs').delete(partKeys(entry)));
}

/**
 * Prepares for a new entry. After a change by the user, changes undone before can no longer be redone; a change from a page
 * leaves them. The oldest entries of each origin are deleted.
 */
export async function begin(tx: WriteTx, state: StoredState, origin: Origin): Promise<void> {
  if (origin === 'own') {
    for (const entry of state.undone) forget(tx, entry);
    state.undone = [];
  }
  if (state.nextEntry % forgetEvery !== 0) return;
  const all = await tx.objectStore('journal').getAll();
  for (const kind of ['own', 'page'] as const) {
    const ids = all.filter((entry) => entry.origin === kind).map(({ id }) => id);
    const old = new Set(ids.slice(0, Math.max(0, ids.length - minUndoable + 1)));
    for (const id of old) forget(tx, id);
    state.undone = state.undone.filter((id) => !old.has(id));
  }
}

/** Adds the differences of one transaction to an entry, and writes both. */
export function add(tx: WriteTx, entry: StoredEntry, written: Written): void {
  ignoreRejection(tx.objectStore('diffs').put({ entry: entry.id, part: entry.parts, diffs: written.diffs }));
  entry.parts++;
  entry.standing++;
  entry.papers += written.numbers.length;
  ignoreRejection(tx.objectStore('journal').put(entry));
}

/** The newest entry that is not undone, optionally of one origin. */
export async function newestStanding(tx: ReadTx, origin?: StoredEntry['origin']): Promise<StoredEntry | undefined> {
  let cursor = await tx.objectStore('journal').openCursor(null, 'prev');
  for (; cursor; cursor = await cursor.continue()) {
    const entry = cursor.value;
    if (entry.standing > 0 && !entry.open && (!origin || entry.origin === origin)) return entry;
  }
  return undefined;
}
