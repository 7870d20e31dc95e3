/** Changes to short lists, which are loaded whole: saved searches and rules. Awaits nothing but the database. */

import { ignoreRejection } from '../db/ignore-rejection';
import type { Diff, Difference, Fields, WriteTx } from '../db/schema';
import type { Rule } from '../rules';
import type { Filter } from '../types';
import type { Way } from './diff';
import { difference, move } from './diff';

/** Record types by store. */
interface Kinds {
  filters: Filter;
  rules: Rule;
}
/** Names of the record types in the journal. */
const kinds = { filters: 'filter', rules: 'rule' } as const;

export class ListChanges<S extends keyof Kinds> {
  #held: Map<string, { was?: Kinds[S] | undefined; now?: Kinds[S] | undefined }> | undefined;

  constructor(
    readonly tx: WriteTx,
    readonly name: S,
  ) {}

  get #store() {
    return this.tx.objectStore(this.name as 'filters');
  }

  async #all() {
    if (!this.#held) {
      const stored = (await this.#store.getAll()) as Kinds[S][];
      this.#held ??= new Map(stored.map((was) => [was.id, { was, now: was }]));
    }
    return this.#held;
  }

  /** All records, including the changes made so far. */
  async all(): Promise<Kinds[S][]> {
    return [...(await this.#all()).values()].flatMap(({ now }) => (now ? [now] : []));
  }

  async byId(id: string): Promise<Kinds[S] | undefined> {
    return (await this.#all()).get(id)?.now;
  }

  /** Sets a record; undefined deletes it. */
  async set(id: string, now: Kinds[S] | undefined): Promise<void> {
    const held = await this.#all();
    held.set(id, { was: held.get(id)?.was, now });
  }

  /** Writes the changes. Returns the differences for the journal. */
  write(): Diff[] {
    const diffs: Diff[] = [];
    for (const [id, { was, now }] of this.#held ?? []) {
      const diff = difference(was as Fields | undefined, now as Fields | undefined);
      if (!diff) continue;
      diffs.push({ of: kinds[this.name], id, ...diff });
      ignoreRejection(now ? this.#store.put(now as Filter) : this.#store.delete(id));
    }
    return diffs;
  }

  /** Applies a difference from the journal. Skips records that no longer exist. */
  async apply(id: string, diff: Difference, way: Way): Promise<void> {
    const now = await this.byId(id);
    if (diff.is === 'changed') {
      const [from, to] = way === 'undo' ? [diff.after, diff.before] : [diff.before, diff.after];
      if (now) await this.set(id, move(now as unknown as Fields, from, to) as unknown as Kinds[S]);
    } else if (diff.is === (way === 'undo' ? 'added' : 'deleted')) await this.set(id, undefined);
    else if (!now && diff.record) await this.set(id, diff.record as unknown as Kinds[S]);
  }
}
