/**
 * Reads the newest rows without the rest of the library, whose code takes longer to load than they take to read. For the first
 * paint of a page, before anything else; it imports nothing, so that it is a small file of its own.
 */
import type { StoredRow } from './db/schema';

/** The newest rows as stored, and the version of the database they come from; version 0 where there is none to read. */
export interface FirstRows {
  version: number;
  rows: readonly StoredRow[];
}

const none: FirstRows = { version: 0, rows: [] };

/** The newest rows. Never fails, creates no database and upgrades none: the library does so, and reports what is wrong. */
export function readFirstRows(limit: number, name = 'offprint'): Promise<FirstRows> {
  return new Promise((resolve) => {
    const isNone = () => resolve(none);
    try {
      const opening = indexedDB.open(name);
      opening.onerror = isNone;
      // Without a version it is called for a database that is not there yet: it must not come to be without its stores.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onsuccess = () => read(opening.result, limit).then(resolve, isNone);
    } catch {
      isNone(); // where pages have no databases at all
    }
  });
}

function read(db: IDBDatabase, limit: number): Promise<FirstRows> {
  return new Promise<FirstRows>((resolve, reject) => {
    db.onversionchange = () => db.close();
    const reading = db.transaction('papers').objectStore('papers').index('newest').getAll(null, limit);
    reading.onsuccess = () => resolve({ version: db.version, rows: reading.result });
    reading.onerror = () => reject(reading.error);
  }).finally(() => db.close());
}
