/**
 * The connection to the database. It is opened on first use, opened again after the browser closed it, and closed when
 * a newer version of the extension wants to upgrade it. Every failure is a `LibraryError`, whose code the user
 * interface explains.
 */
import { openDB } from 'idb';
import { LibraryError } from '../error';
import { unawaited } from './ignore-rejection';
import {
  type Database,
  type Migration,
  migrations,
  type ReadTx,
  type Schema,
  type Store,
  type WriteTx,
} from './schema';
import { upgrade } from './upgrade';

const stores: Store[] = ['papers', 'texts', 'tags', 'journal', 'diffs', 'state', 'filters', 'rules', 'changes'];

export interface Connection {
  /** Reads in one transaction over the named stores. */
  read<T>(names: Store[], body: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** Writes in one transaction. Resolves when it is durable. If `body` or the database fails, nothing is changed. */
  write<T>(body: (tx: WriteTx) => Promise<T>): Promise<T>;
  /**
   * Runs work that opens its own transactions. If the browser had silently closed the database, the work is run once
   * more. Throws the signal's reason when aborted.
   */
  across<T>(body: (db: Database) => Promise<T>, signal?: AbortSignal): Promise<T>;
  close(): void;
}

/** Prepares a connection without opening it. `known` are the migrations up to this program's version. */
export function connect(name: string, known: readonly Migration[] = migrations): Connection {
  let opening: Promise<Database> | undefined;
  let isClosed = false;

  const forget = () => {
    opening = undefined;
  };

  function open(): Promise<Database> {
    return new Promise((resolve, reject) => {
      let isBlocked = false;
      const request = openDB<Schema>(name, known.length, {
        upgrade(db, from, _to, tx) {
          upgrade(db, tx as never, known.slice(from), reject);
        },
        blocked() {
          isBlocked = true;
          reject(
            new LibraryError('blocked', 'Another tab has the library open in an older version. Close or reload it.'),
          );
        },
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      });
      // The caller was told that it is blocked; the next call opens the database again.
      request.then((db) => (isBlocked ? db.close() : resolve(db)), reject);
    });
  }

  function database(): Promise<Database> {
    if (isClosed) return Promise.reject(new LibraryError('closed', 'The library was closed.'));
    if (!opening) {
      opening = open();
      opening.catch(forget);
    }
    return opening;
  }

  /**
   * Runs work with the database, and once more with a new connection if the browser had silently closed the old one.
   */
  async function opened<T>(work: (db: Database) => T | Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const db = await database();
      try {
        return await work(db);
      } catch (error) {
        if (tries > 0 || !(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        forget();
      }
    }
  }

  return {
    read: (names, body) => named(opened((db) => db.transaction(names)).then((tx) => body(unawaited(tx) as ReadTx))),
    write: (body) =>
      named(
        opened((db) => db.transaction(stores, 'readwrite', { durability: 'strict' })).then((tx) =>
          finish(tx as WriteTx, body),
        ),
      ),
    across: (body, signal) => named(opened(body), signal),
    close() {
      isClosed = true;
      opening?.then((db) => db.close()).catch(() => {}); // it never opened: its caller was told
      forget();
    },
  };
}

/** Runs `body` and waits until the transaction is durable. If it fails, aborts the transaction. */
async function finish<T>(tx: WriteTx, body: (tx: WriteTx) => Promise<T>): Promise<T> {
  // A failed request is reported here first, as the reason of the abort.
  const done = tx.done.then(
    () => undefined,
    (reason: unknown) => ({ reason }),
  );
  try {
    const answer = await body(tx);
    const failed = await done;
    if (failed) throw failed.reason;
    return answer;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // it has already ended
    }
    const failed = await done;
    throw failed && !isPlainAbort(failed.reason) ? failed.reason : error;
  }
}

const isPlainAbort = (reason: unknown) => !reason || (reason instanceof DOMException && reason.name === 'AbortError');

const full: [LibraryError['code'], string] = ['full', 'The disk, or the room the browser gives, is full.'];
const codes: Record<string, [LibraryError['code'], string]> = {
  QuotaExceededError: full,
  VersionError: ['newer', 'The library was written by a newer version of Offprint.'],
  InvalidStateError: ['closed', 'The browser closed the library.'],
  AbortError: ['closed', 'The browser gave up the change.'],
};

/** Turns any error into a `LibraryError` with a code. Throws the signal's reason if it was aborted. */
async function named<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof LibraryError) throw error;
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    const text = error instanceof Error || error instanceof DOMException ? error.message : String(error);
    // Chromium writes large records to files of their own. On a full disk that fails with a `DataError`.
    const [code, message] = /^Failed to write blobs/.test(text) ? full : (codes[name] ?? ['unknown', text]);
    throw new LibraryError(code, message, { cause: error });
  }
}
