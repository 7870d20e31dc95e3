/**
 * Row heights of a long list: the measured height of rows that were rendered, an estimate for all others. A Fenwick tree
 * over the differences answers "where is row i" and "which row is at y" in logarithmic time, so that 100,000 rows scroll
 * like 100. https://en.wikipedia.org/wiki/Fenwick_tree
 */
export class Heights {
  readonly count: number;
  readonly #estimate: number;
  /** Measured height minus the estimate, by row. */
  readonly #own: Float64Array;
  readonly #tree: Float64Array;

  constructor(count: number, estimate: number) {
    this.count = count;
    this.#estimate = estimate;
    this.#own = new Float64Array(count);
    this.#tree = new Float64Array(count + 1);
  }

  /** The height of a row, px. */
  of(index: number): number {
    return this.#estimate + (this.#own[index] ?? 0);
  }

  /** Sets the measured height of a row. Returns by how much that changes it. */
  set(index: number, height: number): number {
    const by = height - this.of(index);
    if (by === 0 || index >= this.count) return 0;
    this.#own[index] = height - this.#estimate;
    for (let i = index + 1; i <= this.count; i += i & -i) this.#tree[i] = (this.#tree[i] as number) + by;
    return by;
  }

  /** The top of a row, px from the list's top. `top(count)` is the height of all rows. */
  top(index: number): number {
    let sum = 0;
    for (let i = index; i > 0; i -= i & -i) sum += this.#tree[i] as number;
    return index * this.#estimate + sum;
  }

  get total(): number {
    return this.top(this.count);
  }

  /** The row at a vertical position; the first or last one beyond the ends. */
  at(y: number): number {
    let index = 0;
    let rest = y;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.count))); step >= 1; step /= 2) {
      const next = index + step;
      if (next > this.count) continue;
      const height = step * this.#estimate + (this.#tree[next] as number);
      if (height > rest) continue;
      index = next;
      rest -= height;
    }
    return Math.min(index, Math.max(0, this.count - 1));
  }
}
