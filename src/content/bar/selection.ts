/** The selected papers. They stay selected when the page replaces, sorts or removes their cards. */
import type { Context, Facts } from '../../paper/paper';
import type { CardOverlay } from '../core/card-overlay';

/** A paper to act on: its facts as the page gave them, and the address of that page. */
export interface Target {
  /** The card's key: the first of its ids. */
  key: string;
  facts: Facts;
  context: Context;
}

export class CardSelection {
  readonly #here: () => Context;
  /** By key, in the order of selection. */
  readonly #picked = new Map<string, Target>();
  /** Where a range begins: the card selected or deselected last. */
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

  /** Selects or deselects a card. Does nothing if its element shows another paper by now. */
  set(overlay: CardOverlay, isPicked: boolean): void {
    const target = isPicked ? targetOf(overlay, this.#here()) : undefined;
    if (target) this.#picked.set(overlay.key, target);
    else this.#picked.delete(overlay.key);
    this.#anchor = overlay.key;
  }

  /** Selects or deselects all cards from the anchor to this one. `shown` are the cards in page order. */
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

/** The paper of a card as the page shows it now; undefined if its element shows another one. */
export function targetOf(overlay: CardOverlay, context: Context): Target | undefined {
  if (!overlay.card.element.isConnected) return undefined;
  const facts = overlay.card.facts();
  return facts.ids[0] === overlay.key ? { key: overlay.key, facts, context } : undefined;
}
