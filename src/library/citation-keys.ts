/** The keys that papers are cited by: once a paper was exported under a key, it keeps it. */

import type { Connection } from './db/connection';
import { ignoreRejection } from './db/ignore-rejection';
import { readMany } from './db/many';
import type { StoredRow } from './db/schema';
import type { WriteContext } from './write/write-context';

/** Rows read in one transaction. */
const batch = 1000;
/** Rows written in one: few enough that no frame waits. */
const written = 200;

/**
 * The key that each paper goes under, by number: the one it was exported under with this template, else the one of the file
 * it came from. The trash counts: what lies there may come back. In short transactions, so that nobody waits.
 */
export async function citationKeys({ read }: Connection, template: string): Promise<Map<number, string>> {
  const keys = new Map<number, string>();
  for (let from = 0, more = true; more; ) {
    const some = await read(['papers'], (tx) =>
      tx.objectStore('papers').getAll(IDBKeyRange.lowerBound(from, true), batch),
    );
    for (const { n, citationKeys: known = {} } of some) {
      const key = Object.hasOwn(known, template) ? known[template] : known.file;
      if (key !== undefined) keys.set(n, key);
    }
    from = some.at(-1)?.n ?? from;
    more = some.length === batch;
  }
  return keys;
}

/** Keeps the keys that papers, by number, were exported under. Not a change that anyone would undo. */
export async function keepCitationKeys(
  ctx: WriteContext,
  template: string,
  keys: ReadonlyMap<number, string>,
): Promise<void> {
  const all = [...keys.keys()].sort((a, b) => a - b);
  for (let at = 0; at < all.length; at += written) {
    await ctx.connection.write(async (tx) => {
      const papers = tx.objectStore('papers');
      const some = all.slice(at, at + written);
      for (const [n, row] of await readMany<StoredRow>(papers, some)) {
        const key = keys.get(n);
        if (key === undefined || row.citationKeys?.[template] !== undefined) continue;
        ignoreRejection(papers.put({ ...row, citationKeys: { ...row.citationKeys, [template]: key } }));
      }
    });
  }
}
