/** Citation keys. A paper keeps the key it was first exported under. */

import type { Connection } from './db/connection';
import { ignoreRejection } from './db/ignore-rejection';
import { readMany } from './db/many';
import type { StoredRow } from './db/schema';
import type { WriteContext } from './write/write-context';

/** Rows read in one transaction. */
const readBatch = 1000;
/** Rows written in one transaction: few, so that other readers do not wait long. */
const writeBatch = 200;

/**
 * The citation key of each paper, by number: the key it was exported under with this template, else the key from the
 * file it was imported from. Papers in the trash are included, because they may be restored. Reads in short
 * transactions, so that writers do not wait.
 */
export async function citationKeys({ read }: Connection, template: string): Promise<Map<number, string>> {
  const keys = new Map<number, string>();
  for (let from = 0, more = true; more; ) {
    const some = await read(['papers'], (tx) =>
      tx.objectStore('papers').getAll(IDBKeyRange.lowerBound(from, true), readBatch),
    );
    for (const { n, citationKeys: known = {} } of some) {
      const key = Object.hasOwn(known, template) ? known[template] : known.file;
      if (key !== undefined) keys.set(n, key);
    }
    from = some.at(-1)?.n ?? from;
    more = some.length === readBatch;
  }
  return keys;
}

/** Stores the keys that papers, by number, were exported under. It makes no journal entry: there is nothing to undo. */
export async function keepCitationKeys(
  ctx: WriteContext,
  template: string,
  keys: ReadonlyMap<number, string>,
): Promise<void> {
  const all = [...keys.keys()].sort((a, b) => a - b);
  for (let at = 0; at < all.length; at += writeBatch) {
    await ctx.connection.write(async (tx) => {
      const papers = tx.objectStore('papers');
      const some = all.slice(at, at + writeBatch);
      for (const [n, row] of await readMany<StoredRow>(papers, some)) {
        const key = keys.get(n);
        if (key === undefined || row.citationKeys?.[template] !== undefined) continue;
        ignoreRejection(papers.put({ ...row, citationKeys: { ...row.citationKeys, [template]: key } }));
      }
    });
  }
}
