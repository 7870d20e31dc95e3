/**
 * A change in one transaction. Records are loaded on first use, changed in memory and written together; the differences
 * go into the journal. Awaits nothing but the database.
 */

import { ignoreRejection } from '../db/ignore-rejection';
import { type PaperRecord, toRecord, toStored } from '../db/record';
import type { Diff, Fields, StoredRow, StoredState, StoredText, WriteTx } from '../db/schema';
import type { Finder, Touched } from '../search/finder';
import { difference } from './diff';
import { ListChanges } from './list-changes';
import { TagChanges } from './tag-changes';

/** Papers compared or written in one task, so that the page stays responsive. */
const atOnce = 50;

interface Held {
  row?: StoredRow | undefined;
  text?: StoredText | undefined;
  now?: PaperRecord | undefined;
}

/** Result of writing a unit of work. */
export interface Written {
  diffs: Diff[];
  numbers: number[];
  /** Ids of the papers, before and after the change. */
  keys: string[];
}

export class UnitOfWork {
  readonly #papers = new Map<number, Held>();
  /** Ids looked up or assigned in this change, and the papers that have them now. */
  readonly #owners = new Map<string, number | undefined>();
  readonly tags: TagChanges;
  readonly filters: ListChanges<'filters'>;
  readonly rules: ListChanges<'rules'>;

  constructor(
    readonly tx: WriteTx,
    readonly state: StoredState,
    readonly entry: number,
    readonly at: number,
  ) {
    this.tags = new TagChanges(tx, state, at);
    this.filters = new ListChanges(tx, 'filters');
    this.rules = new ListChanges(tx, 'rules');
  }

  /** Number of the paper with an id, including the trash. */
  async find(id: string): Promise<number | undefined> {
    if (!this.#owners.has(id)) {
      const found = await this.tx.objectStore('papers').index('ids').getKey(id);
      // Another call may have looked it up meanwhile, or the paper may have lost the id in this change.
      if (!this.#owners.has(id)) this.#owners.set(id, found);
    }
    return this.#owners.get(id);
  }

  /** Records that no stored paper has an id: the caller knows it. */
  isFree(id: string): void {
    if (!this.#owners.has(id)) this.#owners.set(id, undefined);
  }

  /** A paper, including the changes made so far. With `texts` its sources and sightings are loaded. */
  async paper(n: number, texts: boolean): Promise<PaperRecord | undefined> {
    const held = this.#papers.get(n) ?? {};
    if (!this.#papers.has(n)) {
      held.row = await this.tx.objectStore('papers').get(n);
      if (!this.#papers.has(n)) this.#papers.set(n, held);
      if (held.row) held.now = toRecord(held.row);
    }
    if (texts && held.now && !held.now.sources) {
      held.text = await this.tx.objectStore('texts').get(n);
      if (!held.text) throw new Error(`Paper ${n} has no text.`);
      held.now = { ...held.now, sources: held.text.sources, sightings: held.text.sightings };
    }
    return held.now;
  }

  /** Number for a new paper. */
  newNumber(): number {
    return this.state.nextPaper++;
  }

  /** Sets a paper that was loaded or is new; undefined deletes it. */
  set(n: number, now: PaperRecord | undefined): void {
    const held = this.#papers.get(n) ?? {};
    for (const id of held.now?.ids ?? []) {
      if (!this.#owners.has(id) || this.#owners.get(id) === n) this.#owners.set(id, undefined);
    }
    for (const id of now?.ids ?? []) this.#owners.set(id, n);
    held.now = now;
    this.#papers.set(n, held);
  }

  /**
   * Writes everything. `dated` marks changed papers with this entry and time; undo restores the older marks instead.
   */
  async write(finder: Finder, dated: boolean): Promise<Written> {
    const { diffs, touched } = await this.#compare(dated);
    await this.#put(touched);
    for (const { before, after } of touched) {
      this.state.papers += Number(isListed(after)) - Number(isListed(before));
    }
    diffs.push(...(await this.tags.write(touched, dated)), ...this.filters.write(), ...this.rules.write());
    await finder.record(this.tx, touched);
    const keys = new Set(touched.flatMap(({ before, after }) => [...(before?.ids ?? []), ...(after?.ids ?? [])]));
    return { diffs, numbers: touched.map(({ n }) => n), keys: [...keys] };
  }

  /** Compares the papers with what is stored. */
  async #compare(dated: boolean): Promise<{ diffs: Diff[]; touched: Touched[] }> {
    const diffs: Diff[] = [];
    const touched: Touched[] = [];
    let done = 0;
    for (const [n, held] of this.#papers) {
      if (++done % atOnce === 0) await this.tx.objectStore('state').getKey('state'); // ends the task, so that the page can draw
      const before = held.row && (toRecord(held.row, held.text) as Fields & PaperRecord);
      let after = held.now as (Fields & PaperRecord) | undefined;
      if (!difference(before, after)) continue;
      if (dated && after) after = { ...after, change: this.entry, ...(before && { changedAt: this.at }) };
      const diff = difference(before, after);
      if (diff) diffs.push({ of: 'paper', id: n, ...diff });
      const now = after && toStored(after, held.row);
      touched.push({ n, before: held.row, ...(now && { after: now.row, text: now.text }) });
    }
    return { diffs, touched };
  }

  async #put(touched: readonly Touched[]): Promise<void> {
    const [papers, texts] = [this.tx.objectStore('papers'), this.tx.objectStore('texts')];
    // Delete records that release ids first: the index allows no id twice at any moment.
    for (const { n, before, after } of touched) {
      if (!before || before.ids.every((id) => after?.ids.includes(id))) continue;
      ignoreRejection(papers.delete(n));
      if (!after) ignoreRejection(texts.delete(n));
    }
    for (const [i, { after, text }] of touched.entries()) {
      // Handle each rejection at once: the next put may throw.
      const row = after && papers.put(after);
      if (row) ignoreRejection(row);
      const whole = text && texts.put(text);
      if (whole) ignoreRejection(whole);
      // Ends the task, as above. If it fails, the transaction fails.
      if ((i + 1) % atOnce === 0) await Promise.all([row, whole]);
    }
  }
}

/** Whether a row exists and is not in the trash. */
export const isListed = (row: StoredRow | undefined): row is StoredRow => row?.newest !== undefined;
