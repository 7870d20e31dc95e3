import { expect, test } from 'vitest';
import { clock, day, facts, freshName, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;

test('saves, marks and lists', async () => {
  const shelf = library();
  const saved = await shelf.save([facts(1), facts(2)], listing, { tags: ['rl/reward'] });
  expect(saved.keys.sort()).toEqual([key(1), key(2)]);
  const marks = await shelf.marks([key(1), key(9)]);
  expect(Object.keys(marks)).toEqual([key(1)]);
  expect(marks[key(1)]).toMatchObject({ key: key(1), status: 'unread', starred: false, tags: ['rl/reward'] });
  expect((await shelf.newest(10)).map(({ facts }) => facts.title)).toEqual(['Paper number 1', 'Paper number 2']);
  expect(await shelf.size()).toBe(2);
  const [paper] = await shelf.papers([key(2)]);
  expect(paper?.facts.abstract).toBe('What paper 2 found out.');
  const rows = await shelf.rows([key(2), key(9), key(2), key(1)]);
  expect(rows.map(({ n }) => n)).toEqual([paper?.n, saved.numbers.find((n) => n !== paper?.n)]);
  expect(paper?.sightings).toMatchObject([{ site: 'huggingface', url: listing.url }]);
});

test('tags are nested, counted and case-insensitive', async () => {
  const shelf = library();
  await shelf.save([facts(1), facts(2)], listing, { tags: ['RL/Reward'] });
  await shelf.tag([key(2)], { add: ['rl/ reward', 'ＲＬ'], remove: ['none'] });
  const tags = await shelf.tags();
  expect(tags.map(({ name }) => name)).toEqual(['RL', 'RL/Reward']);
  expect([...(await shelf.tagCounts()).values()]).toEqual([2, 2]);
  await shelf.setTags([key(1)], []);
  expect([...(await shelf.tagCounts()).values()]).toEqual([1, 1]);
  expect((await shelf.complete('rew')).map(({ name, papers }) => [name, papers])).toEqual([['RL/Reward', 1]]);
});

test('renaming a tag moves the tags below it and merges it with the tag that has the name', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing, { tags: ['rl/a'] });
  await shelf.save([facts(2)], listing, { tags: ['ml/a', 'rl/b'] });
  const before = [await shelf.tags(), await shelf.tagCounts()];
  const rl = (await shelf.tags()).find(({ name }) => name === 'rl');
  await shelf.renameTag(rl?.id ?? '', 'ml');
  const counts = await shelf.tagCounts();
  const named = Object.fromEntries((await shelf.tags()).map(({ id, name }) => [name, counts.get(id)]));
  expect(named).toEqual({ ml: 2, 'ml/a': 2, 'ml/b': 1 });
  await shelf.undo();
  expect([await shelf.tags(), await shelf.tagCounts()]).toEqual(before);
});

test('status, star, note and corrections', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  await shelf.save([facts(1)], listing);
  time.pass(day);
  await shelf.setStatus([key(1)], 'read');
  await shelf.setStarred([key(1)], true);
  await shelf.setNote([key(1)], 'Worth *reading*.');
  await shelf.edit([key(1)], { title: 'By hand' });
  const [paper] = await shelf.papers([key(1)]);
  expect(paper).toMatchObject({ status: 'read', readAt: time.now(), starredAt: time.now(), note: 'Worth *reading*.' });
  expect(paper?.facts.title).toBe('By hand');
  await shelf.save([facts(1, { title: 'From the page' })], listing);
  expect((await shelf.newest(1))[0]?.facts.title).toBe('By hand');
  await shelf.edit([key(1)], { title: undefined });
  expect((await shelf.newest(1))[0]?.facts.title).toBe('From the page');
});

test('setting the same status or star again keeps the time of the first', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  await shelf.save([facts(1)], listing);
  time.pass(day);
  await shelf.setStatus([1], 'reading');
  const reading = time.now();
  time.pass(day);
  await shelf.setStatus([1], 'read');
  await shelf.setStarred([1], true);
  const read = time.now();
  time.pass(day);
  expect((await shelf.setStatus([1], 'read')).id).toBe(0);
  expect((await shelf.setStarred([1], true)).id).toBe(0);
  const [paper] = await shelf.papers([1]);
  expect(paper).toMatchObject({ readingAt: reading, readAt: read, starredAt: read, changedAt: read });
});

test('an invalid correction is refused', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  for (const edits of [{ title: ' ' }, { published: 'soon' }, { authors: [] }]) {
    await expect(shelf.edit([1], edits)).rejects.toMatchObject({ code: 'invalid' });
  }
});

test('removed papers return by undo, by restoring and by saving again', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing, { tags: ['a'] });
  await shelf.remove([key(1)]);
  expect([await shelf.size(), await shelf.newest(9), await shelf.marks([key(1)])]).toEqual([0, [], {}]);
  expect([...(await shelf.tagCounts()).values()]).toEqual([0]);
  expect(await shelf.trash()).toHaveLength(1);
  await shelf.undo();
  expect(await shelf.size()).toBe(1);
  await shelf.redo();
  expect(await shelf.size()).toBe(0);
  await shelf.restore([key(1)]);
  expect([...(await shelf.tagCounts()).values()]).toEqual([1]);
  await shelf.remove([key(1)]);
  await shelf.save([facts(1)], listing);
  expect(await shelf.marks([key(1)])).toMatchObject({ [key(1)]: { tags: ['a'] } });
});

test('facts that share ids with two records join them, and undo separates them', async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing, { tags: ['a'] });
  await shelf.save(
    [facts(1, { ids: ['doi:10.1000/x'], venue: 'Journal' })],
    { ...listing, site: 'dblp' },
    { tags: ['b'] },
  );
  await shelf.setNote([key(1)], 'one');
  await shelf.setNote(['doi:10.1000/x'], 'two');
  const before = await shelf.papers([1, 2]);
  await shelf.save([facts(1, { ids: [key(1), 'doi:10.1000/x'] })], listing);
  expect(await shelf.size()).toBe(1);
  expect(await shelf.marks(['doi:10.1000/x'])).toMatchObject({
    'doi:10.1000/x': { key: key(1), tags: ['a', 'b'], note: 'one\n\ntwo' },
  });
  await shelf.undo();
  expect(await shelf.papers([1, 2])).toEqual(before);
});

test('changes are announced to other openings of the same library', async () => {
  const name = freshName();
  const [one, other] = [library({ name }), library({ name })];
  const heard = new Promise((resolve) => other.onChange(resolve));
  await one.save([facts(1)], listing);
  expect(await heard).toEqual({ keys: [key(1)], numbers: [1] });
});

test('more than 500 papers change in batches under one entry', async () => {
  const shelf = library();
  const many = Array.from({ length: 1201 }, (_, at) => facts(at + 1));
  const saved = await shelf.save(many, listing, { tags: ['all'] });
  expect(saved.numbers).toHaveLength(1201);
  expect(await shelf.size()).toBe(1201);
  expect(await shelf.journal()).toMatchObject([{ papers: 1201, undone: false }]);
  await shelf.undo(saved.id);
  expect([await shelf.size(), await shelf.tags()]).toEqual([0, []]);
  await shelf.redo();
  expect([...(await shelf.tagCounts()).values()]).toEqual([1201]);
});

test('possible duplicates are suggested and merged only by the user', async () => {
  const shelf = library();
  const title = 'An Invented Paper Seen Twice';
  await shelf.save([facts(1, { title }), facts(2)], listing, { tags: ['a'] });
  await shelf.save(
    [facts(3, { ids: ['doi:10.1000/x'], title: `${title}.` })],
    { ...listing, site: 'dblp' },
    { tags: ['b'] },
  );
  expect(await shelf.duplicates()).toEqual([[1, 3]]);
  const before = await shelf.papers([1, 2, 3]);
  await shelf.mergePapers(1, [3]);
  expect(await shelf.marks(['doi:10.1000/x'])).toMatchObject({ 'doi:10.1000/x': { key: key(1), tags: ['a', 'b'] } });
  expect(await shelf.duplicates()).toEqual([]);
  await shelf.undo();
  expect(await shelf.papers([1, 2, 3])).toEqual(before);
});
