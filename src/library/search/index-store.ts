/**
 * Stores the index. It is a cache: `changes` is a log of the numbers of changed papers, written in the transaction of
 * each change, so that any older index catches up by reading those papers again. Every page that has the library open
 * may store a newer index. The stored index has a generation; a page whose index comes from another generation loads it
 * again.
 */
import type { Facts, Tag } from '../../paper/paper';
import { unawaited } from '../db/ignore-rejection';
import type { Database, StoredChange, StoredRow, StoredText } from '../db/schema';
import { shownFacts } from '../merge/merge';
import { type ColumnChunk, chunkSize, type Indexed, isWholeChunk, type StoredLists } from './columns';
import type { Live, Stored } from './live';
import type { NamesChunk } from './names';
import type { Order } from './order';
import { isDamage, type Packed, pack, unpack } from './packed';
import type { Segment, SegmentTexts } from './segment';

/** Version of the index format. An index of another version is discarded and built again. */
const form = 1;
/** Log entries kept although the stored index includes them, so that other open pages need not load it again. */
const keptLogEntries = 500;

interface Head {
  form: number;
  generation: number;
  upTo: number;
}

const below = (part: string) => IDBKeyRange.bound([part], [part, []]);

/** Loads the stored index. If there is no usable one, stores an empty index and puts every paper into the log. */
export async function loadIndex(db: Database): Promise<Stored> {
  const { head, stored } = await readIndex(db);
  if (stored) return stored;
  await startAgain(db, head);
  return loadIndex(db);
}

/** The stored index, unless it has another format, is too old or damaged. */
async function readIndex(db: Database): Promise<{ head: Head | undefined; stored?: Stored }> {
  const tx = unawaited(db.transaction(['index', 'changes']));
  const index = tx.objectStore('index');
  // One request per part: the browser decodes the answer of a request in one task.
  const each = async <T extends object>(part: string) => {
    const keys = await index.getAllKeys(below(part));
    return Promise.all(keys.map(async (key) => unpack((await index.get(key)) as T | Packed)));
  };
  const asked = index.get(['head']) as Promise<Head | undefined>;
  try {
    // Largest parts first: their files load while the rest is read.
    const [segments, head, chunks, lists, saved, base] = await Promise.all([
      each<Segment>('segment'),
      asked,
      each<ColumnChunk>('columns'),
      index.get(['lists']) as Promise<StoredLists | undefined>,
      index.get(['saved']) as Promise<Order | undefined>,
      tx.objectStore('changes').get(0),
    ]);
    const isUsable = head?.form === form && head.upTo >= (base?.floor ?? 0) && chunks.every(isWholeChunk);
    return { head, ...(isUsable && { stored: { ...head, chunks, lists, segments, saved } }) };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { head: await asked };
  }
}

/** Discards the stored index and puts all papers into the log. */
async function startAgain(db: Database, was: Head | undefined): Promise<void> {
  const numbers = await unawaited(db.transaction('papers')).store.getAllKeys();
  const tx = unawaited(db.transaction(['index', 'changes'], 'readwrite'));
  const [index, changes] = [tx.objectStore('index'), tx.objectStore('changes')];
  const now = (await index.get(['head'])) as Head | undefined;
  if (now?.generation !== was?.generation) return tx.done; // another page has done it
  const base = await changes.get(0);
  const head: Head = { form, generation: (was?.generation ?? 0) + 1, upTo: base?.floor ?? 0 };
  const writes: Promise<unknown>[] = [index.clear(), index.put(head, ['head'])];
  for (let i = 0; i < numbers.length; i += 256) {
    const part = numbers.slice(i, i + 256);
    writes.push(changes.add({ numbers: part, texts: part }));
  }
  await Promise.all([...writes, tx.done]);
}

/** Changes since an entry of the log. */
export interface News {
  /** Entries in between were deleted: the index must be loaded again. */
  lost: boolean;
  entries: (StoredChange & { id: number })[];
}

/** Reads at most `limit` entries after `seen`. Reads only the log, which no transaction locks for long. */
export async function readNews(db: Database, seen: number, limit: number): Promise<News> {
  const tx = unawaited(db.transaction('changes'));
  const range = IDBKeyRange.lowerBound(seen, true);
  const [base, keys, values] = await Promise.all([
    tx.store.get(0),
    tx.store.getAllKeys(range, limit),
    tx.store.getAll(range, limit),
    tx.done,
  ]);
  return { lost: (base?.floor ?? 0) > seen, entries: values.map((change, i) => ({ ...change, id: keys[i] ?? 0 })) };
}

/** Papers as the index reads them, by the given numbers; undefined for a number without a paper. */
export async function readIndexed(db: Database, numbers: readonly number[]): Promise<(Indexed | undefined)[]> {
  const tx = unawaited(db.transaction(['papers', 'texts']));
  const found = await Promise.all(
    numbers.map((n) => Promise.all([tx.objectStore('papers').get(n), tx.objectStore('texts').get(n)])),
  );
  return found.map(([row, text]) => row && indexed(row, shown(row, text)));
}

/** The same for papers whose text did not change. An existing abstract is "". */
export async function readIndexedRows(db: Database, numbers: readonly number[]): Promise<(Indexed | undefined)[]> {
  const tx = unawaited(db.transaction('papers'));
  const rows = await Promise.all(numbers.map((n) => tx.store.get(n)));
  return rows.map((row) => row && indexed(row, row.hasAbstract ? { ...row.facts, abstract: '' } : row.facts));
}

const shown = (row: StoredRow, text: StoredText | undefined): Facts =>
  text ? shownFacts(row.ids, text.sources, row.edits) : row.facts;

function indexed(row: StoredRow, facts: Facts): Indexed {
  const { n, ids, tags, sites, status, starredAt, note, savedAt, changedAt, removedAt } = row;
  return { n, ids, facts, tags, sites, status, starredAt, note, savedAt, changedAt, removedAt };
}

export const readTags = async (db: Database): Promise<Map<string, Tag>> =>
  new Map((await unawaited(db.transaction('tags')).store.getAll()).map((tag) => [tag.id, tag]));

/** Texts of stored segments; undefined if the stored index has another generation. */
export async function readTexts(
  db: Database,
  generation: number,
  ids: readonly number[],
): Promise<SegmentTexts[] | undefined> {
  const tx = unawaited(db.transaction('index'));
  const [head, ...texts] = await Promise.all([
    tx.store.get(['head']) as Promise<Head | undefined>,
    ...ids.map((id) => tx.store.get(['texts', id]) as Promise<SegmentTexts | Packed>),
  ]);
  return head?.generation === generation ? Promise.all(texts.map(unpack<SegmentTexts>)) : undefined;
}

/** Reads all names, one request per chunk: decoding them in one task would block the page. */
export async function readNames(db: Database): Promise<NamesChunk[]> {
  const { store } = unawaited(db.transaction('index'));
  const keys = await store.getAllKeys(below('names'));
  return Promise.all(keys.map((key) => store.get(key) as Promise<NamesChunk>));
}

/**
 * Stores the changed parts of an index that is complete up to `live.seen`, in one transaction. Returns false, and
 * stores nothing, if another page stored a newer index. If it throws, `live` must not be stored again.
 */
export async function storeIndex(db: Database, live: Live): Promise<boolean> {
  const tx = unawaited(db.transaction('index', 'readwrite', { durability: 'relaxed' }));
  const index = tx.store;
  const chunks = [...new Set([...live.names.changed].map((n) => Math.floor(n / chunkSize)))];
  const [head, ...names] = await Promise.all([
    index.get(['head']) as Promise<Head | undefined>,
    ...chunks.map((chunk) => index.get(['names', chunk]) as Promise<NamesChunk | undefined>),
  ]);
  if (head?.generation !== live.generation) {
    await tx.done;
    return false;
  }
  const next: Head = { form, generation: head.generation + 1, upTo: live.seen };
  const segments = live.terms.segments.filter(({ id }) => live.added.has(id));
  const writes: Promise<unknown>[] = [
    index.put(next, ['head']),
    index.put(live.columns.storedLists(), ['lists']),
    index.put(live.orders.ready('saved'), ['saved']),
    ...live.columns.changedChunks().map((chunk) => index.put(chunk, ['columns', chunk.chunk])),
    ...chunks.map((chunk, i) => index.put(live.names.chunk(chunk, names[i]), ['names', chunk])),
    ...segments.flatMap((segment) => [
      index.put(pack(segment), ['segment', segment.id]),
      index.put(pack(live.terms.texts.get(segment.id) as SegmentTexts), ['texts', segment.id]),
    ]),
    ...[...live.dropped].flatMap((id) => [index.delete(['segment', id]), index.delete(['texts', id])]),
  ];
  live.stored(next.generation);
  await Promise.all([...writes, tx.done]);
  await dropEntries(db, next.upTo - keptLogEntries);
  return true;
}

/** Deletes log entries that the stored index includes, in a short transaction of its own. */
async function dropEntries(db: Database, upTo: number): Promise<void> {
  const tx = unawaited(db.transaction('changes', 'readwrite', { durability: 'relaxed' }));
  const floor = (await tx.store.get(0))?.floor ?? 0;
  const writes: Promise<unknown>[] =
    upTo <= floor
      ? []
      : [tx.store.put({ numbers: [], texts: [], floor: upTo }, 0), tx.store.delete(IDBKeyRange.bound(1, upTo))];
  await Promise.all([...writes, tx.done]);
}
