/** Long work in short slices, so that no frame waits for it. */
import { pause } from './pause';
import { yieldToEventLoop } from './yield-to-event-loop';

/** How long a slice of work lasts at most, in milliseconds: half a frame. */
export const sliceMs = 8;

/**
 * Does something with each item in turn. Whenever a slice of time is used up it awaits `pause` before the next item; it stops
 * early where that resolves to false. Resolves to whether all items were done; rejects with what `act` or `pause` throws.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  act: (item: T) => void,
  pause: () => Promise<unknown>,
): Promise<boolean> {
  let until = performance.now() + sliceMs;
  for (const item of items) {
    act(item);
    if (performance.now() < until) continue;
    if ((await pause()) === false) return false;
    until = performance.now() + sliceMs;
  }
  return true;
}

/** Runs a generator to its end in slices and resolves to what it returns. Rejects with the signal's reason when aborted. */
export async function runInSlices<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let result: T | undefined;
  function* steps(): Generator<void> {
    result = yield* work;
  }
  await inSlices(
    steps(),
    () => {},
    async () => {
      await pause();
      signal?.throwIfAborted();
    },
  );
  return result as T;
}

/**
 * For loops that await something anyway: a function to await between any two small steps. It lets others run when a slice is
 * used up, and rejects with the signal's reason when aborted.
 */
export function pauseBetweenSlices(signal?: AbortSignal): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < sliceMs) return;
    await yieldToEventLoop();
    begun = performance.now();
  };
}
