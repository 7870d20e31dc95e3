/** Saved filters: named queries. Saving, renaming and deleting a filter can be undone like any other change. */

import { foldName } from '../query/fold';
import type { Connection } from './db/connection';
import { LibraryError } from './error';
import type { Finder } from './search/finder';
import type { Change, Filter } from './types';
import { change } from './write/change';
import type { Label, WriteContext } from './write/write-context';

const own = (what: string): Label => ({ what, origin: 'own' });
/** Longest name, UTF-16 units. */
const maxNameLength = 200;

/** A name as it is stored: one line, trimmed. Throws `invalid` if nothing is left. */
function filterName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, maxNameLength).trim();
  if (name === '') throw new LibraryError('invalid', 'A filter needs a name.');
  return name;
}

/** The filter with this name; case and accents are ignored. */
export const filterNamed = (all: readonly Filter[], name: string): Filter | undefined =>
  all.find((filter) => foldName(filter.name) === foldName(name));

const byName = (a: Filter, b: Filter) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);

/** All filters, by name. */
export const filters = (connection: Connection): Promise<Filter[]> =>
  connection.read(['filters'], async (tx) => (await tx.objectStore('filters').getAll()).sort(byName));

/** How many papers each filter finds, by its id. */
export async function filterCounts(connection: Connection, finder: Finder): Promise<Map<string, number>> {
  const all = await filters(connection);
  const found = await connection.across((db) => Promise.all(all.map(({ query }) => finder.find(db, query))));
  return new Map(all.map(({ id }, i) => [id, found[i]?.numbers.length ?? 0]));
}

/** Saves a query under a name. A filter with the same name, ignoring case and accents, is replaced. */
export async function saveFilter(ctx: WriteContext, { name, query, sort }: Omit<Filter, 'id'>): Promise<Change> {
  const kept = { name: filterName(name), query, ...(sort && { sort }) };
  return change(ctx, own('journalSaveFilter'), async (unit) => {
    const known = filterNamed(await unit.filters.all(), kept.name);
    const id = known?.id ?? `f${unit.entry}`;
    await unit.filters.set(id, { id, ...kept });
  });
}

/** Renames a filter. Throws `invalid` if another filter has that name: that one would be lost. */
export async function renameFilter(ctx: WriteContext, id: string, typed: string): Promise<Change> {
  const name = filterName(typed);
  return change(ctx, own('journalRenameFilter'), async (unit) => {
    const filter = await unit.filters.byId(id);
    if (!filter) throw new LibraryError('missing', 'The filter does not exist any more.');
    const other = filterNamed(await unit.filters.all(), name);
    if (other && other.id !== id) throw new LibraryError('invalid', 'There is a filter of that name already.');
    await unit.filters.set(id, { ...filter, name });
  });
}

export const deleteFilter = (ctx: WriteContext, id: string): Promise<Change> =>
  change(ctx, own('journalDeleteFilter'), (unit) => unit.filters.set(id, undefined));
