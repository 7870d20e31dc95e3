/** The papers that the reader picked out. They stay picked out when the page replaces, sorts or takes away their cards. */
import type { Context, Facts } from '../../paper/paper';
import type { Entry } from '../core/card-overlay';

/** A paper to do something with: what its page said of it, and where that was. */
export interface Target {
  /** The card's key: the first of its ids. */
  key: string;
  facts: Facts;
  context: Context;
}

export class Selection {
  /** By key, in the order they were picked out. */
  private readonly picked = new Map<string, Target>();
  /** Where a range begins: the card picked out last. */
  private anchor: string | undefined;

  constructor(private readonly here: () => Context) {}

  get size(): number {
    return this.picked.size;
  }

  has(key: string): boolean {
    return this.picked.has(key);
  }

  all(): Target[] {
    return [...this.picked.values()];
  }

  /** Picks a card out, or no longer. A card whose element shows another paper by now is left alone. */
  set(entry: Entry, isPicked: boolean): void {
    const target = isPicked ? targetOf(entry, this.here()) : undefined;
    if (target) this.picked.set(entry.key, target);
    else this.picked.delete(entry.key);
    this.anchor = entry.key;
  }

  /** Picks out, or no longer, all from the card picked last to this one. `shown` are the cards in page order. */
  extend(entry: Entry, isPicked: boolean, shown: readonly Entry[]): void {
    const from = shown.findIndex(({ key }) => key === this.anchor);
    const to = shown.indexOf(entry);
    const range = from < 0 || to < 0 ? [entry] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    for (const each of range) this.set(each, isPicked);
  }

  clear(): void {
    this.picked.clear();
    this.anchor = undefined;
  }
}

/** A card's paper as the page shows it now; undefined where its element shows another by now. */
export function targetOf(entry: Entry, context: Context): Target | undefined {
  if (!entry.card.element.isConnected) return undefined;
  const facts = entry.card.facts();
  return facts.ids[0] === entry.key ? { key: entry.key, facts, context } : undefined;
}
