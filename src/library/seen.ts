/**
 * Remembers which papers were on the screen and when listings were visited. It is stored in a small database of its
 * own, because it is not part of the library, its journal or its backups. Used only if the reader agreed; `erase`
 * deletes all of it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Visit } from '../paper/marks';

/** Papers remembered. Beyond that, the ones seen longest ago are dropped. */
const maxSeenPapers = 20_000;
/** Listings remembered. Beyond that, the one visited longest ago is dropped. */
const maxListings = 500;
/** A reader who comes back within this time, in milliseconds, is still on the same visit. */
const visitGapMs = 60 * 60 * 1000;

interface Schema extends DBSchema {
  seen: { key: string; value: { key: string; at: number }; indexes: { at: number } };
  visits: {
    key: string;
    value: { listing: string; start: number; last: number; before?: number };
    indexes: { last: number };
  };
}

export class Seen {
  private opening: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(
    private readonly name = 'offprint-seen',
    private readonly maxPapers = maxSeenPapers,
  ) {}

  private open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      this.opening = undefined;
    };
    this.opening ??= openDB<Schema>(this.name, 1, {
      upgrade(db) {
        db.createObjectStore('seen', { keyPath: 'key' }).createIndex('at', 'at');
        db.createObjectStore('visits', { keyPath: 'listing' }).createIndex('last', 'last');
      },
      terminated: forget,
    });
    this.opening.catch(forget);
    return this.opening;
  }

  /**
   * Starts or continues a visit to a listing. Returns its start, when the visit before it ended, and which of these
   * papers were seen when.
   */
  async visit(listing: string, keys: readonly string[], now = Date.now()): Promise<Visit> {
    const db = await this.open();
    const tx = db.transaction(['seen', 'visits'], 'readwrite');
    const visits = tx.objectStore('visits');
    const known = await visits.get(listing);
    const isNew = !known || now - known.last > visitGapMs;
    const before = isNew ? known?.last : known.before;
    const visit = { listing, last: now, start: isNew ? now : known.start, ...(before !== undefined && { before }) };
    await visits.put(visit);
    if ((await visits.count()) > maxListings) await (await visits.index('last').openCursor())?.delete();
    const papers = tx.objectStore('seen');
    const found = await Promise.all(keys.map((key) => papers.get(key)));
    await tx.done;
    const seen = Object.fromEntries(found.flatMap((paper) => (paper ? [[paper.key, paper.at]] : [])));
    return { start: visit.start, seen, ...(before !== undefined && { before }) };
  }

  /** Remembers when papers were first seen. */
  async see(keys: readonly string[], now = Date.now()): Promise<void> {
    const db = await this.open();
    const tx = db.transaction('seen', 'readwrite');
    for (const key of new Set(keys)) if (!(await tx.store.get(key))) await tx.store.put({ key, at: now });
    let over = (await tx.store.count()) - this.maxPapers;
    for (let cursor = await tx.store.index('at').openCursor(); cursor && over > 0; over--) {
      await cursor.delete();
      cursor = await cursor.continue();
    }
    await tx.done;
  }

  /** How many papers are remembered. */
  async size(): Promise<number> {
    return (await this.open()).count('seen');
  }

  /** Deletes everything. */
  async erase(): Promise<void> {
    const db = await this.open();
    const tx = db.transaction(['seen', 'visits'], 'readwrite');
    await Promise.all([tx.objectStore('seen').clear(), tx.objectStore('visits').clear(), tx.done]);
  }
}
