import { expect, test } from 'vitest';
import { facts, library, listing } from '../support/library';

test('a filter is saved under a name, replaced by one with the same name, and its count follows the library', async () => {
  const shelf = library();
  await shelf.save([facts(1), facts(2)], listing, { tags: ['rl'] });
  await shelf.saveFilter({ name: ' Unread  RL ', query: 'tag:rl status:unread' });
  await shelf.saveFilter({ name: 'All', query: '', sort: { by: 'title', descending: false } });
  const [all, rl] = await shelf.filters();
  expect([all, rl]).toMatchObject([{ name: 'All', sort: { by: 'title' } }, { name: 'Unread RL' }]);
  const counts = async () => Object.fromEntries(await shelf.filterCounts());
  expect(await counts()).toEqual({ [all?.id ?? '']: 2, [rl?.id ?? '']: 2 });
  await shelf.setStatus(['arxiv:2601.00001'], 'read');
  expect(await counts()).toEqual({ [all?.id ?? '']: 2, [rl?.id ?? '']: 1 });
  await shelf.saveFilter({ name: 'unread rl', query: 'tag:rl' });
  expect(await shelf.filters()).toHaveLength(2);
  expect(await counts()).toEqual({ [all?.id ?? '']: 2, [rl?.id ?? '']: 2 });
});

test('saving, renaming and deleting a filter can be undone and redone', async () => {
  const shelf = library();
  const names = async () => (await shelf.filters()).map(({ name, query }) => `${name}=${query}`);
  await shelf.saveFilter({ name: 'a', query: '1' });
  const id = (await shelf.filters())[0]?.id ?? '';
  await shelf.saveFilter({ name: 'A', query: '2' });
  await shelf.renameFilter(id, 'b');
  await shelf.deleteFilter(id);
  const steps = [['b=2'], ['A=2'], ['a=1'], []];
  for (const step of steps) {
    await shelf.undo();
    expect(await names()).toEqual(step);
  }
  for (const step of [['a=1'], ['A=2'], ['b=2'], []]) {
    await shelf.redo();
    expect(await names()).toEqual(step);
  }
  expect((await shelf.journal())[0]).toMatchObject({ what: 'journalDeleteFilter', papers: 0 });
});

test('an empty name or one that is taken is refused and changes nothing', async () => {
  const shelf = library();
  await shelf.saveFilter({ name: 'a', query: '1' });
  await shelf.saveFilter({ name: 'b', query: '2' });
  const [first] = await shelf.filters();
  await expect(shelf.saveFilter({ name: '  ', query: '1' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(shelf.renameFilter(first?.id ?? '', 'B')).rejects.toMatchObject({ code: 'invalid' });
  await expect(shelf.renameFilter('gone', 'c')).rejects.toMatchObject({ code: 'missing' });
  expect((await shelf.filters()).map(({ name }) => name)).toEqual(['a', 'b']);
});

test('a filter can be renamed to its own name in another case', async () => {
  const shelf = library();
  await shelf.saveFilter({ name: 'unread', query: '1' });
  await shelf.renameFilter((await shelf.filters())[0]?.id ?? '', 'Unread');
  expect((await shelf.filters()).map(({ name }) => name)).toEqual(['Unread']);
});
