import { handOver } from './yield-to-event-loop';

/** Lets the page draw and answer its user, then goes on: at once, where a timer would wait four milliseconds. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return handOver();
}

/** Work between two pauses, ms: half a frame. */
const slice = 8;

/** Runs work in steps to its end, pausing every few milliseconds. Stops with the signal's reason. */
export async function inSteps<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let until = performance.now() + slice;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    if (performance.now() < until) continue;
    await pause();
    signal?.throwIfAborted();
    until = performance.now() + slice;
  }
}
