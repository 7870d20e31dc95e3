/** Caches orders of all papers: each is sorted once, then updated after changes. */
import type { Columns } from './columns';
import type { Names } from './names';
import { mend, type Order, type OrderKey, order, placeKey } from './order';

/** An order, the papers that changed since, and the pending work on it. */
interface Ordered {
  order?: Order | undefined;
  changed: Set<number>;
  making?: Promise<void> | undefined;
}

/** With more changes, sorting again is as fast as updating. */
const mendable = 2000;

export class OrderCache {
  private known = new Map<OrderKey, Ordered>();

  /** `saved` is the stored order by time of saving, if there is one. */
  constructor(
    private readonly columns: Columns,
    private readonly names: Names,
    saved: Order | undefined,
  ) {
    if (saved) this.known.set('saved', { order: saved, changed: new Set() });
  }

  /**
   * Call it before a paper changes, and the returned function afterwards. Marks the orders in which the paper moves.
   */
  changing(n: number): () => void {
    const place = (by: OrderKey) => placeKey(n, by, this.columns, this.names);
    const before = [...this.known].map(([by, { changed }]) => ({ by, changed, was: place(by) }));
    return () => {
      for (const { by, changed, was } of before) if (place(by) !== was) changed.add(n);
    };
  }

  /** The order, if it is up to date. */
  ready(by: OrderKey): Order | undefined {
    const known = this.known.get(by);
    return known?.changed.size === 0 ? known.order : undefined;
  }

  /** Brings an order up to date. Calls `pause` between steps. */
  make(by: OrderKey, pause: () => Promise<void>): Promise<void> {
    const known = this.known.get(by) ?? { changed: new Set() };
    this.known.set(by, known);
    if (known.order && known.changed.size === 0) return Promise.resolve();
    known.making ??= this.work(by, known, pause).finally(() => {
      known.making = undefined;
    });
    return known.making;
  }

  private async work(by: OrderKey, known: Ordered, pause: () => Promise<void>): Promise<void> {
    const { order: was, changed } = known;
    known.order = undefined;
    known.changed = new Set();
    const { columns, names } = this;
    if (was && changed.size < mendable) {
      known.order = mend(was, changed, by, columns, names);
      return;
    }
    const numbers: number[] = [];
    for (let n = 0; n < columns.size; n++) if (columns.present(n)) numbers.push(n);
    known.order = await order(by, numbers, columns, names, pause);
  }
}
