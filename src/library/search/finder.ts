/** What searching offers to the library, and what it is told in return. */
import type { IDBPTransaction } from 'idb';
import type { Sort } from '../../query/query';
import type { Database, Schema, Store, StoredRow, StoredText } from '../db/schema';
import type { FacetCounts, Found } from '../types';

/** A paper that a transaction changes. No `before`: it is new; no `after`: it is gone. A row without `newest` lies in the trash. */
export interface Touched {
  n: number;
  before?: StoredRow | undefined;
  after?: StoredRow | undefined;
  /** The heavy part as it is now, where it changed. */
  text?: StoredText | undefined;
}

export interface Finder {
  /** Called within each change's transaction, after its writes were issued. May await nothing but the transaction. */
  record(tx: IDBPTransaction<Schema, Store[], 'readwrite'>, touched: readonly Touched[]): Promise<void> | void;
  find(db: Database, query: string, options?: { sort?: Sort; signal?: AbortSignal }): Promise<Found>;
  facets(db: Database, numbers: ArrayLike<number>): Promise<FacetCounts>;
  /** Something was changed, here or elsewhere: what is held in memory may be old. */
  changed(numbers: readonly number[]): void;
}
