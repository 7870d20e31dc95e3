import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { Seen } from '../../src/library/seen';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

const hour = 3_600_000;

test('papers first seen in this visit stay new until it ends; the next visit knows when that was', async () => {
  const seen = new Seen();
  expect(await seen.visit('list', ['a:1', 'a:2'], 10 * hour)).toEqual({ start: 10 * hour, seen: {} });
  await seen.see(['a:1'], 10 * hour + 1);
  // A reload does not start a new visit.
  expect(await seen.visit('list', ['a:1', 'a:2'], 10 * hour + 2)).toEqual({
    start: 10 * hour,
    seen: { 'a:1': 10 * hour + 1 },
  });
  await seen.see(['a:1', 'a:2'], 20 * hour);
  expect(await seen.visit('list', ['a:1', 'a:2', 'a:3'], 30 * hour)).toEqual({
    start: 30 * hour,
    before: 10 * hour + 2,
    seen: { 'a:1': 10 * hour + 1, 'a:2': 20 * hour },
  });
  expect(await seen.visit('another', [], 30 * hour)).toEqual({ start: 30 * hour, seen: {} });
});

test('a visit lasts as long as its reader comes back within the hour, however long ago it began', async () => {
  const seen = new Seen();
  await seen.visit('list', [], 10 * hour);
  for (const half of [1, 2, 3, 4]) {
    const { start, before } = await seen.visit('list', [], 10 * hour + (half * hour) / 2);
    expect([start, before]).toEqual([10 * hour, undefined]);
  }
  expect(await seen.visit('list', [], 13 * hour)).toEqual({ start: 10 * hour, seen: {} });
  const next = await seen.visit('list', [], 14 * hour + 1);
  expect(next).toEqual({ start: 14 * hour + 1, before: 13 * hour, seen: {} });
});

test('the oldest are dropped beyond the limit, and erase deletes everything', async () => {
  const seen = new Seen('small', 3);
  await seen.see(['a:1'], 1);
  await seen.see(['a:2', 'a:3', 'a:4'], 2);
  await seen.see(['a:5'], 3);
  expect(await seen.size()).toBe(3);
  const { seen: left } = await seen.visit('list', ['a:1', 'a:2', 'a:3', 'a:4', 'a:5'], 4);
  expect(left).not.toHaveProperty('a:1');
  expect(left).toHaveProperty('a:5');
  await seen.erase();
  expect(await seen.size()).toBe(0);
  expect(await seen.visit('list', ['a:5'], 5)).toEqual({ start: 5, seen: {} });
});

test('beyond 500 listings the one that was not visited for longest is forgotten', async () => {
  const seen = new Seen();
  for (let list = 0; list <= 500; list++) await seen.visit(`list ${list}`, [], list * hour);
  const later = 1000 * hour;
  expect(await seen.visit('list 1', [], later)).toMatchObject({ before: hour });
  expect(await seen.visit('list 0', [], later)).not.toHaveProperty('before');
});
