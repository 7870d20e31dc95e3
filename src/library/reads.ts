/** Reads from the library: by id, by number, the newest, the trash, tags. Never reads all papers in one transaction. */

import type { Mark } from '../paper/marks';
import type { Paper, Tag } from '../paper/paper';
import { foldTag } from '../paper/tag-name';
import type { Connection } from './db/connection';
import type { KnownTags } from './db/known-tags';
import { readMany } from './db/many';
import { toPaper } from './db/record';
import { toRow } from './db/row';
import type { ReadTx, StoredRow, StoredTag, StoredText } from './db/schema';
import { type Compared, possibleDuplicates } from './duplicates';
import type { JournalEntry, Row, Which } from './types';
import { readState } from './write/journal';

/** Marks of papers outside the trash, by the id that was asked for. */
export function marks({ read }: Connection, ids: readonly string[]): Promise<Record<string, Mark>> {
  return read(['papers', 'tags'], async (tx) => {
    const index = tx.objectStore('papers').index('ids');
    const rows = await Promise.all(ids.map((id) => index.get(id)));
    const tags = await tagsById(
      tx,
      rows.flatMap((row) => row?.tags ?? []),
    );
    const found = rows.flatMap((row, at) => (row?.newest === undefined ? [] : [[ids[at], mark(row, tags)] as const]));
    return Object.fromEntries(found);
  });
}

function mark(row: StoredRow, tags: Map<string, StoredTag>): Mark {
  return {
    key: row.key,
    status: row.status,
    starred: row.starredAt !== undefined,
    tags: row.tags.flatMap((id) => tags.get(id)?.name ?? []),
    ...(row.note !== undefined && { note: row.note }),
    savedAt: row.savedAt,
  };
}

async function tagsById(tx: ReadTx, ids: readonly string[]): Promise<Map<string, StoredTag>> {
  const found = await Promise.all([...new Set(ids)].map((id) => tx.objectStore('tags').get(id)));
  return new Map(found.flatMap((tag) => (tag ? [[tag.id, tag]] : [])));
}

/**
 * Numbers of papers that are given by any of their ids or by number: in the order asked for, each once, unknown ids
 * left out.
 */
async function numbersOf(tx: ReadTx, which: ArrayLike<string> | ArrayLike<number>): Promise<number[]> {
  const ids = tx.objectStore('papers').index('ids');
  const numbers = await Promise.all(
    Array.from<string | number, number | Promise<number | undefined>>(which, (one) =>
      typeof one === 'number' ? one : ids.getKey(one),
    ),
  );
  return [...new Set(numbers)].filter((n) => n !== undefined);
}

/** Whole papers in the order asked for, each once, including papers in the trash. Unknown ids are left out. */
export function papers({ read }: Connection, which: Which): Promise<Paper[]> {
  return read(['papers', 'texts'], async (tx) => {
    const each = await numbersOf(tx, which);
    const [rows, texts] = await Promise.all([
      readMany<StoredRow>(tx.objectStore('papers'), each),
      readMany<StoredText>(tx.objectStore('texts'), each),
    ]);
    return each.flatMap((n) => {
      const [row, text] = [rows.get(n), texts.get(n)];
      return row && text ? [toPaper(row, text)] : [];
    });
  });
}

/** Rows in the order asked for, each once, including the trash. Papers that no longer exist are left out. */
export function rows({ read }: Connection, which: ArrayLike<string> | ArrayLike<number>): Promise<Row[]> {
  return read(['papers'], async (tx) => {
    const asked = await numbersOf(tx, which);
    const found = await readMany<StoredRow>(tx.objectStore('papers'), asked);
    return asked.flatMap((n) => {
      const row = found.get(n);
      return row ? [toRow(row)] : [];
    });
  });
}

/** The newest papers. Papers that were saved together are in the order of their page. */
export function newest({ read }: Connection, limit: number): Promise<Row[]> {
  return read(['papers'], async (tx) =>
    (await tx.objectStore('papers').index('newest').getAll(null, limit)).map(toRow),
  );
}

export const size = ({ read }: Connection): Promise<number> =>
  read(['state'], async (tx) => (await readState(tx)).papers);

export const numbersGiven = ({ read }: Connection): Promise<number> =>
  read(['state'], async (tx) => (await readState(tx)).nextPaper - 1);

/** Papers in the trash, the last removed first. */
export function trash({ read }: Connection): Promise<Row[]> {
  return read(['papers'], async (tx) =>
    (await tx.objectStore('papers').index('removedAt').getAll()).map(toRow).reverse(),
  );
}

/** Groups of papers that may be duplicates. Reads in short transactions, so that writers do not wait. */
export async function duplicates({ read }: Connection): Promise<number[][]> {
  const all: Compared[] = [];
  for (let from = 0, more = true; more; ) {
    const some = await read(['papers'], (tx) =>
      tx.objectStore('papers').getAll(IDBKeyRange.lowerBound(from, true), 1000),
    );
    for (const row of some) if (row.newest !== undefined) all.push(compared(row));
    from = some.at(-1)?.n ?? from;
    more = some.length === 1000;
  }
  return possibleDuplicates(all);
}

/** Only the facts that are compared: the whole rows of a large library need too much memory. */
const compared = ({ n, ids, alike, facts: { title, authors, published } }: StoredRow): Compared => ({
  n,
  facts: { ids, title, ...(authors && { authors }), ...(published !== undefined && { published }) },
  ...(alike && { alike }),
});

const tag = ({ id, name, color }: StoredTag): Tag => ({ id, name, ...(color !== undefined && { color }) });

/** All tags in alphabetical order, each parent before the tags below it. */
export const tags = async (known: KnownTags): Promise<Tag[]> => (await known.all()).map(tag);

export const tagCounts = async (known: KnownTags): Promise<Map<string, number>> =>
  new Map((await known.all()).map(({ id, papers }) => [id, papers]));

/**
 * Tags whose name contains the text. Best first: the name starts with it, then one of its levels, then one of its
 * words, then any part. Equal matches are ordered by their number of papers, then by their last use.
 */
export async function complete(known: KnownTags, text: string, limit = 8): Promise<(Tag & { papers: number })[]> {
  const all = await known.all();
  const asked = foldTag(text.trim());
  const ranked = all.flatMap((one) => {
    const rank = asked === '' ? (one.usedAt === undefined ? -1 : 0) : rankOf(one.folded, asked);
    return rank < 0 ? [] : [{ one, rank }];
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      (asked === '' ? 0 : b.one.papers - a.one.papers) ||
      (b.one.usedAt ?? 0) - (a.one.usedAt ?? 0) ||
      (a.one.folded < b.one.folded ? -1 : 1),
  );
  return ranked.slice(0, limit).map(({ one }) => ({ ...tag(one), papers: one.papers }));
}

function rankOf(name: string, asked: string): number {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.includes(`/${asked}`)) return 2;
  if (name.includes(` ${asked}`) || name.includes(`-${asked}`) || name.includes(`_${asked}`)) return 3;
  return name.includes(asked) ? 4 : -1;
}

/** Entries of the journal, newest first. */
export function entries({ read }: Connection, limit = 200): Promise<JournalEntry[]> {
  return read(['journal'], async (tx) => {
    const all = await tx.objectStore('journal').getAll();
    return all
      .filter(({ open }) => !open)
      .slice(-limit)
      .reverse()
      .map(({ id, at, origin, what, papers, standing }) => ({ id, at, origin, what, papers, undone: standing === 0 }));
  });
}
