import { openDB } from 'idb';

/** Everything stored about papers, tags and history. */
export async function dump(name: string) {
  const db = await openDB(name);
  const stores = await Promise.all(['papers', 'texts', 'tags', 'journal', 'diffs'].map((store) => db.getAll(store)));
  db.close();
  return stores;
}
