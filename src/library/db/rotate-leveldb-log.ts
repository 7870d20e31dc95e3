/**
 * Makes Chromium start a new LevelDB log. Chromium stores an origin's databases in one LevelDB. If it is killed during
 * a write, its next session appends behind half a record; the session after that takes the log for damaged and deletes
 * everything (`dataLoss: "total"`, "partial record": seen once in some 200 kills of Chromium 156). LevelDB drops a log,
 * and the half record with it, when the log has grown to a few megabytes. So that much is written once, before anything
 * else.
 */
import { openDB } from 'idb';
import { ignoreRejection } from './ignore-rejection';

/** Bytes of one value. Chromium stores larger values in separate files. */
const valueBytes = 60_000;
/** Values written in all: 5 MB. Chromium 156 starts a new log after 2.5 MB; other versions may take longer. */
const valuesWritten = 84;
/** Values stored at a time; later ones overwrite them. */
const valuesAtOnce = 4;

/**
 * Writes about five megabytes to a database beside the library and deletes them. Takes a tenth of a second; nothing
 * needs to wait for it.
 */
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
