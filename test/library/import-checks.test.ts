/** What an import checks and leaves out: a file is untrusted. */
import { expect, test } from 'vitest';
import type { FileEntry } from '../../src/formats/file-items';
import { clock, facts, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;
const entry = (number: number, more: Partial<FileEntry> = {}): FileEntry => ({
  facts: facts(number),
  tags: [],
  ...more,
});

test('records of a hostile backup are checked field by field', async () => {
  const shelf = library();
  const record = {
    sources: [
      { site: 'x"><script>', at: 1, facts: facts(1) },
      { site: 'huggingface', at: 9e15, facts: { ...facts(1), links: { pdf: 'javascript:alert(1)' }, abstract: 7 } },
      null,
    ],
    sightings: [{ site: 'huggingface', url: 'javascript:x', kind: 'listing', at: 1 }],
    edits: { title: '', authors: [1, 'Real Name'], key: 'y' },
    readAt: 'never',
    citationKeys: { t: 5, u: 'ok' },
  };
  await shelf.applyImport(await shelf.importPlan([entry(1, { record })], { site: 'import:json' }));
  const [paper] = await shelf.papers([key(1)]);
  expect(paper?.sightings).toEqual([]);
  expect(paper?.sources.map(({ site }) => site)).toEqual(['huggingface']);
  expect(paper?.facts.links).toBeUndefined();
  expect(paper?.edits).toEqual({ authors: ['Real Name'] });
  expect(paper).not.toHaveProperty('readAt');
  expect(paper?.citationKeys).toEqual({ u: 'ok' });
});

test('times that lie in the future, from a clock that ran ahead, become the time of the import', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  const ahead = time.now() + 1_000_000;
  const sources = [{ site: 'arxiv', at: ahead, facts: facts(1) }];
  const record = { sources, readAt: ahead, removedAt: -1, readingAt: Number.NaN };
  const given = entry(1, { savedAt: ahead, starredAt: time.now() - 5, record });
  await shelf.applyImport(await shelf.importPlan([given], { site: 'import:json' }));
  const [paper] = await shelf.papers([key(1)]);
  expect(paper).toMatchObject({ savedAt: time.now(), readAt: time.now(), starredAt: time.now() - 5 });
  expect(paper?.sources[0]?.at).toBe(time.now());
  expect(paper).not.toHaveProperty('removedAt');
  expect(paper).not.toHaveProperty('readingAt');
});

test('a backup adds tags, colours, filters and rules, and changes none that are there', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing, { tags: ['rl', 'plain'] });
  const [plain, rl] = await shelf.tags();
  await shelf.setTagColor(rl?.id ?? '', 1);
  await shelf.saveFilter({ name: 'Later', query: 'status:unread' });
  const parts = {
    tags: [
      { id: 'x', name: 'RL', color: 3 },
      { id: 'y', name: 'plain', color: 0 },
      { id: 'z', name: 'new', color: 9 },
      { id: 'w', name: 'wrong', color: 10 },
    ],
    filters: [
      { name: 'LATER', query: 'other' },
      { name: 'Sorted', query: 'net', sort: { by: 'upvotes', descending: false } },
      { name: 'Unsorted', query: 'net', sort: { by: 'loudness', descending: true } },
      { name: ' ', query: 'x' },
      null,
    ],
  };
  await shelf.applyImport(await shelf.importPlan([], { site: 'import:json', library: parts }));
  expect(plain?.name).toBe('plain');
  expect(Object.fromEntries((await shelf.tags()).map(({ name, color }) => [name, color]))).toEqual({
    rl: 1,
    plain: 0,
    new: 9,
    wrong: undefined,
  });
  expect((await shelf.filters()).map(({ id: _, ...filter }) => filter)).toEqual([
    { name: 'Later', query: 'status:unread' },
    { name: 'Sorted', query: 'net', sort: { by: 'upvotes', descending: false } },
    { name: 'Unsorted', query: 'net' },
  ]);
});
