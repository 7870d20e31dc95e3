/** Emptying the trash: the one change that can not be taken back. */

import { step, type Workshop } from './change';
import { send } from './send';

/** How long a removed paper lies in the trash, in milliseconds: 30 days. */
export const keepFor = 30 * 24 * 60 * 60 * 1000;

const due = (shop: Workshop) => IDBKeyRange.upperBound(shop.now() - keepFor);

/** Whether something has lain in the trash long enough. */
export async function isTrashDue(shop: Workshop): Promise<boolean> {
  const first = await shop.connection.read(['papers'], (tx) =>
    tx.objectStore('papers').index('removedAt').getKey(due(shop)),
  );
  return first !== undefined;
}

/** Deletes what has lain in the trash long enough, or all of it. Returns how many. */
export async function emptyTrash(shop: Workshop, all = false): Promise<number> {
  const range = all ? undefined : due(shop);
  let gone = 0;
  for (;;) {
    const some = await shop.connection.write(async (tx) => {
      const papers = tx.objectStore('papers');
      const rows = await papers.index('removedAt').getAll(range, step);
      for (const { n } of rows) {
        send(papers.delete(n));
        send(tx.objectStore('texts').delete(n));
      }
      await shop.finder.record(
        tx,
        rows.map((row) => ({ n: row.n, before: row })),
      );
      return rows;
    });
    if (some.length === 0) return gone;
    gone += some.length;
    shop.announce({ numbers: some.map(({ n }) => n), keys: some.flatMap(({ ids }) => ids) });
  }
}
