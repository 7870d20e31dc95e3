import { expect, test, vi } from 'vitest';
import type { Library } from '../../src/library/library';
import { loadLater } from '../../src/ui/library/load-later';

function fake() {
  const listeners = new Set<() => void>();
  const library = {
    size: async () => 3,
    find: async (query: string) => query,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Library;
  return { library, listeners };
}

test('the library is loaded once, by the first call', async () => {
  const load = vi.fn(async () => fake().library);
  const library = loadLater(load);
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([library.size(), library.find('x')])).toEqual([3, 'x']);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a promise may resolve with it', async () => {
  const library = loadLater(async () => fake().library);
  expect(await Promise.resolve(library)).toBe(library);
});

test('a failed load fails its call, and the next call loads again', async () => {
  const load = vi.fn(async () => fake().library).mockRejectedValueOnce(new Error('gone'));
  const library = loadLater(load);
  await expect(library.size()).rejects.toThrow('gone');
  expect(await library.size()).toBe(3);
});

test('a listener that was taken back before the library was there never listens', async () => {
  const { library, listeners } = fake();
  const later = loadLater(async () => library);
  later.onChange(() => {})();
  const stop = later.onChange(() => {});
  await later.size();
  expect(listeners.size).toBe(1);
  stop();
  expect(listeners.size).toBe(0);
});
