/** Limits and orders of the library. Each test says what its user would lose. */
import { expect, test } from 'vitest';
import { clock, day, facts, library, listing } from '../support/library';

test('a paper met on more than twenty days keeps the newest twenty sightings, the newest last', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  const days: number[] = [];
  for (let i = 1; i <= 25; i++) {
    time.pass(day);
    days.push(time.now());
    await shelf.save([facts(1)], { ...listing, url: `${listing.url}?day=${i}` });
  }
  const [paper] = await shelf.papers([1]);
  expect(paper?.sightings.map(({ at }) => at)).toEqual(days.slice(5));
  expect(paper?.sightings.at(-1)?.url).toBe(`${listing.url}?day=25`);
});

test('an empty tag field offers the tags used last, the most recent first', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  await shelf.save([facts(1), facts(2), facts(3)], listing);
  for (const name of ['early', 'often', 'late']) {
    time.pass(day);
    await shelf.tag([1], { add: [name] });
  }
  await shelf.tag([2, 3], { add: ['often'] });
  time.pass(day);
  await shelf.tag([2], { add: ['early'] });
  expect((await shelf.complete('')).map(({ name }) => name)).toEqual(['early', 'late', 'often']);
  expect((await shelf.complete('', 2)).map(({ name }) => name)).toEqual(['early', 'late']);
});

test('equally good completions are ordered by their papers, then by their last use', async () => {
  const time = clock();
  const shelf = library({ now: time.now });
  await shelf.save([facts(1), facts(2)], listing);
  for (const name of ['video', 'vision', 'verse']) {
    time.pass(day);
    await shelf.tag([1], { add: [name] });
  }
  await shelf.tag([2], { add: ['video'] });
  expect((await shelf.complete('v')).map(({ name }) => name)).toEqual(['video', 'verse', 'vision']);
});

test('completion ranks tags by prefix, then by level, by word, by any part', async () => {
  const shelf = library();
  const tags = ['superlearning', 'deep learning', 'ml/learn', 'learning', 'learn'];
  await shelf.save([facts(1)], listing, { tags });
  const found = (await shelf.complete('Learn')).map(({ name }) => name);
  expect(found).toEqual(['learn', 'learning', 'ml/learn', 'deep learning', 'superlearning']);
});

test('the last 200 changes can be taken back', { timeout: 60_000 }, async () => {
  const shelf = library();
  await shelf.save([facts(1)], listing);
  for (let i = 0; i < 230; i++) await shelf.setStarred([1], i % 2 === 0);
  const kept = await shelf.journal(1000);
  expect(kept.length).toBeGreaterThanOrEqual(200);
  expect(kept.length).toBeLessThan(231);
  const oldest = kept[199];
  await shelf.undo(oldest?.id);
  expect((await shelf.journal(1000)).find(({ id }) => id === oldest?.id)?.undone).toBe(true);
});
