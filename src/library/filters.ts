/** Saved filters: queries under a name. Saving, renaming and deleting one is a change like any other, with its undo. */
import { change, type Label, type Workshop } from './change';
import type { Connection } from './connection';
import { difference, move } from './diff';
import type { Draft } from './draft';
import type { Finder } from './finder';
import { foldName } from './fold';
import { type Change, type Filter, LibraryError } from './library';
import type { Diff, Difference, Fields, Writing } from './schema';
import { send } from './send';
import type { Way } from './undo';

const own = (what: string): Label => ({ what, origin: 'own' });
const longest = 200;

/** A name as it is kept: one line, without white space around it. */
function filterName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longest).trim();
  if (name === '') throw new LibraryError('invalid', 'A filter needs a name.');
  return name;
}

const byName = (a: Filter, b: Filter) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);

/** All filters, by name. */
export const filters = (connection: Connection): Promise<Filter[]> =>
  connection.read(['filters'], async (tx) => (await tx.objectStore('filters').getAll()).sort(byName));

/** How many papers each filter finds, by its id. */
export async function filterCounts(connection: Connection, finder: Finder): Promise<Map<string, number>> {
  const db = await connection.database();
  const all = await filters(connection);
  const found = await Promise.all(all.map(({ query }) => finder.find(db, query)));
  return new Map(all.map(({ id }, i) => [id, found[i]?.numbers.length ?? 0]));
}

/** Saves a query under a name; one of the same name, whatever its case and accents, is replaced. */
export async function saveFilter(shop: Workshop, { name, query, sort }: Omit<Filter, 'id'>): Promise<Change> {
  const kept = { name: filterName(name), query, ...(sort && { sort }) };
  return change(shop, own('journalSaveFilter'), async (draft) => {
    const known = await draft.filters.named(kept.name);
    const id = known?.id ?? `f${draft.entry}`;
    await draft.filters.set(id, { id, ...kept });
  });
}

/** Renames a filter. A name that is taken is refused: the other one would be lost. */
export async function renameFilter(shop: Workshop, id: string, typed: string): Promise<Change> {
  const name = filterName(typed);
  return change(shop, own('journalRenameFilter'), async (draft) => {
    const filter = await draft.filters.byId(id);
    if (!filter) throw new LibraryError('missing', 'The filter does not exist any more.');
    const other = await draft.filters.named(name);
    if (other && other.id !== id) throw new LibraryError('invalid', 'There is a filter of that name already.');
    await draft.filters.set(id, { ...filter, name });
  });
}

export const deleteFilter = (shop: Workshop, id: string): Promise<Change> =>
  change(shop, own('journalDeleteFilter'), (draft) => draft.filters.set(id, undefined));

/** Filters within a change. Awaits nothing but the database. */
export class FilterDraft {
  readonly #held = new Map<string, { was?: Filter | undefined; now?: Filter | undefined }>();

  constructor(readonly tx: Writing) {}

  async byId(id: string): Promise<Filter | undefined> {
    if (!this.#held.has(id)) {
      const was = await this.tx.objectStore('filters').get(id);
      this.#held.set(id, { was, now: was });
    }
    return this.#held.get(id)?.now;
  }

  async named(name: string): Promise<Filter | undefined> {
    const all = await this.tx.objectStore('filters').getAll();
    const found = all.find((filter) => foldName(filter.name) === foldName(name));
    return found && this.byId(found.id);
  }

  /** Sets a filter, or with undefined deletes it. */
  async set(id: string, now: Filter | undefined): Promise<void> {
    await this.byId(id);
    this.#held.set(id, { was: this.#held.get(id)?.was, now });
  }

  /** Writes what changed. Returns what the journal keeps. */
  write(): Diff[] {
    const diffs: Diff[] = [];
    const store = this.tx.objectStore('filters');
    for (const [id, { was, now }] of this.#held) {
      const diff = difference(was as Fields | undefined, now as Fields | undefined);
      if (!diff) continue;
      diffs.push({ of: 'filter', id, ...diff });
      send(now ? store.put(now) : store.delete(id));
    }
    return diffs;
  }
}

/** Turns what the journal kept of a filter. What is gone by now is left alone. */
export async function applyToFilter(draft: Draft, id: string, diff: Difference, way: Way): Promise<void> {
  const now = await draft.filters.byId(id);
  if (diff.is === 'changed') {
    const [from, to] = way === 'undo' ? [diff.after, diff.before] : [diff.before, diff.after];
    if (now) await draft.filters.set(id, move(now as unknown as Fields, from, to) as unknown as Filter);
  } else if (diff.is === (way === 'undo' ? 'added' : 'deleted')) await draft.filters.set(id, undefined);
  else if (!now && diff.record) await draft.filters.set(id, diff.record as unknown as Filter);
}
