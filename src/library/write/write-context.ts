/** What every change needs. */
import type { Connection } from '../db/connection';
import type { Finder } from '../search/finder';
import type { Origin } from '../types';

/** The database, the search index, the clock, and how to announce changes and take the lock. */
export interface WriteContext {
  connection: Connection;
  finder: Finder;
  now(): number;
  /** Announces a durable change to all pages and the background. */
  announce(change: { keys: string[]; numbers: number[] }): void;
  /** Runs work under a lock, so that all pages and the background make one large change at a time. */
  withLock<T>(work: () => Promise<T>): Promise<T>;
}

/** Message key of `_locales` that names the change in the journal, and who asked for it. */
export interface Label {
  what: string;
  origin: Origin;
}
