/** What changes from pages may do to a library: little, and nothing that the user's own changes would not survive. */
import { expect, test } from 'vitest';
import { minUndoable } from '../../src/library/write/journal';
import { clock, facts, library, listing } from '../support/library';

const page = { origin: 'page' } as const;
const key = (number: number) => facts(number).ids[0] as string;
/** A paper that shares no title with another one. */
const other = (id: string) => ({ ids: [id], title: `The paper of ${id}` });
const idsOf = async (shelf: ReturnType<typeof library>) =>
  (await shelf.newest(100)).map(({ ids }) => [...ids].sort()).sort((a, b) => (`${a}` < `${b}` ? -1 : 1));

test('a save from a page joins two records', async () => {
  const shelf = library();
  await shelf.save([other('arxiv:2601.00001'), other('doi:10.1000/1')], listing);
  await shelf.save([{ ids: ['arxiv:2601.00001', 'doi:10.1000/1'], title: 'One paper' }], listing, page);
  expect(await idsOf(shelf)).toEqual([['arxiv:2601.00001', 'doi:10.1000/1']]);
});

test('a save from a page that names three records joins none of them, and suggests them as duplicates', async () => {
  const shelf = library();
  const ids = ['arxiv:2601.00001', 'doi:10.1000/1', 'doi:10.1000/2'];
  await shelf.save(ids.map(other), listing);
  await shelf.setNote(['doi:10.1000/2'], 'mine');
  await shelf.save([{ ids: [...ids, 'doi:10.1000/3'], title: 'One paper' }], listing, page);
  expect(await idsOf(shelf)).toEqual([['arxiv:2601.00001', 'doi:10.1000/3'], ['doi:10.1000/1'], ['doi:10.1000/2']]);
  const rows = await shelf.rows(ids);
  expect(await shelf.duplicates()).toEqual([rows.map(({ n }) => n)]);
  await shelf.mergePapers(
    rows[0]?.n ?? 0,
    rows.slice(1).map(({ n }) => n),
  );
  expect(await shelf.duplicates()).toEqual([]);
});

test('saves from pages, one after another, cannot join forty records into one', async () => {
  const shelf = library();
  const ids = Array.from({ length: 40 }, (_, at) => `doi:10.1000/${at}`);
  await shelf.save(ids.map(other), listing);
  for (let at = 1; at < ids.length; at++) {
    await shelf.save([{ ids: [ids[0], ids[at]] as string[], title: 'All one' }], listing, page);
  }
  expect((await shelf.newest(100)).map((row) => row.ids.length).sort()).toEqual([...Array(38).fill(1), 2]);
  expect((await shelf.duplicates())[0]).toHaveLength(39);
});

test('the user and files still join any number of records', async () => {
  const shelf = library();
  const ids = ['arxiv:2601.00001', 'doi:10.1000/1', 'doi:10.1000/2'];
  await shelf.save(ids.map(other), listing);
  await shelf.save([{ ids, title: 'One paper' }], listing);
  expect(await idsOf(shelf)).toEqual([ids]);
});

test('a page takes back its save: the paper goes to the trash, from where the user can restore it', async () => {
  const shelf = library();
  const saved = await shelf.save([facts(1)], listing, page);
  await shelf.takeBackSave(saved.id, []);
  expect(await shelf.size()).toBe(0);
  expect((await shelf.trash()).map(({ ids }) => ids)).toEqual([[key(1)]]);
  await shelf.undo();
  expect(Object.keys(await shelf.marks([key(1)]))).toEqual([key(1)]);
});

test('a page can take back the save of a paper that it tagged since, not of one that the user changed', async () => {
  const shelf = library();
  const saved = await shelf.save([facts(1), facts(2)], listing, page);
  const tagged = await shelf.setTags([key(1)], ['later'], 'page');
  await shelf.setStarred([key(2)], true);
  await shelf.takeBackSave(saved.id, [tagged.id]);
  expect(Object.keys(await shelf.marks([key(1), key(2)]))).toEqual([key(2)]);
  await shelf.restore([key(1)]);
  await expect(shelf.takeBackSave(saved.id, [tagged.id])).rejects.toMatchObject({ code: 'refused' });
});

test('a save that restored a paper puts it back into the trash; one that added facts to a paper removes nothing', async () => {
  const shelf = library();
  await shelf.save([facts(1), facts(2)], listing);
  await shelf.remove([key(1)]);
  const saved = await shelf.save([facts(1), facts(2, { venue: 'A venue' })], listing, page);
  await shelf.takeBackSave(saved.id, []);
  expect((await shelf.trash()).map(({ ids }) => ids)).toEqual([[key(1)]]);
  expect(Object.keys(await shelf.marks([key(2)]))).toEqual([key(2)]);
  const again = await shelf.save([facts(2, { venue: 'Another venue' })], { ...listing, site: 'arxiv' }, page);
  await expect(shelf.takeBackSave(again.id, [])).rejects.toMatchObject({ code: 'refused' });
});

test('a page cannot move a paper to the trash by joining it with one that was there, and undoing that', async () => {
  const shelf = library();
  await shelf.save([other('doi:10.1000/1'), other('doi:10.1000/2')], listing);
  await shelf.remove(['doi:10.1000/1']);
  const { id } = await shelf.save([{ ids: ['doi:10.1000/1', 'doi:10.1000/2'], title: 'One paper' }], listing, page);
  await expect(shelf.takeBackSave(id, [])).rejects.toMatchObject({ code: 'refused' });
  expect(await shelf.trash()).toEqual([]);
});

test('a page cannot take back a save by the user', async () => {
  const shelf = library();
  const saved = await shelf.save([facts(1)], listing);
  await expect(shelf.takeBackSave(saved.id, [])).rejects.toMatchObject({ code: 'refused' });
  await expect(shelf.takeBackSave(999, [])).rejects.toMatchObject({ code: 'missing' });
});

test('changes from pages, however many, leave the user’s own changes in the journal', { timeout: 60_000 }, async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  await shelf.setNote([1], 'mine');
  for (let at = 0; at < 2 * minUndoable; at++) await shelf.setStarred([1], at % 2 === 0, 'page');
  const journal = await shelf.journal(1000);
  expect(journal.filter(({ origin }) => origin === 'own').map(({ what }) => what)).toEqual([
    'journalNote',
    'journalSave',
  ]);
  expect(journal.length).toBeLessThan(minUndoable + 20);
});

test('what the user undid can still be redone after a page saved something', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  await shelf.setNote([1], 'mine');
  await shelf.undo();
  await shelf.save([facts(2)], listing, page);
  await shelf.redo();
  expect((await shelf.marks([key(1)]))[key(1)]?.note).toBe('mine');
});

test('a merge that is redone does not delete what a page added in between', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  await shelf.save([other('doi:10.1000/1'), other('doi:10.1000/2')], listing);
  await shelf.mergePapers(1, [2]);
  await shelf.undo();
  await shelf.save([{ ids: ['doi:10.1000/2'], title: 'The paper', abstract: 'An abstract.' }], listing, page);
  await shelf.redo();
  expect((await shelf.trash()).map(({ ids }) => ids)).toEqual([['doi:10.1000/2']]);
});
