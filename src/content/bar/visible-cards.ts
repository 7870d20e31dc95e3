/** Which cards are shown as the page has them, dimmed or hidden. */

import type { CardOverlay } from '../core/card-overlay';
import type { PageScript } from '../core/page-script';
import { CardFilter } from './filter';
import { SeenCards } from './seen';
import { elementsOf, Veil, type Visibility } from './veil';

/** How the user wants to see the cards of this page. Lost with the page. */
export interface ViewOptions {
  /** In the library's query language. */
  query: string;
  /** How cards that do not match the query are shown. */
  rest: 'dim' | 'hide';
  saved: Visibility;
  read: Visibility;
  /** Of papers that were seen on an earlier visit. */
  seen: Visibility;
  /** Whether cards that are not new are shown like cards that do not match. */
  isNewOnly: boolean;
}

/** All cards as the page has them. */
export const everything: ViewOptions = {
  query: '',
  rest: 'dim',
  saved: 'plain',
  read: 'plain',
  seen: 'plain',
  isNewOnly: false,
};

export class VisibleCards {
  readonly #page: PageScript;
  readonly filter: CardFilter;
  readonly seen: SeenCards;
  options: ViewOptions = everything;
  /** Keys of the papers hidden one by one. */
  readonly hidden = new Set<string>();
  #looks = new Map<CardOverlay, Visibility>();
  readonly #veil = new Veil();

  /** `changed` is called when more is known about cards. */
  constructor(page: PageScript, changed: () => void) {
    this.#page = page;
    this.filter = new CardFilter(page.site.id);
    this.seen = new SeenCards(page, changed);
  }

  setView(change: Partial<ViewOptions>): void {
    this.options = { ...this.options, ...change };
    if (change.query !== undefined) this.filter.ask(change.query);
  }

  /** The cards in page order, each paper once. */
  cards(): CardOverlay[] {
    const byKey = new Map<string, CardOverlay>();
    for (const overlay of this.#page.listing.overlays.values())
      if (!byKey.has(overlay.key)) byKey.set(overlay.key, overlay);
    return [...byKey.values()];
  }

  /** The cards that are not hidden. */
  shown(): CardOverlay[] {
    return this.cards().filter((overlay) => this.#looks.get(overlay) !== 'hide');
  }

  /** The cards that are neither hidden nor dimmed. */
  plain(): CardOverlay[] {
    return this.cards().filter((overlay) => (this.#looks.get(overlay) ?? 'plain') === 'plain');
  }

  /** The card to go to when these are hidden: the next one, else the last one before them. */
  nextAfter(keys: readonly string[]): CardOverlay | undefined {
    const shown = this.shown();
    const first = shown.findIndex(({ key }) => keys.includes(key));
    const at = Math.max(0, first);
    const stays = (overlay: CardOverlay) => !keys.includes(overlay.key);
    return shown.slice(at).find(stays) ?? shown.slice(0, at).findLast(stays);
  }

  /** How many papers of the page are hidden one by one. */
  get hiddenCount(): number {
    return this.cards().filter(({ key }) => this.hidden.has(key)).length;
  }

  /** How many cards match the query. */
  found(): number {
    return this.cards().filter((overlay) => this.filter.finds(overlay)).length;
  }

  /** Applies the view options to all cards. */
  draw(): void {
    const overlays = [...this.#page.listing.overlays.values()];
    void this.seen.follow(overlays);
    this.#looks = new Map(overlays.map((overlay) => [overlay, this.#lookOf(overlay)]));
    const parts = [...this.#looks].flatMap(([{ card }, look]) =>
      look === 'plain' ? [] : elementsOf(card).map((part): [Element, Visibility] => [part, look]),
    );
    this.#veil.apply(new Map(parts));
  }

  /** Reads the facts that the query needs. Resolves to whether a redraw is needed. */
  async read(): Promise<boolean> {
    return this.filter.isOn && (await this.filter.prepare([...this.#page.listing.overlays.values()]));
  }

  /** Shows all cards as the page has them. */
  end(): void {
    this.#veil.apply(new Map());
  }

  #lookOf(overlay: CardOverlay): Visibility {
    const { mark, key } = overlay;
    const { saved, read, seen, rest, isNewOnly } = this.options;
    const wasSeen = this.seen.wasSeen(overlay) === true;
    const all: Visibility[] = [
      this.hidden.has(key) ? 'hide' : 'plain',
      this.filter.finds(overlay) ? 'plain' : rest,
      mark ? saved : 'plain',
      mark?.status === 'read' ? read : 'plain',
      wasSeen ? seen : 'plain',
      wasSeen && isNewOnly ? rest : 'plain',
    ];
    return all.includes('hide') ? 'hide' : all.includes('dim') ? 'dim' : 'plain';
  }
}
