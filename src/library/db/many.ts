/** Reads many records by number. Neighbours are read by one request, which costs a fifth of single requests. */

/** An object store, or an index whose key is the number. */
interface Numbered<T> {
  get(n: number): Promise<T | undefined>;
  getAll(range: IDBKeyRange): Promise<T[]>;
}

/** Numbers closer than this are read together. With larger gaps the records between them cost more than they save. */
const maxGap = 4;
/** Numbers per request. The browser decodes an answer in one task, which must stay short. */
const maxRun = 250;

/** Records by number. Records between neighbours are included although not asked for. Missing records are absent. */
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
