/** Tests when papers are deleted for good, with clocks that jump. */
import { expect, test } from 'vitest';
import { clock, day, facts, freshName, library, listing } from '../support/library';

const key = (number: number) => facts(number).ids[0] as string;
const decades = 70 * 365 * day;

/** A library that is opened repeatedly, with a clock that the test sets. */
function openings() {
  const [name, time] = [freshName(), clock()];
  /** Opens it, waits until its work on opening is done, and returns the papers in the trash. */
  const open = async () => {
    const shelf = library({ name, now: time.now });
    await navigator.locks.request(`library:${name}`, () => {});
    return shelf;
  };
  return {
    time,
    open,
    async trash() {
      const shelf = await open();
      const rows = await shelf.trash();
      shelf.close();
      return rows.map((row) => row.key).sort();
    },
  };
}

/** Two papers in the trash, the second removed 20 days later, and one in the library. */
async function withTrash() {
  const all = openings();
  const shelf = await all.open();
  await shelf.save([facts(1), facts(2), facts(3)], listing);
  await shelf.remove([key(1)]);
  all.time.pass(20 * day);
  await shelf.remove([key(2)]);
  shelf.close();
  return all;
}

test('a paper is deleted when two openings a day apart find it in the trash for 30 days', async () => {
  const { time, trash, open } = await withTrash();
  time.pass(11 * day);
  expect(await trash()).toEqual([key(1), key(2)]);
  time.pass(day / 2);
  expect(await trash()).toEqual([key(1), key(2)]);
  time.pass(day / 2);
  expect(await trash()).toEqual([key(2)]);
  time.pass(100 * day);
  expect(await trash()).toEqual([key(2)]);
  time.pass(day);
  expect(await trash()).toEqual([]);
  const shelf = await open();
  expect(await shelf.size()).toBe(1);
  expect(await shelf.papers([key(1), key(2)])).toEqual([]);
});

test('a clock that is decades ahead for a while deletes nothing, even if it happens again', async () => {
  const { time, trash } = await withTrash();
  for (let times = 0; times < 3; times++) {
    time.pass(decades + times * 2 * day);
    expect(await trash()).toHaveLength(2);
    time.pass(day / 3);
    expect(await trash()).toHaveLength(2);
    time.pass(-decades - times * 2 * day - day / 3);
    expect(await trash()).toHaveLength(2);
  }
});

test('a clock that is decades ahead deletes only what was due before', async () => {
  const { time, trash } = await withTrash();
  time.pass(10 * day);
  expect(await trash()).toHaveLength(2); // the first is due, and that is noted
  time.pass(decades);
  expect(await trash()).toEqual([key(2)]);
  time.pass(-decades);
  expect(await trash()).toEqual([key(2)]);
});

test('emptying the trash deletes everything and cannot be undone', async () => {
  const { open } = await withTrash();
  const shelf = await open();
  expect(await shelf.emptyTrash()).toBe(2);
  expect(await shelf.trash()).toEqual([]);
  await expect(shelf.restore([key(1)])).rejects.toMatchObject({ code: 'missing' });
});
