import { expect, test, vi } from 'vitest';
import { inSlices, pauseBetweenSlices, runInSlices, sliceMs } from '../../src/async/slices';

/** Makes every call of the clock a fixed time later than the one before. */
function clock(step: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += step));
}

test('every item is done in order; a pause comes whenever a slice is used up, and not before', async () => {
  clock(sliceMs / 2);
  const log: string[] = [];
  const pause = async () => void log.push('pause');
  await expect(inSlices(['a', 'b', 'c', 'd'], (item) => log.push(item), pause)).resolves.toBe(true);
  expect(log).toEqual(['a', 'b', 'pause', 'c', 'd', 'pause']);
});

test('a pause that resolves to false ends it; one that rejects ends it with its reason', async () => {
  clock(sliceMs);
  const done: number[] = [];
  await expect(
    inSlices(
      [1, 2],
      (item) => done.push(item),
      async () => false,
    ),
  ).resolves.toBe(false);
  expect(done).toEqual([1]);
  await expect(
    inSlices(
      [1, 2],
      () => {},
      () => Promise.reject(new Error('stop')),
    ),
  ).rejects.toThrow('stop');
});

test('a generator that is run in slices gives what it returns, and stops with the signal', async () => {
  clock(sliceMs);
  const done: number[] = [];
  function* work() {
    for (const n of [1, 2, 3]) {
      done.push(n);
      yield;
    }
    return 'whole';
  }
  await expect(runInSlices(work())).resolves.toBe('whole');
  expect(done).toEqual([1, 2, 3]);
  await expect(runInSlices(work(), AbortSignal.abort(new Error('aborted')))).rejects.toThrow('aborted');
  expect(done).toEqual([1, 2, 3, 1]);
});

test('a pause between small steps lets others run only when the slice is used up', async () => {
  clock(sliceMs / 4);
  const pause = pauseBetweenSlices();
  const log: string[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    log.push('message');
    channel.port1.close();
  };
  channel.port2.postMessage(0);
  for (let n = 0; n < 5; n++) {
    await pause();
    log.push(`${n}`);
  }
  expect(log.slice(0, 3)).toEqual(['0', '1', '2']);
  expect(log).toContain('message');
  await expect(pauseBetweenSlices(AbortSignal.abort(new Error('aborted')))()).rejects.toThrow('aborted');
});
