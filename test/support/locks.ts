/** `navigator.locks` for Node, which has none: exclusive locks within the process. */
const tails = new Map<string, Promise<unknown>>();

type Work = (lock: { name: string } | null) => unknown;

async function request(name: string, ...rest: [Work] | [{ ifAvailable?: boolean }, Work]): Promise<unknown> {
  const work = rest.at(-1) as Work;
  const { ifAvailable = false } = rest.length > 1 ? (rest[0] as { ifAvailable?: boolean }) : {};
  const before = tails.get(name);
  if (before && ifAvailable) return work(null);
  const done = (async () => {
    await before?.catch(() => {});
    return work({ name });
  })();
  tails.set(name, done);
  try {
    return await done;
  } finally {
    if (tails.get(name) === done) tails.delete(name);
  }
}

/** Releases all locks, as when their holder died. */
export const releaseLocks = (): void => tails.clear();

Object.defineProperty(globalThis, 'navigator', { value: { locks: { request } }, configurable: true });
