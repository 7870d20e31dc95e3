import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { schemaVersion } from '../../src/library/db/schema';
import { readFirstRows } from '../../src/library/first-rows';
import { openLibrary } from '../../src/library/open';

const context = { site: 'arxiv', url: 'https://arxiv.org/list/cs.LG/new', kind: 'listing' } as const;
const facts = (id: string) => ({ ids: [`arxiv:${id}`], title: `Paper ${id}` });

afterEach(() => vi.unstubAllGlobals());

test('the newest rows come first, with the version of their database', async () => {
  let now = 1000;
  const library = openLibrary({ name: 'first', now: () => now++ });
  for (const id of ['2401.00001', '2401.00002', '2401.00003']) await library.save([facts(id)], context);
  const { version, rows } = await readFirstRows(2, 'first');
  expect(version).toBe(schemaVersion);
  expect(rows.map((row) => row.facts.title)).toEqual(['Paper 2401.00003', 'Paper 2401.00002']);
  library.close();
});

test('where there is no database none comes to be: the library makes it, with its stores', async () => {
  expect(await readFirstRows(50, 'none')).toEqual({ version: 0, rows: [] });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('none');
  const library = openLibrary({ name: 'none' });
  expect(await library.size()).toBe(0);
  library.close();
});

test('where pages have no databases nothing is thrown', async () => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await readFirstRows(50)).toEqual({ version: 0, rows: [] });
});
