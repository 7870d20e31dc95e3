/**
 * Upgrades a database to this version within the browser's upgrade transaction: if anything fails, nothing is changed.
 * idb does not await an asynchronous `upgrade`, so a failure here aborts the transaction explicitly.
 */

import { ignoreRejection } from './ignore-rejection';
import { type PaperRecord, toRecord, toStored } from './record';
import { type Database, type Fields, type Migration, migrate, type StoredTag, type UpgradeTx } from './schema';

/** Creates the stores of each migration, then converts every record. `failed` receives the reason of a failure. */
export function upgrade(
  db: Database,
  tx: UpgradeTx,
  migrations: readonly Migration[],
  failed: (reason: unknown) => void,
): void {
  for (const step of migrations) step.stores(db, tx);
  if (!migrations.some((step) => step.paper || step.tag)) return;
  tx.done.catch(() => {}); // the caller that opens the database is told
  convert(tx, migrations).catch((reason: unknown) => {
    failed(reason);
    tx.abort();
  });
}

async function convert(tx: UpgradeTx, migrations: readonly Migration[]): Promise<void> {
  for (let at = await tx.objectStore('papers').openCursor(); at; at = await at.continue()) {
    const text = await tx.objectStore('texts').get(at.value.n);
    if (!text) continue;
    const record = migrate(
      'paper',
      toRecord(at.value, text) as unknown as Fields,
      migrations,
    ) as unknown as PaperRecord;
    const now = toStored(record, undefined);
    ignoreRejection(at.update(now.row));
    if (now.text) ignoreRejection(tx.objectStore('texts').put(now.text));
  }
  for (let at = await tx.objectStore('tags').openCursor(); at; at = await at.continue()) {
    ignoreRejection(at.update(migrate('tag', at.value as unknown as Fields, migrations) as unknown as StoredTag));
  }
  // The journal is in the old format, so its changes can no longer be undone.
  ignoreRejection(tx.objectStore('journal').clear(), tx.objectStore('diffs').clear());
  const state = await tx.objectStore('state').get('state');
  if (state) ignoreRejection(tx.objectStore('state').put({ ...state, undone: [] }));
}
