/** Long work in short slices, so that no frame waits for it. */

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

/** Lets everything that waits run first. A message comes without the delay that browsers add to nested timers. */
function handOver(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
