/**
 * Lets every database call of a change fail, one at a time. Each time the change must fail with a reason and leave
 * everything as it was, or succeed completely. A call fails by throwing, or because the browser aborts the transaction,
 * as when the disk is full or the process dies. Usually every third call is tried, in `npm run long` all.
 */
import { openDB } from 'idb';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Library } from '../../src/library/library';
import { facts, freshName, library, listing } from '../support/library';

const every = process.env.LONG ? 1 : 3;
const id = (number: number) => facts(number).ids[0] as string;
const tagId = async (shelf: Library, name: string) => (await shelf.tags()).find((tag) => tag.name === name)?.id ?? '';

/** Changes of every kind, to a library of three papers with tags, a filter and a rule. */
const changes: Record<string, (shelf: Library) => Promise<unknown>> = {
  'save what is new': (shelf) => shelf.save([facts(7), facts(8)], listing, { tags: ['new/tag', 'a'] }),
  'save what is here': (shelf) => shelf.save([facts(1, { abstract: 'A better one.' })], listing),
  'save what joins two': (shelf) => shelf.save([facts(1, { ids: ['doi:10.1000/1', 'doi:10.1000/2'] })], listing),
  tag: (shelf) => shelf.tag([id(1), id(2)], { add: ['x/y'], remove: ['a'] }),
  status: (shelf) => shelf.setStatus([id(1)], 'read'),
  note: (shelf) => shelf.setNote([id(1)], 'A note.'),
  edit: (shelf) => shelf.edit([id(1)], { title: 'Another title' }),
  fill: (shelf) => shelf.fill(new Map([[1, facts(1, { venue: 'Journal of Examples' })]]), 'arxiv-api'),
  learn: (shelf) =>
    shelf.learn([
      { n: 1, site: 'crossref-api', at: 1, facts: facts(1, { venue: 'Journal of Examples', volume: '2' }) },
    ]),
  keep: (shelf) => shelf.keep({ a: 1, b: undefined }),
  remove: (shelf) => shelf.remove([id(1), id(2)]),
  restore: (shelf) => shelf.restore([id(3)]),
  'rename a tag': async (shelf) => shelf.renameTag(await tagId(shelf, 'a'), 'c/d'),
  'merge tags': async (shelf) => shelf.mergeTags([await tagId(shelf, 'a')], await tagId(shelf, 'b')),
  'delete a tag': async (shelf) => shelf.deleteTag(await tagId(shelf, 'b')),
  'merge papers': (shelf) => shelf.mergePapers(1, [2]),
  'save a filter': (shelf) => shelf.saveFilter({ name: 'new', query: 'tag:a' }),
  'save a rule': (shelf) => shelf.saveRule({ field: 'text', is: 'words', asked: 'y', tags: ['y'], on: true }),
  'apply a rule': (shelf) => shelf.applyRule('r1'),
  import: async (shelf) =>
    shelf.applyImport(await shelf.importPlan([{ facts: facts(9), tags: ['imported'] }], { site: 'import:ris' })),
  undo: (shelf) => shelf.undo(),
  redo: async (shelf) => shelf.redo(),
};

async function prepare(name: string): Promise<Library> {
  const shelf = library({ name });
  await shelf.saveRule({ field: 'title', is: 'words', asked: 'number', tags: ['ruled'], on: false });
  await shelf.saveFilter({ name: 'old', query: 'tag:b' });
  await shelf.save([facts(1), facts(2), facts(3)], listing, { tags: ['a', 'b/c'] });
  await shelf.tag([id(2)], { add: ['b'] });
  await shelf.save([facts(4, { ids: ['doi:10.1000/1'] }), facts(5, { ids: ['doi:10.1000/2'] })], listing);
  await shelf.remove([id(3)]);
  await shelf.setStarred([id(2)], true);
  await shelf.undo(); // so that there is something to do again
  return shelf;
}

/** Everything that must be unchanged. */
async function dump(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = ['papers', 'texts', 'tags', 'journal', 'diffs', 'state', 'filters', 'rules', 'changes'];
  const all = await Promise.all(stores.map((store) => db.getAll(store)));
  db.close();
  return JSON.stringify(all);
}

type Failing = (store: IDBObjectStore) => void;
const ways: Record<string, Failing> = {
  throws() {
    throw new DOMException('Internal error.', 'UnknownError');
  },
  'gives the transaction up': (store) => store.transaction.abort(),
  'has no room left'() {
    throw new DOMException('No space left.', 'QuotaExceededError');
  },
};
const called = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'put', 'add', 'delete', 'openCursor'] as const;

/** Lets the call with that number fail. Returns a function that tells whether the call was reached. */
function failAt(number: number, fail: Failing): () => boolean {
  let calls = 0;
  for (const owner of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const name of called) {
      if (!(name in owner)) continue;
      const made = (owner as unknown as Record<string, (...given: unknown[]) => unknown>)[name];
      vi.spyOn(owner as IDBObjectStore, name as 'get').mockImplementation(function (
        this: IDBObjectStore | IDBIndex,
        ...given: unknown[]
      ) {
        if (calls++ === number) fail('objectStore' in this ? this.objectStore : this);
        return made?.apply(this, given);
      } as never);
    }
  }
  return () => calls > number;
}

let injected = 0;
afterEach(() => vi.restoreAllMocks());
afterAll(() => expect(injected).toBeGreaterThan(process.env.LONG ? 1000 : 300));

test.each(Object.keys(changes).flatMap((change) => Object.keys(ways).map((way) => [change, way] as const)))(
  '%s, where a call %s',
  async (change, way) => {
    const name = freshName();
    const shelf = await prepare(name);
    const before = await dump(name);
    for (let call = 0; ; call += every) {
      const wasMade = failAt(call, ways[way] as Failing);
      const outcome = await (changes[change]?.(shelf) ?? Promise.resolve()).then(
        () => 'done',
        (error: Error) => error,
      );
      vi.restoreAllMocks();
      if (!wasMade()) {
        expect(outcome).toBe('done');
        break;
      }
      injected++;
      const after = await dump(name);
      if (outcome === 'done') {
        // The failed call was not needed: the change must be complete.
        expect(after).not.toBe(before);
        break;
      }
      expect([call, outcome]).toMatchObject([call, { name: 'LibraryError' }]);
      expect([call, after === before]).toEqual([call, true]);
    }
    await shelf.save([facts(77)], listing);
    expect((await shelf.marks([id(77)]))[id(77)]).toBeTruthy();
  },
);
