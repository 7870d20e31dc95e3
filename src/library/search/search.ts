/**
 * Search over the whole library. Words are looked up in a term index in byte arrays, everything else in one array a
 * property; both are loaded once and then kept equal to the database, whoever writes to it: each change's transaction
 * leaves the numbers of its papers in a log (`record`), and each question first reads what the log says since the last.
 * So nothing is slower to save, nothing depends on messages between pages, and an index that was not stored, or is old,
 * catches up.
 */

import { pauseBetweenSlices } from '../../async/slices';
import { parseQuery } from '../../query/parse';
import type { Node, Sort } from '../../query/query';
import type { Database } from '../db/schema';
import type { FacetCounts, Found } from '../types';
import { loadParts, loadTexts, takeIn, textLeaves, wordsChanged } from './catch-up';
import { Evaluation } from './evaluate';
import { countFacets } from './facets';
import type { Finder, Touched } from './finder';
import { loadIndex, readNews, readTags, storeIndex } from './index-store';
import { Live } from './live';
import { byScore, inOrder } from './order';

/** As in the list of newest papers. */
const bySaved: Sort = { by: 'saved', descending: true };
/** So many changes are stored with the index; fewer are read again at the next start, which takes milliseconds. */
const worthStoring = 64;
/** While catching up with many, the index is stored now and then, so that a crash loses little of the work. */
const storedOnTheWay = 4096;
/** Texts of fewer new papers are searched as they are. */
const scanned = 256;
/** What may become words in a row with the next keys: a quote, a word with a hyphen. */
const beginsRow = /["“”„«「]|[\p{L}\p{N}]-/u;
/** How long after the last change the index is stored, in milliseconds: not in the middle of an import. */
const quiet = 1500;

export class Search implements Finder {
  private live: Live | undefined;
  /** Work on `live` that goes one after the other: catching up, storing. */
  private queue: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Papers changed by this process that are not in the index yet. */
  private waiting = 0;

  /** Leaves in the log which papers a transaction changes: one small record, whatever the size of the library. */
  async record(tx: Parameters<Finder['record']>[0], touched: readonly Touched[]): Promise<void> {
    const numbers = touched.map(({ n }) => n);
    const texts = touched.filter(wordsChanged).map(({ n }) => n);
    this.waiting += numbers.length;
    if (this.waiting >= 2 * scanned) this.settleSoon(tx.db);
    await tx.objectStore('changes').add({ numbers, texts });
  }

  async find(db: Database, query: string, options: { sort?: Sort; signal?: AbortSignal } = {}): Promise<Found> {
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
      if (!order || !ready || live !== this.live) continue; // it changed meanwhile
      if (beginsRow.test(query)) this.expectRow(db, live);
      const scores = sort.by === 'relevance' ? new Uint16Array(live.columns.size) : undefined;
      const evaluation = new Evaluation(live, scores);
      const set = evaluation.find(asked.node);
      const numbers = scores ? byScore(set, scores, order, sort.descending) : inOrder(set, order, sort.descending);
      const emptiedBy = numbers.length === 0 ? emptiedIn(asked.node, evaluation, query) : undefined;
      return { numbers, problems: asked.problems, words: asked.words, ...(emptiedBy !== undefined && { emptiedBy }) };
    }
  }

  /** Loads the texts that words in a row are looked up in, while the next keys are typed: of 100,000 papers it takes a while. */
  private expectRow(db: Database, live: Live): void {
    if (live.keepsTexts) return;
    live.keepsTexts = true;
    // What fails here is loaded, or said to have failed, when it is needed.
    loadTexts(db, live, live.terms.segments).catch(() => {});
  }

  async facets(db: Database, numbers: ArrayLike<number>): Promise<FacetCounts> {
    const live = await this.fresh(db);
    return countFacets(numbers, live.columns, live.tags);
  }

  changed(): void {
    // Nothing to forget: every question reads the log first.
  }

  /**
   * Stores what is worth storing and merges what is many, unless another page is doing it. Called by itself when idle; may
   * be called at any time.
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
      if (fresh.unstored >= worthStoring) await this.store(db, fresh);
      return fresh;
    });
    // Merging takes long and only reads: questions go on meanwhile.
    for (let parts = live.mergeable(); parts.length > 0 && live === this.live; parts = live.mergeable()) {
      if (!(await loadTexts(db, live, parts))) return this.forget(live);
      await live.merge(parts, pauseBetweenSlices());
      await this.next(() => this.store(db, live));
    }
  }

  private settleSoon(db: Database): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // Nobody waits for it. Who asks next meets the same error, if it stays, and is told.
      this.settle(db).catch(() => {});
    }, quiet);
  }

  /** The index as the database is now. */
  private fresh(db: Database): Promise<Live> {
    return this.next(() => this.catchUp(db));
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => {}); // who asked is told; the next in the queue goes on
    return done;
  }

  /** Lets go of an index that is not the stored one any more, so that it is loaded again. */
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
      await live.pack(scanned, pause);
      if (live.unstored >= storedOnTheWay) await this.store(db, live);
    }
    this.waiting = 0;
    const worth = live.unstored >= worthStoring || live.mergeable().length > 0;
    if (live === this.live && worth) this.settleSoon(db);
    return live;
  }

  private async store(db: Database, live: Live): Promise<void> {
    if (live !== this.live || !live.storable) return;
    await live.pack(1, pauseBetweenSlices());
    await live.orders.make('saved', pauseBetweenSlices());
    live.storable = false; // should it fail, the next start reads the log instead
    live.storable = await storeIndex(db, live);
  }
}

/** The part of a query that finds nothing, without which the rest would find something. */
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
