/** The papers that the reader picked out. They stay picked out when the page replaces, sorts or takes away their cards. */
import type { Context, Facts } from '../../paper/paper';
import type { CardOverlay } from '../core/card-overlay';

/** A paper to do something with: what its page said of it, and where that was. */
export interface Target {
  /** The card's key: the first of its ids. */
  key: string;
  facts: Facts;
  context: Context;
}

export class CardSelection {
  readonly #here: () => Context;
  /** By key, in the order they were picked out. */
  readonly #picked = new Map<string, Target>();
  /** Where a range begins: the card picked out last. */
  #anchor: string | undefined;

  constructor(here: () => Context) {
    this.#here = here;
  }

  get size(): number {
    return this.#picked.size;
  }

  has(key: string): boolean {
    return this.#picked.has(key);
  }

  all(): Target[] {
    return [...this.#picked.values()];
  }

  /** Picks a card out, or no longer. A card whose element shows another paper by now is left alone. */
  set(overlay: CardOverlay, isPicked: boolean): void {
    const target = isPicked ? targetOf(overlay, this.#here()) : undefined;
    if (target) this.#picked.set(overlay.key, target);
    else this.#picked.delete(overlay.key);
    this.#anchor = overlay.key;
  }

  /** Picks out, or no longer, all from the card picked last to this one. `shown` are the cards in page order. */
  extend(overlay: CardOverlay, isPicked: boolean, shown: readonly CardOverlay[]): void {
    const from = shown.findIndex(({ key }) => key === this.#anchor);
    const to = shown.indexOf(overlay);
    const range = from < 0 || to < 0 ? [overlay] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    for (const each of range) this.set(each, isPicked);
  }

  clear(): void {
    this.#picked.clear();
    this.#anchor = undefined;
  }
}

/** A card's paper as the page shows it now; undefined where its element shows another by now. */
export function targetOf(overlay: CardOverlay, context: Context): Target | undefined {
  if (!overlay.card.element.isConnected) return undefined;
  const facts = overlay.card.facts();
  return facts.ids[0] === overlay.key ? { key: overlay.key, facts, context } : undefined;
}
