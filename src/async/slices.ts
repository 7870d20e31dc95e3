/** Long work in short slices, so that no frame waits for it. */
import { handOver } from './yield-to-event-loop';

/** How long a slice may last, in milliseconds: half a frame. */
const slice = 8;

/** `await pause()` between any two small steps: it hands over when the slice is used up. */
export function slices(signal?: AbortSignal): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < slice) return;
    await handOver();
    begun = performance.now();
  };
}
