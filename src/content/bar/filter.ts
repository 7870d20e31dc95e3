/** The library's query language, asked of the cards of a page. */

import { inSlices } from '../../async/slices';
import type { Facts } from '../../paper/paper';
import { type FoldedSubject, foldSubject, matchesQuery } from '../../query/match';
import { parseQuery } from '../../query/parse';
import type { Node, Query } from '../../query/query';
import type { CardOverlay } from '../core/card-overlay';
import { letPageWork } from '../core/reading';

/** Reads queries, and remembers of every card what a query may ask about. */
export class CardFilter {
  readonly #site: string;
  query: Query = { problems: [], words: [] };
  #node: Node | undefined;
  readonly #facts = new WeakMap<Element, { key: string; title: string; facts: Facts }>();
  readonly #looks = new WeakMap<CardOverlay, { of: Facts; mark: CardOverlay['mark']; look: FoldedSubject }>();

  constructor(site: string) {
    this.#site = site;
  }

  /** What is asked from now on; an empty text finds everything. */
  ask(text: string): void {
    this.query = parseQuery(text);
    this.#node = this.query.node;
  }

  /** Whether anything is asked for. */
  get isOn(): boolean {
    return this.#node !== undefined;
  }

  /** Reads cards that were not read yet, without holding up the page. Whether there were any. */
  async prepare(overlays: Iterable<CardOverlay>): Promise<boolean> {
    let wereAny = false;
    await inSlices(
      overlays,
      (overlay) => {
        if (this.#known(overlay)) return;
        this.#read(overlay);
        wereAny = true;
      },
      letPageWork,
    );
    return wereAny;
  }

  /** Whether a card is what is asked for. One that was not read yet is. */
  finds(overlay: CardOverlay): boolean {
    if (!this.#node) return true;
    const facts = this.#known(overlay);
    return facts === undefined || matchesQuery(this.#node, this.#lookOf(overlay, facts));
  }

  /** What the page said of a card's paper when it was last read. */
  #known(overlay: CardOverlay): Facts | undefined {
    const { card, key } = overlay;
    const kept = this.#facts.get(card.element);
    return kept?.key === key && kept.title === card.title ? kept.facts : undefined;
  }

  #read({ card, key }: CardOverlay): void {
    this.#facts.set(card.element, { key, title: card.title, facts: card.facts() });
  }

  #lookOf(overlay: CardOverlay, facts: Facts): FoldedSubject {
    const { mark } = overlay;
    const kept = this.#looks.get(overlay);
    if (kept?.of === facts && kept.mark === mark) return kept.look;
    const made = foldSubject({ facts, ids: facts.ids, sites: [this.#site], ...(mark && { own: mark }) });
    this.#looks.set(overlay, { of: facts, mark, look: made });
    return made;
  }
}
