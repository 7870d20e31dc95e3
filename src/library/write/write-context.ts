/** What every change needs: the database, the search index, the clock, and a way to tell the others. */
import type { Connection } from '../db/connection';
import type { Finder } from '../search/finder';
import type { Origin } from '../types';

/** What the parts of the library that change something need. */
export interface WriteContext {
  connection: Connection;
  finder: Finder;
  now(): number;
  /** Tells everyone of a change that is durable. */
  announce(change: { keys: string[]; numbers: number[] }): void;
  /** Runs one large change at a time, over all pages and the background. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Key of `_locales` that names the change in the journal, and who asked for it. */
export interface Label {
  what: string;
  origin: Origin;
}
