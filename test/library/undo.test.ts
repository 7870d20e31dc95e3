import { expect, test } from 'vitest';
import { LibraryError } from '../../src/library/error';
import { facts, freshName, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;

test('two changes that were undone are both redone, and stay in the journal when something new is done', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  await shelf.setStarred([1], true);
  await shelf.setNote([1], 'kept');
  await shelf.undo();
  await shelf.undo();
  await shelf.redo();
  await shelf.redo();
  expect((await shelf.marks([key(1)]))[key(1)]).toMatchObject({ starred: true, note: 'kept' });
  await expect(shelf.redo()).rejects.toMatchObject({ code: 'missing' });
  await shelf.setStatus([1], 'read');
  expect((await shelf.journal()).map(({ what, undone }) => [what, undone])).toEqual([
    ['journalStatus', false],
    ['journalNote', false],
    ['journalStar', false],
    ['journalSave', false],
  ]);
});

test('a page can undo only changes made from pages', async () => {
  const shelf = library();
  const page = await shelf.save([facts(1)], listing, { origin: 'page' });
  const own = await shelf.setStarred([key(1)], true);
  await expect(shelf.undo(own.id, 'page')).rejects.toMatchObject({ code: 'refused' });
  await shelf.undo(page.id, 'page');
  expect(await shelf.size()).toBe(0);
  expect(await shelf.trash()).toHaveLength(1); // it was starred since: not lost
});

test('a change of nothing leaves no entry', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  expect(await shelf.setStatus([key(1)], 'unread')).toEqual({ id: 0, numbers: [], keys: [] });
  expect(await shelf.journal()).toHaveLength(1);
  await expect(shelf.setStatus(['arxiv:2601.99999'], 'read')).rejects.toThrow(LibraryError);
});

test('a change of nothing leaves no entry, however many papers', async () => {
  const shelf = library();
  await shelf.save(
    Array.from({ length: 501 }, (_, at) => facts(at + 1)),
    listing,
  );
  const numbers = (await shelf.newest(501)).map(({ n }) => n);
  expect(await shelf.setStatus(numbers, 'unread')).toEqual({ id: 0, numbers: [], keys: [] });
  expect(await shelf.journal()).toHaveLength(1);
});

test('two pages that undo the same change at once undo it once', async () => {
  const name = freshName();
  const [one, other] = [library({ name }), library({ name })];
  const { id } = await one.save([facts(1)], listing);
  await one.setStarred([1], true);
  const results = await Promise.allSettled([one.undo(), other.undo(), other.undo(id + 1)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await one.marks([key(1)]))[key(1)]?.starred).toBe(false);
  expect(await one.journal()).toMatchObject([{ undone: true }, { undone: false }]);
});
