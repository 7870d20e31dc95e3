import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/library/db/connection';
import { type Migration, migrations } from '../../src/library/db/schema';
import { facts, freshName, library, listing } from '../support/library';
import version1 from './samples/version-1.json';
import version2 from './samples/version-2.json';

/** Databases as released versions wrote them. Never change one; add one for each new version. */
const samples: Record<number, Record<string, unknown[]>> = { 1: version1, 2: version2 };

const released = migrations.length;

/** Writes a database as an earlier version left it, by that version's own migrations. */
async function write(name: string, version: number, stores: Record<string, unknown[]>) {
  const db = await openDB(name, version, {
    upgrade(db, _from, _to, tx) {
      for (const step of migrations.slice(0, version)) step.stores(db as never, tx as never);
    },
  });
  const names = Object.keys(stores);
  const tx = db.transaction(names, 'readwrite');
  for (const store of names) for (const record of stores[store] ?? []) await tx.objectStore(store).put(record);
  await tx.done;
  db.close();
}

describe.each(Object.entries(samples))('a library that version %s wrote', (version, stores) => {
  test('opens, lists, finds, and takes changes back', async () => {
    const name = freshName();
    await write(name, Number(version), stores);
    const shelf = library({ name });
    expect([await shelf.size(), (await shelf.newest(9)).length, (await shelf.trash()).length]).toEqual([2, 2, 1]);
    expect(await shelf.papers([1])).toMatchObject([
      {
        key: 'arxiv:2601.00001',
        ids: ['arxiv:2601.00001', 'doi:10.1000/example.1'],
        facts: { title: 'A Corrected Title', abstract: 'An invented abstract.', venue: 'Journal of Examples' },
        status: 'read',
        note: 'A *note*.',
        sightings: [{ site: 'huggingface', rank: 3 }, { site: 'dblp' }],
      },
    ]);
    expect(await shelf.marks(['doi:10.1000/example.1'])).toMatchObject({
      'doi:10.1000/example.1': { tags: ['methods/sampling', 'methods'], starred: true },
    });
    expect((await shelf.find('invented tag:methods')).numbers).toEqual(Uint32Array.of(1));
    const counts = await shelf.tagCounts();
    expect((await shelf.tags()).map(({ id, name }) => [name, counts.get(id)])).toEqual([
      ['methods', 2],
      ['methods/sampling', 1],
    ]);
    await shelf.save([facts(7)], listing);
    expect((await shelf.papers([4]))[0]?.key).toBe(facts(7).ids[0]); // numbers go on where they were
    await shelf.undo();
    await shelf.undo();
    expect((await shelf.marks(['arxiv:2601.00002']))['arxiv:2601.00002']?.status).toBe('unread');
  });
});

test.each(Object.keys(samples).map(Number))(
  'a full library of version %i is brought up to date with all that is in it',
  async (version) => {
    const [now, then] = [freshName(), freshName()];
    const from = library({ name: now });
    const many = Array.from({ length: 1500 }, (_, i) => facts(i));
    await from.save(many, listing, { tags: ['a/b', 'c'] });
    await from.setStatus([facts(3).ids[0] as string], 'read');
    const stores = ['papers', 'texts', 'tags', 'journal', 'diffs', 'state'];
    const db = await openDB(now);
    const all = await Promise.all(stores.map(async (store) => [store, await db.getAll(store)] as const));
    db.close();
    await write(then, version, Object.fromEntries(all));
    const shelf = library({ name: then });
    expect([await shelf.size(), (await shelf.find('tag:a status:unread')).numbers.length]).toEqual([1500, 1499]);
    expect(await shelf.papers([700])).toEqual(await from.papers([700]));
    await shelf.undo();
    await shelf.undo();
    expect([await shelf.size(), await shelf.tags()]).toEqual([0, []]);
  },
);

test('this version writes the database of this version’s sample', async () => {
  const name = freshName();
  const shelf = library({ name });
  await shelf.save([facts(1)], listing, { tags: ['a/b'] });
  await shelf.saveRule({ field: 'text', is: 'words', asked: 'found', tags: ['a'], on: true });
  const db = await openDB(name);
  const sample: Record<string, unknown[]> = samples[released] ?? {};
  for (const store of ['papers', 'texts', 'tags', 'journal', 'diffs', 'state', 'rules']) {
    const known = new Set((sample[store] ?? []).flatMap((record) => Object.keys(record as object)));
    const written = new Set((await db.getAll(store)).flatMap((record) => Object.keys(record)));
    // A field that the sample does not have comes from a later version.
    expect([store, [...written].filter((field) => !known.has(field))]).toEqual([store, []]);
  }
  db.close();
});

describe('a migration to the next version', () => {
  const next: Migration = {
    stores: (db) => void db.createObjectStore('later' as 'index'),
    paper: ({ note, ...paper }) => ({ ...paper, ...(typeof note === 'string' && { note: note.toUpperCase() }) }),
    tag: (tag) => ({ ...tag, color: 1 }),
  };
  const read = (connection: Connection) =>
    connection.read(['papers', 'texts', 'tags', 'journal'], async (tx) => ({
      papers: await tx.objectStore('papers').getAll(),
      texts: await tx.objectStore('texts').getAll(),
      tags: await tx.objectStore('tags').getAll(),
      journal: await tx.objectStore('journal').getAll(),
    }));
  const old = samples[released] ?? {};

  test('a migration converts every record and nothing else', async () => {
    const name = freshName();
    await write(name, released, old);
    const connection = connect(name, [...migrations, next]);
    const { papers, texts, tags, journal } = await read(connection);
    expect(papers).toEqual(
      (old.papers as { note?: string }[]).map((row) => ({ ...row, ...(row.note && { note: row.note.toUpperCase() }) })),
    );
    expect(texts).toEqual(old.texts);
    expect(tags).toEqual(old.tags?.map((tag) => ({ ...(tag as object), color: 1 })));
    expect(journal).toEqual([]);
    connection.close();
  });

  test.each(['paper', 'tag'] as const)('a migration of one kind of record, the %s, converts those', async (kind) => {
    const name = freshName();
    await write(name, released, old);
    const one: Migration = { stores: next.stores, [kind]: next[kind] };
    const connection = connect(name, [...migrations, one]);
    const { papers, tags } = await read(connection);
    const noted = (papers as { note?: string }[]).flatMap(({ note }) => note ?? []);
    expect(noted.length).toBeGreaterThan(0);
    expect(noted.every((note) => note === note.toUpperCase())).toBe(kind === 'paper');
    expect(tags.every(({ color }) => color === 1)).toBe(kind === 'tag');
    connection.close();
  });

  test('a migration that fails changes nothing', async () => {
    const name = freshName();
    await write(name, released, old);
    const bad: Migration = {
      ...next,
      paper(paper) {
        if (paper.n === 2) throw new Error('no such field');
        return paper;
      },
    };
    const connection = connect(name, [...migrations, bad]);
    await expect(read(connection)).rejects.toMatchObject({ code: 'unknown', message: 'no such field' });
    connection.close();
    const before = connect(name);
    expect(await read(before)).toMatchObject({ papers: old.papers, texts: old.texts, tags: old.tags });
    before.close();
  });

  test('reports a tab that blocks the upgrade, and goes on when the tab is closed', async () => {
    const name = freshName();
    await write(name, released, old);
    const other = await openDB(name, released);
    const connection = connect(name, [...migrations, next]);
    await expect(read(connection)).rejects.toMatchObject({ code: 'blocked' });
    other.close();
    await expect
      .poll(() =>
        read(connection).then(
          ({ papers }) => papers.length,
          (error: Error) => error.message,
        ),
      )
      .toBe(3);
    connection.close();
  });
});
