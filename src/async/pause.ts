import { yieldToEventLoop } from './yield-to-event-loop';

/**
 * Lets the page draw and answer its user. Where the browser can tell our continuation from other tasks it comes before them;
 * a timer would wait four milliseconds more.
 */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : yieldToEventLoop();
}
