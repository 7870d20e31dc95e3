/**
 * Stores the memory beside the search index, and as that is: a cache that catches up by the log of changed papers, with a
 * generation, so that several open pages may store it.
 */
import { unawaited } from '../db/ignore-rejection';
import type { Database } from '../db/schema';
import { Bag, type StoredBag, type StoredWhole } from './bag';
import { type Chunk, papersPerChunk, readChunk, type StoredChunk, storedChunk } from './contributions';
import type { Head, MemoryState, StoredMemory } from './memory-state';
import type { StoredProfile } from './profile';

/** Version of the format, and of what signatures are made of. A memory of another version is built again. */
const form = 1;

const keys = {
  head: ['memory', 'head'],
  profile: ['memory', 'profile'],
  library: ['memory', 'library'],
  bag: (id: string) => ['memory', 'bag', id],
  chunk: (chunk: number) => ['memory', 'papers', chunk],
};
const all = () => IDBKeyRange.bound(['memory'], ['memory', []]);
const allChunks = () => IDBKeyRange.bound(['memory', 'papers'], ['memory', 'papers', []]);

/** Loads the stored memory. If there is no usable one, the answer stands for no paper at all and has yet to be built. */
export async function loadMemory(db: Database): Promise<StoredMemory> {
  const tx = unawaited(db.transaction(['index', 'changes']));
  const index = tx.objectStore('index');
  const [head, profile, library, base, last] = await Promise.all([
    index.get(keys.head) as Promise<Head | undefined>,
    index.get(keys.profile) as Promise<StoredProfile | undefined>,
    index.get(keys.library) as Promise<StoredWhole | undefined>,
    tx.objectStore('changes').get(0),
    tx.objectStore('changes').openKeyCursor(null, 'prev'),
  ]);
  const floor = base?.floor ?? 0;
  if (head?.form === form && head.upTo >= floor) return { head, profile, library };
  const upTo = Math.max(floor, last?.key ?? 0);
  return { head: { form, generation: head?.generation ?? 0, upTo, builtTo: 0 }, isNew: true };
}

/** Whether the stored memory is the one that this state was loaded from. A state that was never stored has none. */
const isOf = (head: Head | undefined, { generation }: MemoryState) => (head?.generation ?? 0) === generation;

/** Loads bags and papers that are to be changed. Returns false if the stored memory is another one by now. */
export async function loadForChange(
  db: Database,
  state: MemoryState,
  tags: Iterable<string>,
  chunks: Iterable<number>,
): Promise<boolean> {
  const ids = [...tags].filter((id) => !state.bags.has(id));
  const numbers = [...chunks].filter((chunk) => !state.chunks.has(chunk));
  if (ids.length + numbers.length === 0) return true;
  const { store } = unawaited(db.transaction('index'));
  const [head, bags, papers] = await Promise.all([
    store.get(keys.head) as Promise<Head | undefined>,
    Promise.all(ids.map((id) => store.get(keys.bag(id)) as Promise<StoredBag | undefined>)),
    Promise.all(numbers.map((chunk) => store.get(keys.chunk(chunk)) as Promise<StoredChunk | undefined>)),
  ]);
  if (!isOf(head, state)) return false;
  for (const [i, id] of ids.entries()) state.bags.set(id, new Bag(state.isNew ? undefined : bags[i]));
  for (const [i, chunk] of numbers.entries()) state.chunks.set(chunk, readChunk(state.isNew ? undefined : papers[i]));
  return true;
}

/** Stores what changed, in one transaction. Returns false, and stores nothing, if another page stored a newer memory. */
export async function storeMemory(db: Database, state: MemoryState): Promise<boolean> {
  const tx = unawaited(db.transaction('index', 'readwrite', { durability: 'relaxed' }));
  const index = tx.store;
  const head = (await index.get(keys.head)) as Head | undefined;
  if (!isOf(head, state)) {
    await tx.done;
    return false;
  }
  const writes: Promise<unknown>[] = state.isNew ? [index.delete(all())] : [];
  const next: Head = { form, generation: state.generation + 1, ...state.head() };
  writes.push(
    index.put(next, keys.head),
    index.put(state.profile.stored(), keys.profile),
    index.put(state.library.stored(), keys.library),
    ...Array.from(state.bags, ([id, bag]) =>
      bag.papers > 0 ? index.put(bag.stored(), keys.bag(id)) : index.delete(keys.bag(id)),
    ),
    ...Array.from(state.chunks, ([chunk, papers]) =>
      papers.size > 0 ? index.put(storedChunk(papers), keys.chunk(chunk)) : index.delete(keys.chunk(chunk)),
    ),
  );
  state.generation = next.generation;
  state.isNew = false;
  state.bags.clear();
  state.chunks.clear();
  state.unstored = 0;
  await Promise.all([...writes, tx.done]);
  return true;
}

/**
 * The papers of the library with their signatures, by chunk; those of `known` are not read again. Undefined if the stored
 * memory is another one by now.
 */
export async function readAllChunks(
  db: Database,
  state: MemoryState,
  known: ReadonlyMap<number, StoredChunk>,
): Promise<Map<number, StoredChunk> | undefined> {
  const { store } = unawaited(db.transaction('index'));
  const asked = Promise.all([store.get(keys.head) as Promise<Head | undefined>, store.getAllKeys(allChunks())]);
  const [head, stored] = await asked;
  if (!isOf(head, state)) return undefined;
  const numbers = (state.isNew ? [] : stored).map((key) => (key as [string, string, number])[2]);
  const parts = await Promise.all(
    numbers.map(async (chunk) => {
      const changed = state.chunks.get(chunk);
      if (changed) return [chunk, storedChunk(changed)] as const;
      return [chunk, known.get(chunk) ?? ((await store.get(keys.chunk(chunk))) as StoredChunk)] as const;
    }),
  );
  const added = [...state.chunks].filter(([chunk]) => !numbers.includes(chunk));
  return new Map([...parts, ...added.map(([chunk, papers]: [number, Chunk]) => [chunk, storedChunk(papers)] as const)]);
}

/** Numbers of the next papers to read while the memory is built. */
export async function nextPapers(db: Database, builtTo: number): Promise<number[]> {
  return unawaited(db.transaction('papers')).store.getAllKeys(IDBKeyRange.lowerBound(builtTo, true), papersPerChunk);
}
