/** The interface between the library and its search. */
import type { IDBPTransaction } from 'idb';
import type { Database, Schema, Store, StoredRow, StoredText } from '../db/schema';
import type { FacetCounts, FindOptions, Found } from '../types';

/**
 * A paper that a transaction changes. Without `before` it is new, without `after` it is deleted. A row without `newest`
 * is in the trash.
 */
export interface Touched {
  n: number;
  before?: StoredRow | undefined;
  after?: StoredRow | undefined;
  /** The large part, if it changed. */
  text?: StoredText | undefined;
}

export interface Finder {
  /**
   * Called within the transaction of each change, after its writes were issued. Must await nothing but the transaction.
   */
  record(tx: IDBPTransaction<Schema, Store[], 'readwrite'>, touched: readonly Touched[]): Promise<void> | void;
  find(db: Database, query: string, options?: FindOptions): Promise<Found>;
  facets(db: Database, numbers: ArrayLike<number>): Promise<FacetCounts>;
  /** Called after each change, here or elsewhere: data in memory may be outdated. */
  changed(numbers: readonly number[]): void;
}
