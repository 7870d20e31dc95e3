/**
 * Searches the whole library. Words are looked up in a term index in byte arrays, other properties in one array each.
 * Both are loaded once and then follow the database: the transaction of each change adds the numbers of its papers to a
 * log (`record`), and each query first reads the new entries of the log. So saving stays fast, nothing depends on
 * messages between pages, and an index that is old or missing catches up.
 */

import { pauseBetweenSlices } from '../../async/slices';
import { parseQuery } from '../../query/parse';
import type { Node, Sort } from '../../query/query';
import type { Database } from '../db/schema';
import type { FacetCounts, FindOptions, Found } from '../types';
import { loadParts, loadTexts, takeIn, textLeaves, wordsChanged } from './catch-up';
import { Evaluation } from './evaluate';
import { countFacets } from './facets';
import type { Finder, Touched } from './finder';
import { grouped } from './groups';
import { loadIndex, readNews, readTags, storeIndex } from './index-store';
import { Live } from './live';
import { byScore, inOrder } from './order';

/** The default order: newest first. */
const bySaved: Sort = { by: 'saved', descending: true };
/** With fewer changes the index is not stored: reading them again at the next start takes milliseconds. */
const minUnstored = 64;
/** While catching up, the index is stored after so many papers, so that a crash loses little work. */
const storeEvery = 4096;
/** Largest tail: more papers than this are packed into segments. */
const maxTail = 256;
/** The start of a phrase as it is typed: a quote, or a word with a hyphen. */
const beginsPhrase = /["“”„«「]|[\p{L}\p{N}]-/u;
/** Time from the last change until the index is stored, in milliseconds: not in the middle of an import. */
const storeAfterMs = 1500;

export class Search implements Finder {
  private live: Live | undefined;
  /** Queue of work on `live` that must not overlap: catching up and storing. */
  private queue: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Papers changed by this page that are not in the index yet. */
  private waiting = 0;

  /** Adds the papers that a transaction changes to the log: one small record, whatever the size of the library. */
  async record(tx: Parameters<Finder['record']>[0], touched: readonly Touched[]): Promise<void> {
    const numbers = touched.map(({ n }) => n);
    const texts = touched.filter(wordsChanged).map(({ n }) => n);
    this.waiting += numbers.length;
    if (this.waiting >= 2 * maxTail) this.settleSoon(tx.db);
    await tx.objectStore('changes').add({ numbers, texts });
  }

  async find(db: Database, query: string, options: FindOptions = {}): Promise<Found> {
    const asked = parseQuery(query);
    const sort = asked.sort ?? options.sort ?? bySaved;
    const by = sort.by === 'relevance' ? 'saved' : sort.by;
    for (;;) {
      const live = await this.fresh(db);
      options.signal?.throwIfAborted();
      const complete = await loadParts(
        db,
        live,
        asked,
        by === 'title' || by === 'author',
        pauseBetweenSlices(options.signal),
      );
      if (!complete) this.forget(live);
      await live.orders.make(by, pauseBetweenSlices());
      options.signal?.throwIfAborted();
      const order = live.orders.ready(by);
      const ready = textLeaves(asked.node).every((leaf) => live.terms.isReady(leaf));
      if (!order || !ready || live !== this.live) continue; // the index changed meanwhile
      if (beginsPhrase.test(query)) this.expectPhrase(db, live);
      const scores = sort.by === 'relevance' ? new Uint16Array(live.columns.size) : undefined;
      const evaluation = new Evaluation(live, scores);
      const set = evaluation.find(asked.node);
      const numbers = scores ? byScore(set, scores, order, sort.descending) : inOrder(set, order, sort.descending);
      const emptiedBy = numbers.length === 0 ? emptiedIn(asked.node, evaluation, query) : undefined;
      const listed = options.group ? grouped(numbers, options.group, live.columns, live.tags) : { numbers };
      return { ...listed, problems: asked.problems, words: asked.words, ...(emptiedBy !== undefined && { emptiedBy }) };
    }
  }

  /** Loads the texts that phrases are matched in, while the user types on: for 100,000 papers this takes a while. */
  private expectPhrase(db: Database, live: Live): void {
    if (live.keepsTexts) return;
    live.keepsTexts = true;
    // If this fails, the query that needs the texts loads them again or reports the failure.
    loadTexts(db, live, live.terms.segments).catch(() => {});
  }

  async facets(db: Database, numbers: ArrayLike<number>): Promise<FacetCounts> {
    const live = await this.fresh(db);
    return countFacets(numbers, live.columns, live.tags);
  }

  changed(): void {
    // Nothing to do: every query reads the log first.
  }

  /**
   * Stores the index if enough changed and merges segments, unless another page is doing so. Runs by itself when idle;
   * may be called at any time.
   */
  async settle(db: Database): Promise<void> {
    await navigator.locks.request(`index:${db.name}`, { ifAvailable: true }, async (lock) => {
      if (lock) await this.tidy(db);
    });
  }

  private async tidy(db: Database): Promise<void> {
    const live = await this.next(async () => {
      if (this.live && !this.live.storable) this.forget(this.live);
      const fresh = await this.catchUp(db);
      if (fresh.unstored >= minUnstored) await this.store(db, fresh);
      return fresh;
    });
    // Merging takes long but only reads, so queries go on meanwhile.
    for (let parts = live.mergeable(); parts.length > 0 && live === this.live; parts = live.mergeable()) {
      if (!(await loadTexts(db, live, parts))) return this.forget(live);
      await live.merge(parts, pauseBetweenSlices());
      await this.next(() => this.store(db, live));
    }
  }

  private settleSoon(db: Database): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // Nobody waits for it. If the failure persists, the next query reports it.
      this.settle(db).catch(() => {});
    }, storeAfterMs);
  }

  /** The index, up to date with the database. */
  private fresh(db: Database): Promise<Live> {
    return this.next(() => this.catchUp(db));
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => {}); // the caller is told; the queue goes on
    return done;
  }

  /** Drops an index that is no longer the stored one, so that it is loaded again. */
  private forget(live: Live): void {
    if (this.live === live) this.live = undefined;
  }

  private async catchUp(db: Database): Promise<Live> {
    if (!this.live) {
      const [stored, tags] = await Promise.all([loadIndex(db), readTags(db)]);
      this.live = new Live(stored);
      this.live.tags = tags;
    }
    const live = this.live;
    const pause = pauseBetweenSlices();
    for (;;) {
      const { lost, entries } = await readNews(db, live.seen, 16);
      if (lost) {
        this.forget(live);
        return this.catchUp(db);
      }
      if (entries.length === 0) break;
      live.tags = await readTags(db);
      await takeIn(db, live, entries, pause);
      live.seen = entries.at(-1)?.id ?? live.seen;
      await live.pack(maxTail, pause);
      if (live.unstored >= storeEvery) await this.store(db, live);
    }
    this.waiting = 0;
    const worth = live.unstored >= minUnstored || live.mergeable().length > 0;
    if (live === this.live && worth) this.settleSoon(db);
    return live;
  }

  private async store(db: Database, live: Live): Promise<void> {
    if (live !== this.live || !live.storable) return;
    await live.pack(1, pauseBetweenSlices());
    await live.orders.make('saved', pauseBetweenSlices());
    live.storable = false; // if it fails, the next start reads the log instead
    live.storable = await storeIndex(db, live);
  }
}

/** The part of a query without which the rest would find something. */
function emptiedIn(node: Node | undefined, evaluation: Evaluation, query: string): string | undefined {
  if (!node || evaluation.present.empty) return undefined;
  if (node.is !== 'and') return query.slice(node.from, node.to);
  const guilty = node.of.find((part) => {
    const rest = evaluation.present.copy();
    for (const other of node.of) if (other !== part) rest.and(evaluation.find(other));
    return !rest.empty;
  });
  return guilty && query.slice(guilty.from, guilty.to);
}
