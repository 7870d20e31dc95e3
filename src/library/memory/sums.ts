/**
 * Exact sums by key: what papers of a tag have in common. Kept in sorted arrays, because a map of the same content takes five
 * times the memory; additions are collected and merged in when the sums are read. Pure.
 */

/** The stored form: keys ascending, with the sum of values and the number of papers of each. No paper: no key. */
export interface StoredSums {
  keys: Uint32Array;
  sums: Int32Array;
  counts: Int32Array;
}

/** Additions that are collected before they are merged, at least. */
const minPending = 4096;

export class Sums {
  private keys: Uint32Array;
  private sums: Int32Array;
  private counts: Int32Array;
  private pending: { keys: number[]; values: number[]; ways: number[] } = { keys: [], values: [], ways: [] };

  constructor(stored?: StoredSums) {
    this.keys = stored?.keys ?? new Uint32Array();
    this.sums = stored?.sums ?? new Int32Array();
    this.counts = stored?.counts ?? new Int32Array();
  }

  /** Adds (`way` 1) or subtracts (−1) the values of one paper. Without values each counts 1. */
  add(keys: Uint32Array, values: Uint8Array | undefined, way: 1 | -1): void {
    const { pending } = this;
    for (let i = 0; i < keys.length; i++) {
      pending.keys.push(keys[i] as number);
      pending.values.push(way * (values ? (values[i] as number) : 1));
      pending.ways.push(way);
    }
    if (pending.keys.length > Math.max(minPending, this.keys.length)) this.merge();
  }

  /** The sums, everything included. */
  stored(): StoredSums {
    if (this.pending.keys.length > 0) this.merge();
    return { keys: this.keys, sums: this.sums, counts: this.counts };
  }

  private merge(): void {
    const { keys, values, ways } = this.pending;
    const order = Uint32Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number));
    const size = this.keys.length + keys.length;
    const made = { keys: new Uint32Array(size), sums: new Int32Array(size), counts: new Int32Array(size) };
    let length = 0;
    let old = 0;
    let next = 0;
    while (old < this.keys.length || next < order.length) {
      const oldKey = old < this.keys.length ? (this.keys[old] as number) : Number.POSITIVE_INFINITY;
      const nextKey = next < order.length ? (keys[order[next] as number] as number) : Number.POSITIVE_INFINITY;
      const key = Math.min(oldKey, nextKey);
      let [sum, count] = [0, 0];
      if (oldKey === key) {
        sum = this.sums[old] as number;
        count = this.counts[old] as number;
        old++;
      }
      while (next < order.length && keys[order[next] as number] === key) {
        sum += values[order[next] as number] as number;
        count += ways[order[next] as number] as number;
        next++;
      }
      if (count === 0) continue;
      made.keys[length] = key;
      made.sums[length] = sum;
      made.counts[length++] = count;
    }
    this.keys = made.keys.slice(0, length);
    this.sums = made.sums.slice(0, length);
    this.counts = made.counts.slice(0, length);
    this.pending = { keys: [], values: [], ways: [] };
  }
}
