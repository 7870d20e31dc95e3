/** Reading many records by number: neighbours by one request, which costs a fifth of one request each. */

/** What is read from: an object store, or an index whose key is the number. */
interface Numbered<T> {
  get(n: number): Promise<T | undefined>;
  getAll(range: IDBKeyRange): Promise<T[]>;
}

/** Numbers nearer than this to each other are read together: more costs what lies between. */
const maxGap = 4;
/** One request spans at most so many numbers: what it brings is taken apart in one piece of work. */
const maxRun = 250;

/** Records by number, with what was not asked for and lay between; those that are gone are absent. */
export async function readMany<T extends { n: number }>(
  store: Numbered<T>,
  numbers: readonly number[],
): Promise<Map<number, T>> {
  const found = await Promise.all(
    runs(numbers).map(async ([first, last]) => {
      if (first !== last) return store.getAll(IDBKeyRange.bound(first, last));
      const one = await store.get(first);
      return one ? [one] : [];
    }),
  );
  return new Map(found.flat().map((record) => [record.n, record]));
}

/** First and last of each run of neighbours. */
function runs(numbers: readonly number[]): (readonly [first: number, last: number])[] {
  const found: [number, number][] = [];
  for (const n of Float64Array.from(numbers).sort()) {
    const run = found.at(-1);
    if (run && n - run[1] < maxGap && n - run[0] < maxRun) run[1] = n;
    else found.push([n, n]);
  }
  return found;
}
