/**
 * Brings a database to this version, within the browser's own upgrade transaction: whatever fails, all of it is as it was
 * before. idb does not wait for an asynchronous `upgrade`, so what fails here gives the transaction up by hand.
 */

import { ignoreRejection } from './ignore-rejection';
import { type Kept, kept, stored } from './record';
import { brought, type Database, type Fields, type Step, type StoredTag, type Upgrading } from './schema';

/** Makes what each step makes, then takes every record through the steps. `failed` is told why it had to be given up. */
export function upgrade(db: Database, tx: Upgrading, steps: readonly Step[], failed: (reason: unknown) => void): void {
  for (const step of steps) step.stores(db, tx);
  if (!steps.some((step) => step.paper || step.tag)) return;
  tx.done.catch(() => {}); // whoever opens the database is told
  convert(tx, steps).catch((reason: unknown) => {
    failed(reason);
    tx.abort();
  });
}

async function convert(tx: Upgrading, steps: readonly Step[]): Promise<void> {
  for (let at = await tx.objectStore('papers').openCursor(); at; at = await at.continue()) {
    const text = await tx.objectStore('texts').get(at.value.n);
    if (!text) continue;
    const record = brought('paper', kept(at.value, text) as unknown as Fields, steps) as unknown as Kept;
    const now = stored(record, undefined);
    ignoreRejection(at.update(now.row));
    if (now.text) ignoreRejection(tx.objectStore('texts').put(now.text));
  }
  for (let at = await tx.objectStore('tags').openCursor(); at; at = await at.continue()) {
    ignoreRejection(at.update(brought('tag', at.value as unknown as Fields, steps) as unknown as StoredTag));
  }
  // What the journal kept is in the old form: it can not be taken back any more.
  ignoreRejection(tx.objectStore('journal').clear(), tx.objectStore('diffs').clear());
  const state = await tx.objectStore('state').get('state');
  if (state) ignoreRejection(tx.objectStore('state').put({ ...state, undone: [] }));
}
