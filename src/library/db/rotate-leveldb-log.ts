/**
 * Makes the browser begin a new log of its database. Chromium keeps an origin's databases in one LevelDB. Where it was
 * killed in the middle of a write, its next session goes on behind half a record, and the session after that takes the file
 * for damaged and deletes everything (`dataLoss: "total"`, "partial record": seen once in some 200 kills of Chromium 156). A
 * log is given up when it has grown to a few megabytes, and half a record with it: so that much is written, once, before
 * anything else is.
 */
import { openDB } from 'idb';
import { ignoreRejection } from './ignore-rejection';

/** Bytes of one value: larger ones Chromium puts into files of their own. */
const valueBytes = 60_000;
/** Pieces written: Chromium 156 gave up its log after 2.5 MB; twice that, should another have more patience. */
const valuesWritten = 84;
/** Values that are there at a time: the rest replaces them. */
const valuesAtOnce = 4;

/** Writes some five megabytes beside the library and deletes them again: a tenth of a second. Nothing waits for it. */
export async function rotateLevelDbLog(name = 'offprint'): Promise<void> {
  const db = await openDB(`${name}-ballast`, 1, { upgrade: (made) => void made.createObjectStore('ballast') });
  try {
    for (let i = 0; i < valuesWritten; i += valuesAtOnce) {
      const tx = db.transaction('ballast', 'readwrite', { durability: 'relaxed' });
      for (let key = 0; key < valuesAtOnce; key++) ignoreRejection(tx.store.put(new Uint8Array(valueBytes), key));
      await tx.done;
    }
    await db.clear('ballast');
  } finally {
    db.close();
  }
}
