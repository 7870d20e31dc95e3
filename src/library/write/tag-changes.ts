/**
 * Changes to tags: finds or creates them by name, renames, deletes and counts them. Awaits nothing but the database.
 */

import { above, foldTag, isBelow } from '../../paper/tag-name';
import { ignoreRejection } from '../db/ignore-rejection';
import type { Diff, Fields, StoredState, StoredTag, WriteTx } from '../db/schema';
import type { Touched } from '../search/finder';
import { difference } from './diff';

interface Held {
  was?: StoredTag | undefined;
  now?: StoredTag | undefined;
}

/** A tag in the journal: its count is left out, because it is computed. */
type KeptTag = Omit<StoredTag, 'papers'>;
const keptTag = (tag: StoredTag | undefined): KeptTag | undefined => {
  if (!tag) return undefined;
  const { papers: _, ...rest } = tag;
  return rest;
};

export class TagChanges {
  readonly #tags = new Map<string, Held>();
  readonly #owners = new Map<string, string | undefined>();
  /** Tags to delete at the end, after papers were counted. True: only if no paper and no tag below needs them. */
  readonly #dropped = new Map<string, boolean>();

  constructor(
    readonly tx: WriteTx,
    readonly state: StoredState,
    readonly at: number,
  ) {}

  get #store() {
    return this.tx.objectStore('tags');
  }

  async byId(id: string): Promise<StoredTag | undefined> {
    if (!this.#tags.has(id)) {
      const was = await this.#store.get(id);
      if (!this.#tags.has(id)) {
        this.#tags.set(id, { was, now: was });
        if (was && !this.#owners.has(was.folded)) this.#owners.set(was.folded, id);
      }
    }
    return this.#tags.get(id)?.now;
  }

  async byName(name: string): Promise<StoredTag | undefined> {
    const folded = foldTag(name);
    if (!this.#owners.has(folded)) {
      const was = await this.#store.index('folded').get(folded);
      if (!this.#owners.has(folded)) {
        this.#owners.set(folded, was?.id);
        if (was && !this.#tags.has(was.id)) this.#tags.set(was.id, { was, now: was });
      }
    }
    const id = this.#owners.get(folded);
    return id === undefined ? undefined : this.byId(id);
  }

  /** A name with the spelling of the existing tag or parent (`RL/x` for `rl/x`). Tags in `without` are ignored. */
  async spelled(name: string, without: ReadonlySet<string> = new Set()): Promise<string> {
    for (const parent of [...above(name), name].reverse()) {
      const known = await this.byName(parent);
      if (known && !without.has(known.id)) return known.name + name.slice(parent.length);
    }
    return name;
  }

  /** The tag with a name (as `tagName` writes it). Creates it and its parents if they do not exist. */
  async make(name: string): Promise<StoredTag> {
    const known = await this.byName(name);
    if (known) return known;
    await this.makeAbove(name);
    const spelled = await this.spelled(name);
    const tag = { id: `t${this.state.nextTag++}`, name: spelled, folded: foldTag(spelled), papers: 0 };
    this.#tags.set(tag.id, { now: tag });
    this.#owners.set(tag.folded, tag.id);
    return tag;
  }

  /** Sets a tag; undefined deletes it. The caller must create missing parents: `makeAbove`. */
  async set(id: string, now: Omit<StoredTag, 'papers'> | undefined): Promise<void> {
    const known = await this.byId(id);
    if (known && this.#owners.get(known.folded) === id) this.#owners.set(known.folded, undefined);
    const held = this.#tags.get(id) ?? {};
    held.now = now && { ...now, papers: known?.papers ?? 0 };
    this.#tags.set(id, held);
    if (now) this.#owners.set(now.folded, id);
  }

  /** Creates the missing parents of a name. */
  async makeAbove(name: string): Promise<void> {
    for (const parent of above(name)) await this.make(parent);
  }

  /** Deletes a tag at the end of the change. With `unlessNeeded` only if no paper and no tag below needs it then. */
  drop(id: string, unlessNeeded = false): void {
    this.#dropped.set(id, unlessNeeded);
  }

  /** Tags below a name, at any depth, including the changes made so far. */
  async below(name: string): Promise<StoredTag[]> {
    const folded = foldTag(name);
    const range = IDBKeyRange.bound(`${folded}/`, `${folded}0`, false, true); // `0` follows `/`
    const stored = await this.#store.index('folded').getAllKeys(range);
    await Promise.all(stored.map((id) => this.byId(id)));
    return [...this.#tags.values()].flatMap(({ now }) => (now && isBelow(now.folded, folded) ? [now] : []));
  }

  /** Ids of tags and of all their parents. */
  async #withAbove(ids: readonly string[]): Promise<Set<string>> {
    const tags = await Promise.all(ids.map((id) => this.byId(id)));
    const names = new Set(tags.flatMap((tag) => (tag ? above(tag.name) : [])));
    const parents = await Promise.all([...names].map((name) => this.byName(name)));
    return new Set([...tags, ...parents].flatMap((tag) => tag?.id ?? []));
  }

  /**
   * Writes tags and counts; call it after the papers' rows were written. Returns the differences for the journal.
   * `dated` sets the time of last use of added tags.
   */
  async write(touched: readonly Touched[], dated: boolean): Promise<Diff[]> {
    if (dated) this.#date(touched);
    await this.#count(touched);
    await this.#recount();
    await this.#drop();
    const diffs: Diff[] = [];
    const changed = [...this.#tags].filter(([, { was, now }]) => was !== now);
    for (const [id, { was, now }] of changed) {
      const diff = difference(keptTag(was) as Fields | undefined, keptTag(now) as Fields | undefined);
      if (diff) diffs.push({ of: 'tag', id, ...diff });
      if (was && was.folded !== now?.folded) ignoreRejection(this.#store.delete(id));
    }
    for (const [, { now }] of changed) if (now) ignoreRejection(this.#store.put(now));
    return diffs;
  }

  /** Sets the time of last use of tags that were added to papers. */
  #date(touched: readonly Touched[]): void {
    const given = touched.flatMap(({ before, after }) => after?.tags.filter((id) => !before?.tags.includes(id)) ?? []);
    for (const id of new Set(given)) {
      const held = this.#tags.get(id);
      if (held?.now) held.now = { ...held.now, usedAt: this.at };
    }
  }

  async #count(touched: readonly Touched[]): Promise<void> {
    for (const { before, after } of touched) {
      const [had = [], has = []] = [before, after].map((row) => (row?.newest === undefined ? [] : row.tags));
      if (had.length === has.length && had.every((id, at) => id === has[at])) continue;
      const [left, joined] = await Promise.all([this.#withAbove(had), this.#withAbove(has)]);
      for (const id of left) if (!joined.has(id)) this.#setCount(id, -1);
      for (const id of joined) if (!left.has(id)) this.#setCount(id, 1);
    }
  }

  #setCount(id: string, more: number, from?: number): void {
    const held = this.#tags.get(id);
    if (held?.now) held.now = { ...held.now, papers: (from ?? held.now.papers) + more };
  }

  /** Counts renamed tags, their former parents and their new parents again. */
  async #recount(): Promise<void> {
    const names = [...this.#tags.values()].flatMap(({ was, now }) =>
      was && now && was.folded !== now.folded ? [...above(was.name), was.name, ...above(now.name), now.name] : [],
    );
    const papers = this.tx.objectStore('papers');
    for (const name of new Set(names.map(foldTag))) {
      const tag = await this.byName(name);
      if (!tag) continue;
      const ids = [tag.id, ...(await this.below(name)).map(({ id }) => id)];
      const all = await Promise.all(ids.map(async (id) => papers.index('tags').getAllKeys(id)));
      const trash = new Set(await papers.index('removedAt').getAllKeys());
      this.#setCount(tag.id, new Set(all.flat().filter((n) => !trash.has(n))).size, 0);
    }
  }

  async #drop(): Promise<void> {
    const tags = (await Promise.all([...this.#dropped.keys()].map((id) => this.byId(id)))).filter((tag) => !!tag);
    for (const tag of tags.sort((a, b) => b.name.split('/').length - a.name.split('/').length)) {
      const held = await this.tx.objectStore('papers').index('tags').count(tag.id);
      const needed = held > 0 || (await this.below(tag.name)).length > 0;
      if (!needed || !this.#dropped.get(tag.id)) await this.set(tag.id, undefined);
    }
  }
}
