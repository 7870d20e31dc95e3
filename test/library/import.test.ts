import { expect, test } from 'vitest';
import { readFile, toExport, writeText } from '../../src/formats';
import type { FileEntry, LibraryParts } from '../../src/formats/file-items';
import { schemaVersion } from '../../src/library/db/schema';
import type { Library } from '../../src/library/library';
import { clock, facts, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;
const entry = (number: number, more: Partial<FileEntry> = {}): FileEntry => ({
  facts: facts(number),
  tags: [],
  ...more,
});
const bibtex = { site: 'import:bibtex' };

async function backup(shelf: Library): Promise<string> {
  const tags = await shelf.tags();
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  const everything = await shelf.papers([1, 2, 3, 4, 5]);
  const papers = everything.map((paper) => toExport(paper, (id) => names.get(id)));
  const parts: LibraryParts = { tags, filters: await shelf.filters(), schema: schemaVersion };
  return writeText('json', papers, { now: new Date(0), library: parts });
}

async function read(text: string) {
  const entries: FileEntry[] = [];
  let parts: Partial<LibraryParts> = {};
  for await (const item of readFile(new TextEncoder().encode(text))?.items ?? []) {
    if ('entry' in item) entries.push(item.entry);
    if ('library' in item) parts = item.library;
  }
  return { entries, parts };
}

async function everything(shelf: Library) {
  const tags = await shelf.tags();
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  const papers = await shelf.papers([1, 2, 3, 4, 5]);
  return {
    papers: papers.map(({ changedAt: _, ...paper }) => ({ ...paper, tags: paper.tags.map((id) => names.get(id)) })),
    tags: tags.map(({ name, color }) => ({ name, color })),
    filters: (await shelf.filters()).map(({ name, query }) => ({ name, query })),
    size: await shelf.size(),
  };
}

async function filled(): Promise<Library> {
  const time = clock();
  const shelf = library({ now: time.now });
  await shelf.save([facts(1), facts(2), facts(3)], listing, { tags: ['rl/reward', 'later'] });
  await shelf.save([facts(1, { venue: 'ICML', rank: 4 })], { ...listing, site: 'arxiv' });
  time.pass(1000);
  await shelf.setNote([key(1)], 'A **note**.\n\n- with lines');
  await shelf.setStatus([key(2)], 'read');
  await shelf.setStarred([key(2)], true);
  await shelf.edit([key(3)], { title: 'Corrected', authors: ['Eve Exemplar'] });
  await shelf.setTagColor((await shelf.tags()).find(({ name }) => name === 'later')?.id ?? '', 4);
  await shelf.saveFilter({ name: 'Unread', query: 'status:unread' });
  await shelf.remove([key(3)]);
  await shelf.keepCitationKeys('[auth]', new Map([[1, 'example1']]));
  return shelf;
}

test('a plan lists what is new, changed and the same, and writes nothing', async () => {
  const shelf = library();
  await shelf.save([facts(1), facts(2)], listing, { tags: ['a'] });
  const before = await everything(shelf);
  const entries = [
    entry(1),
    entry(2, { tags: ['A', 'b'], note: 'n', facts: facts(2, { venue: 'ICML' }) }),
    entry(3),
    entry(3, { tags: ['c'] }),
    entry(4, { facts: { ids: [], title: 'x' }, line: 7 }),
  ];
  const plan = await shelf.importPlan(entries, bibtex);
  expect(plan.papers.map(({ is, changes }) => ({ is, changes }))).toEqual([
    { is: 'same', changes: [] },
    { is: 'changed', changes: ['note', 'tags', 'venue'] },
    { is: 'new', changes: [] },
    { is: 'twin', changes: [] },
  ]);
  expect(plan.refused).toEqual([{ line: 7, title: 'x', reason: 'no id' }]);
  expect(await everything(shelf)).toEqual(before);
  expect(await shelf.journal()).toHaveLength(1);
});

test('an import is one change with one undo', async () => {
  const shelf = await filled();
  const before = await everything(shelf);
  const entries = Array.from({ length: 700 }, (_, i) =>
    entry(i + 2, { tags: ['imported'], note: 'n', status: 'reading' }),
  );
  const plan = await shelf.importPlan(entries, bibtex);
  const change = await shelf.applyImport(plan);
  expect(change.numbers.length).toBe(700);
  expect(await shelf.size()).toBe(701);
  const [second] = await shelf.papers([key(2)]);
  expect(second).toMatchObject({ status: 'read', note: 'n' });
  expect(second?.sources.map(({ site }) => site)).toEqual(['huggingface', 'import:bibtex']);
  await shelf.undo();
  expect(await everything(shelf)).toEqual(before);
});

test('an aborted import leaves the library as it was', async () => {
  const shelf = await filled();
  const before = await everything(shelf);
  const entries = Array.from({ length: 1700 }, (_, i) => entry(i + 2, { tags: ['imported'], note: 'n' }));
  const plan = await shelf.importPlan(entries, bibtex);
  const stop = new AbortController();
  const done: number[] = [];
  const progress = (part: number) => {
    done.push(part);
    if (part > 0.5) stop.abort(new Error('enough'));
  };
  await expect(shelf.applyImport(plan, { signal: stop.signal, progress })).rejects.toThrow('enough');
  expect(done).toEqual([500 / 1700, 1000 / 1700]);
  expect(await everything(shelf)).toEqual(before);
  await shelf.applyImport(plan);
  expect(await shelf.size()).toBe(1701);
});

test('restoring a backup into an empty library gives the same library', async () => {
  const shelf = await filled();
  const { entries, parts } = await read(await backup(shelf));
  const other = library({ now: clock(Date.UTC(2027, 0, 1)).now });
  const plan = await other.importPlan(entries, { site: 'import:json', library: parts });
  await other.applyImport(plan);
  expect(await everything(other)).toEqual(await everything(shelf));
});

test('importing a backup of the same library changes nothing', async () => {
  const shelf = await filled();
  const { entries, parts } = await read(await backup(shelf));
  const plan = await shelf.importPlan(entries, { site: 'import:json', library: parts });
  expect(plan.papers.map(({ is }) => is)).toEqual(['same', 'same', 'same']);
});

test('replacing the library by a backup moves other papers to the trash', async () => {
  const shelf = await filled();
  const { entries, parts } = await read(await backup(shelf));
  const then = await everything(shelf);
  await shelf.setNote([key(1)], 'Other');
  await shelf.save([facts(9)], listing);
  const plan = await shelf.importPlan(entries, { site: 'import:json', library: parts });
  await shelf.applyImport(plan, { replace: true });
  expect((await shelf.trash()).map(({ key }) => key).sort()).toEqual([key(3), key(9)]);
  const { papers } = await everything(shelf);
  expect(papers.slice(0, 3)).toEqual(then.papers);
  await shelf.undo();
  expect((await shelf.papers([key(1)]))[0]?.note).toBe('Other');
});

test('a backup of a newer version is refused and changes nothing', async () => {
  const shelf = library();
  const plan = shelf.importPlan([entry(1)], { site: 'import:json', library: { schema: schemaVersion + 1 } });
  await expect(plan).rejects.toMatchObject({ code: 'newer' });
});

test('an id is shown as the title only until a title is known', async () => {
  const shelf = library();
  const bare: FileEntry = { facts: { ids: [key(1)], title: 'arXiv:2601.00001' }, tags: [] };
  await shelf.applyImport(await shelf.importPlan([bare], { site: 'import:ids' }));
  await shelf.save([facts(1)], listing);
  await shelf.applyImport(await shelf.importPlan([bare], { site: 'import:ids' }));
  expect((await shelf.papers([key(1)]))[0]?.facts.title).toBe('Paper number 1');
});

test('planning reports progress and stops when aborted', async () => {
  const shelf = library();
  const stop = new AbortController();
  const done: number[] = [];
  const progress = (part: number) => {
    done.push(part);
    stop.abort();
  };
  const entries = Array.from({ length: 500 }, (_, i) => entry(i + 1));
  await expect(shelf.importPlan(entries, { ...bibtex, signal: stop.signal, progress })).rejects.toThrow();
  expect(done).toEqual([0.2]);
});

test('a paper that is twice in a file counts once; twice of one that is kept already counts as kept', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  const plan = await shelf.importPlan([entry(1), entry(1), entry(2), entry(2)], { site: 'import:bibtex' });
  expect(plan.papers.map(({ is }) => is === 'twin')).toEqual([false, false, false, true]);
});

test('a citation key that a paper has keeps it when another is given', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  await shelf.keepCitationKeys('[auth]', new Map([[1, 'first']]));
  await shelf.keepCitationKeys('[auth]', new Map([[1, 'second']]));
  expect(await shelf.citationKeys('[auth]')).toEqual(new Map([[1, 'first']]));
});
