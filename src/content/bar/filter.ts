/** Filters the cards of a page by the library's query language. */

import { inSlices } from '../../async/slices';
import type { Facts } from '../../paper/paper';
import { type FoldedSubject, foldSubject, matchesQuery } from '../../query/match';
import { parseQuery } from '../../query/parse';
import type { Node, Query } from '../../query/query';
import type { CardOverlay } from '../core/card-overlay';
import { letPageWork } from '../core/reading';

/** Parses queries, and caches the facts of cards that they are matched with. */
export class CardFilter {
  readonly #site: string;
  query: Query = { problems: [], words: [] };
  #node: Node | undefined;
  readonly #facts = new WeakMap<Element, { key: string; title: string; facts: Facts }>();
  readonly #looks = new WeakMap<CardOverlay, { of: Facts; mark: CardOverlay['mark']; look: FoldedSubject }>();

  constructor(site: string) {
    this.#site = site;
  }

  /** Sets the query. An empty one matches everything. */
  ask(text: string): void {
    this.query = parseQuery(text);
    this.#node = this.query.node;
  }

  /** Whether there is a query. */
  get isOn(): boolean {
    return this.#node !== undefined;
  }

  /** Reads the facts of cards that were not read yet, in slices. Resolves to whether there were any. */
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

  /** Whether a card matches. A card that was not read yet does. */
  finds(overlay: CardOverlay): boolean {
    if (!this.#node) return true;
    const facts = this.#known(overlay);
    return facts === undefined || matchesQuery(this.#node, this.#lookOf(overlay, facts));
  }

  /** The cached facts of a card's paper. */
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
