/** The orders of all papers that were asked for: sorted once, mended after changes. */
import type { Columns } from './columns';
import type { Names } from './names';
import { mend, type Order, type OrderKey, order, placeKey } from './order';

/** An order, the papers that changed since it was made, and the work on it while it lasts. */
interface Ordered {
  order?: Order | undefined;
  changed: Set<number>;
  making?: Promise<void> | undefined;
}

/** Beyond so many changes sorting anew is as quick as mending. */
const mendable = 2000;

export class OrderCache {
  private known = new Map<OrderKey, Ordered>();

  /** `saved` is the order of saving, where it was stored. */
  constructor(
    private readonly columns: Columns,
    private readonly names: Names,
    saved: Order | undefined,
  ) {
    if (saved) this.known.set('saved', { order: saved, changed: new Set() });
  }

  /** Call before a paper changes, and what is returned afterwards: notes the orders in which it has another place. */
  changing(n: number): () => void {
    const place = (by: OrderKey) => placeKey(n, by, this.columns, this.names);
    const before = [...this.known].map(([by, { changed }]) => ({ by, changed, was: place(by) }));
    return () => {
      for (const { by, changed, was } of before) if (place(by) !== was) changed.add(n);
    };
  }

  /** The order, if nothing changed since it was made. */
  ready(by: OrderKey): Order | undefined {
    const known = this.known.get(by);
    return known?.changed.size === 0 ? known.order : undefined;
  }

  /** Makes an order ready, in slices. */
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
