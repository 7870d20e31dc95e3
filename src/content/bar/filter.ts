/** The library's query language, asked of the cards of a page. */

import { inSlices } from '../../async/slices';
import type { Facts } from '../../paper/paper';
import { type FoldedSubject, foldSubject, matchesQuery } from '../../query/match';
import { parseQuery } from '../../query/parse';
import type { Node, Query } from '../../query/query';
import type { Entry } from '../core/card-overlay';
import { letPageWork } from '../core/reading';

/** Reads queries, and remembers of every card what a query may ask about. */
export class CardFilter {
  query: Query = { problems: [], words: [] };
  private node: Node | undefined;
  private readonly facts = new WeakMap<Element, { key: string; title: string; facts: Facts }>();
  private readonly looks = new WeakMap<Entry, { of: Facts; mark: Entry['mark']; look: FoldedSubject }>();

  constructor(private readonly site: string) {}

  /** What is asked from now on; an empty text finds everything. */
  ask(text: string): void {
    this.query = parseQuery(text);
    this.node = this.query.node;
  }

  /** Whether anything is asked for. */
  get isOn(): boolean {
    return this.node !== undefined;
  }

  /** Reads cards that were not read yet, without holding up the page. Whether there were any. */
  async prepare(entries: Iterable<Entry>): Promise<boolean> {
    let wereAny = false;
    await inSlices(
      entries,
      (entry) => {
        if (this.known(entry)) return;
        this.read(entry);
        wereAny = true;
      },
      letPageWork,
    );
    return wereAny;
  }

  /** Whether a card is what is asked for. One that was not read yet is. */
  finds(entry: Entry): boolean {
    if (!this.node) return true;
    const facts = this.known(entry);
    return facts === undefined || matchesQuery(this.node, this.lookOf(entry, facts));
  }

  /** What the page said of a card's paper when it was last read. */
  private known(entry: Entry): Facts | undefined {
    const { card, key } = entry;
    const kept = this.facts.get(card.element);
    return kept?.key === key && kept.title === card.title ? kept.facts : undefined;
  }

  private read({ card, key }: Entry): void {
    this.facts.set(card.element, { key, title: card.title, facts: card.facts() });
  }

  private lookOf(entry: Entry, facts: Facts): FoldedSubject {
    const { mark } = entry;
    const kept = this.looks.get(entry);
    if (kept?.of === facts && kept.mark === mark) return kept.look;
    const made = foldSubject({ facts, ids: facts.ids, sites: [this.site], ...(mark && { own: mark }) });
    this.looks.set(entry, { of: facts, mark, look: made });
    return made;
  }
}
