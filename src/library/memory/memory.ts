/**
 * The memory of the library, up to date with the database whenever it is asked. A change costs nothing when it is made:
 * like the search index, the memory reads the log of changed papers before it answers.
 */
import { pauseBetweenSlices } from '../../async/slices';
import type { Database, StoredChange } from '../db/schema';
import { readIndexed, readIndexedRows, readNews, readTags } from '../search/index-store';
import { type Contribution, chunkOf, type StoredChunk } from './contributions';
import { MemoryState } from './memory-state';
import { loadForChange, loadMemory, nextPapers, readAllChunks, storeMemory } from './memory-store';
import { signatureOf } from './signature';

/** With fewer changes the memory is not stored: reading their papers again takes a few milliseconds. */
const minUnstored = 8;
/** While catching up, the memory is stored after so many papers, so that a crash loses little work. */
const storeEvery = 4096;
/** Entries of the log that are read at a time. */
const maxEntries = 16;
/** Papers read at a time. */
const batchSize = 128;
/** Time from the last question until changes are stored, in milliseconds. */
const storeAfterMs = 1500;
/** How often the memory is loaded again because another page stored a newer one meanwhile. */
const maxLoads = 5;

export class Memory {
  private state: MemoryState | undefined;
  private names: ReadonlyMap<string, string> = new Map();
  /** Signatures of all papers, for related papers. Read when first asked for. */
  private chunks: Map<number, StoredChunk> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The memory up to date with the database, and the names of tags by id. */
  current(db: Database): Promise<{ state: MemoryState; names: ReadonlyMap<string, string> }> {
    return this.next(async () => {
      const state = await this.loaded(db);
      if (state.unstored >= minUnstored) this.storeSoon(db);
      return { state, names: this.names };
    });
  }

  /** The signatures of all papers outside the trash. */
  signatures(db: Database): Promise<StoredChunk[]> {
    return this.next(async () => {
      for (let load = 0; load < maxLoads; load++) {
        const state = await this.loaded(db);
        const read = await readAllChunks(db, state, this.chunks ?? new Map());
        if (read) {
          this.chunks = read;
          return [...read.values()];
        }
        this.forget();
      }
      throw new Error('The memory is stored by other pages all the time.');
    });
  }

  /** Stores what changed. Runs by itself a little after a question. */
  settle(db: Database): Promise<void> {
    return this.next(async () => {
      const state = await this.loaded(db);
      if (state.unstored > 0) await this.store(db, state);
    });
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => {}); // the caller is told; the queue goes on
    return done;
  }

  private forget(): void {
    this.state = undefined;
    this.chunks = undefined;
  }

  private storeSoon(db: Database): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // Nobody waits for it. If the failure persists, the next question reports it.
      this.settle(db).catch(() => {});
    }, storeAfterMs);
  }

  private async store(db: Database, state: MemoryState): Promise<void> {
    state.update();
    try {
      if (!(await storeMemory(db, state))) this.forget();
    } catch (error) {
      this.forget(); // what is stored is whole, but it may be older than this state
      throw error;
    }
  }

  private async loaded(db: Database): Promise<MemoryState> {
    for (let load = 0; load < maxLoads; load++) {
      if (!this.state) {
        const [stored, tags] = await Promise.all([loadMemory(db), readTags(db)]);
        this.state = new MemoryState(stored);
        this.names = new Map(Array.from(tags, ([id, { name }]) => [id, name]));
      }
      try {
        if (await this.catchUp(db, this.state)) return this.state;
      } catch (error) {
        this.forget(); // it may hold half of a change
        throw error;
      }
      this.forget();
    }
    throw new Error('The memory is stored by other pages all the time.');
  }

  /** Takes in what changed since. Returns false if the memory must be loaded again. */
  private async catchUp(db: Database, state: MemoryState): Promise<boolean> {
    while (state.builtTo !== undefined) {
      const numbers = await nextPapers(db, state.builtTo);
      if (!(await this.takeIn(db, state, [{ numbers, texts: numbers }]))) return false;
      state.builtTo = numbers.at(-1);
      if (state.unstored >= storeEvery) await this.store(db, state);
      if (state !== this.state) return false;
    }
    for (;;) {
      const { lost, entries } = await readNews(db, state.seen, maxEntries);
      if (lost) return false;
      if (entries.length === 0) break;
      if (!(await this.takeIn(db, state, entries))) return false;
      state.seen = entries.at(-1)?.id ?? state.seen;
      this.names = new Map(Array.from(await readTags(db), ([id, { name }]) => [id, name]));
      if (state.unstored >= storeEvery) await this.store(db, state);
      if (state !== this.state) return false;
    }
    state.update();
    return true;
  }

  /** Reads changed papers again. Returns false if the stored memory is no longer the one in hand. */
  private async takeIn(db: Database, state: MemoryState, entries: readonly StoredChange[]): Promise<boolean> {
    const pause = pauseBetweenSlices();
    const all = [...new Set(entries.flatMap(({ numbers }) => numbers))];
    const texts = new Set(entries.flatMap((entry) => entry.texts));
    for (let i = 0; i < all.length; i += batchSize) {
      const batch = all.slice(i, i + batchSize);
      if (!(await loadForChange(db, state, [], batch.map(chunkOf)))) return false;
      const known = batch.filter((n) => !texts.has(n) && state.contribution(n));
      const unknown = batch.filter((n) => !known.includes(n));
      const [rows, papers] = await Promise.all([readIndexedRows(db, known), readIndexed(db, unknown)]);
      const now = new Map<number, Contribution>();
      for (const row of rows) {
        const before = row && state.contribution(row.n);
        if (row && before && row.removedAt === undefined) now.set(row.n, { ...before, tags: row.tags });
      }
      for (const paper of papers) {
        if (paper && paper.removedAt === undefined) {
          now.set(paper.n, { signature: signatureOf(paper.facts), tags: paper.tags });
        }
        await pause();
      }
      const tags = batch.flatMap((n) => [...(state.contribution(n)?.tags ?? []), ...(now.get(n)?.tags ?? [])]);
      if (!(await loadForChange(db, state, new Set(tags), []))) return false;
      for (const n of batch) {
        state.replace(n, now.get(n));
        this.chunks?.delete(chunkOf(n));
        await pause();
      }
    }
    return true;
  }
}
