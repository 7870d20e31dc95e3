/** Which cards are shown as the page has them, which are dimmed, which are taken away. */
import type { Bridge } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import { CardFilter } from './filter';
import { SeenCards } from './seen';
import { type Look, partsOf, Veil } from './veil';

/** What the reader chose to see of a page. Nothing of it outlives the page. */
export interface Wishes {
  /** In the library's query language. */
  query: string;
  /** How cards look that the query does not find. */
  rest: 'dim' | 'hide';
  saved: Look;
  read: Look;
  /** Of papers seen at a former visit. */
  seen: Look;
  /** Whether what is not new looks as what the query does not find. */
  isNewOnly: boolean;
}

/** Everything, as the page has it. */
export const everything: Wishes = {
  query: '',
  rest: 'dim',
  saved: 'plain',
  read: 'plain',
  seen: 'plain',
  isNewOnly: false,
};

export class Showing {
  readonly filter: CardFilter;
  readonly seen: SeenCards;
  wishes: Wishes = everything;
  /** Keys of the papers that the reader has hidden one by one. */
  readonly hidden = new Set<string>();
  private looks = new Map<Entry, Look>();
  private readonly veil = new Veil();

  /** `changed` is told when more is known of the cards than before. */
  constructor(
    private readonly bridge: Bridge,
    changed: () => void,
    signal: AbortSignal,
  ) {
    this.filter = new CardFilter(bridge.site.id);
    this.seen = new SeenCards(bridge, changed, signal);
  }

  wish(change: Partial<Wishes>): void {
    this.wishes = { ...this.wishes, ...change };
    if (change.query !== undefined) this.filter.ask(change.query);
  }

  /** The cards in page order, each paper once. */
  cards(): Entry[] {
    const byKey = new Map<string, Entry>();
    for (const entry of this.bridge.listing.entries.values()) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
    return [...byKey.values()];
  }

  /** The cards that are not taken away. */
  shown(): Entry[] {
    return this.cards().filter((entry) => this.looks.get(entry) !== 'hide');
  }

  /** The cards that are neither taken away nor dimmed. */
  plain(): Entry[] {
    return this.cards().filter((entry) => (this.looks.get(entry) ?? 'plain') === 'plain');
  }

  /** The first card after these that is shown and stays, or else the last before them. */
  nextAfter(keys: readonly string[]): Entry | undefined {
    const shown = this.shown();
    const first = shown.findIndex(({ key }) => keys.includes(key));
    const at = Math.max(0, first);
    const stays = (entry: Entry) => !keys.includes(entry.key);
    return shown.slice(at).find(stays) ?? shown.slice(0, at).findLast(stays);
  }

  /** How many papers of the page the reader has hidden one by one. */
  get hiddenCount(): number {
    return this.cards().filter(({ key }) => this.hidden.has(key)).length;
  }

  /** How many cards the query finds. */
  found(): number {
    return this.cards().filter((entry) => this.filter.finds(entry)).length;
  }

  /** Gives every card the look it should have. */
  draw(): void {
    const entries = [...this.bridge.listing.entries.values()];
    void this.seen.follow(entries);
    this.looks = new Map(entries.map((entry) => [entry, this.lookOf(entry)]));
    const parts = [...this.looks].flatMap(([{ card }, look]) =>
      look === 'plain' ? [] : partsOf(card).map((part): [Element, Look] => [part, look]),
    );
    this.veil.apply(new Map(parts));
  }

  /** Reads what a query needs of cards that were not read yet. Whether anything may look otherwise now. */
  async read(): Promise<boolean> {
    return this.filter.isOn && (await this.filter.prepare([...this.bridge.listing.entries.values()]));
  }

  /** Everything is the page's again. */
  end(): void {
    this.veil.apply(new Map());
  }

  private lookOf(entry: Entry): Look {
    const { mark, key } = entry;
    const { saved, read, seen, rest, isNewOnly } = this.wishes;
    const wasSeen = this.seen.wasSeen(entry) === true;
    const all: Look[] = [
      this.hidden.has(key) ? 'hide' : 'plain',
      this.filter.finds(entry) ? 'plain' : rest,
      mark ? saved : 'plain',
      mark?.status === 'read' ? read : 'plain',
      wasSeen ? seen : 'plain',
      wasSeen && isNewOnly ? rest : 'plain',
    ];
    return all.includes('hide') ? 'hide' : all.includes('dim') ? 'dim' : 'plain';
  }
}
