/**
 * The cards of one page and what the library knows of their papers. The visible cards decide everything: they are read again
 * after every change of the page, and a mark belongs to ids, never to an element.
 */
import { send } from '../../messages/transport';
import type { Mark } from '../../paper/marks';
import type { Card, Site } from '../../sites/site';
import { cardIdBatches } from './batches';
import { CardOverlay } from './card-overlay';
import type { SaveState } from './control';
import { Controls } from './controls';
import type { Emitter } from './emitter';
import type { Layer } from './layer';
import type { Lifetime } from './lifetime';
import type { PageEvents } from './page-events';
import type { Counts } from './pill';
import { readSettled } from './reading';
import { Watcher } from './watch';

export class Listing {
  /** By the card's element, in page order. */
  readonly overlays = new Map<Element, CardOverlay>();
  readonly controls: Controls;
  /** Nothing is read or drawn before it is known that the site is on. */
  isOn = false;
  /** Cards that had no title or no id at the last reading. */
  #unparsed = 0;
  /** Counts changes, so that an older answer does not overrule a newer one. */
  #clock = 0;
  /** Counts readings: only the last one counts. */
  #reading = 0;
  readonly #watcher: Watcher;

  readonly #site: Site;
  readonly #layer: Layer;
  readonly #events: Emitter<PageEvents>;

  constructor(site: Site, layer: Layer, events: Emitter<PageEvents>, life: Lifetime) {
    this.#site = site;
    this.#layer = layer;
    this.#events = events;
    this.controls = new Controls(this.overlays, events, life);
    this.#watcher = new Watcher(() => this.refresh(), life);
    life.onEnd(() => this.turn(false));
  }

  /** Reads the page as it is now and makes the overlay follow it. */
  async refresh(): Promise<void> {
    if (!this.isOn) return;
    const mine = ++this.#reading;
    const reading = await readSettled(this.#site, this.#watcher, () => mine !== this.#reading);
    if (!reading) return;
    this.#follow(reading.cards);
    this.#unparsed = reading.unparsed.length;
    this.#events.emit('changed');
    const unknown = [...this.overlays.values()].filter(({ state }) => state === 'waiting');
    if (unknown.length) this.#lookUp(unknown);
  }

  /** Draws what the library says of some ids, on every card that shows them. `at` is the time of asking. */
  apply(ids: readonly string[], marks: Record<string, Mark>, at = ++this.#clock): void {
    for (const overlay of this.about(ids)) {
      if (overlay.since > at) continue;
      const key = overlay.card.ids.find((id) => Object.hasOwn(marks, id));
      overlay.setMark(key === undefined ? undefined : marks[key], at);
      overlay.draw();
      this.#events.emit('marked', overlay);
    }
    this.#events.emit('changed');
  }

  /** Draws another state on every card that shows one of the ids, where it is in the state `from`. */
  setState(ids: readonly string[], from: SaveState | undefined, to: SaveState): void {
    const at = ++this.#clock;
    for (const overlay of this.about(ids)) {
      if (from !== undefined && overlay.state !== from) continue;
      overlay.state = to;
      overlay.since = at;
      overlay.draw();
    }
  }

  /** The cards that show one of the ids. */
  about(ids: readonly string[]): CardOverlay[] {
    const wanted = new Set(ids);
    return [...this.overlays.values()].filter(({ card }) => card.ids.some((id) => wanted.has(id)));
  }

  /** The library changed: asks again about the papers concerned; about all if none is named. */
  libraryChanged(keys: readonly string[]): void {
    const concerned = keys.length ? this.about(keys) : [...this.overlays.values()];
    if (concerned.length) this.#lookUp(concerned);
  }

  /** Begins to read the page, or takes everything off it. */
  turn(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    this.#reading++;
    if (isOn) {
      this.#watcher.start();
      this.refresh();
      return;
    }
    this.#watcher.stop();
    for (const overlay of this.overlays.values()) this.#drop(overlay);
    this.overlays.clear();
    this.#unparsed = 0;
    this.#events.emit('changed');
  }

  /** Papers on the page, each once, and how many of them are saved. */
  count(): Counts {
    const papers = new Set<string>();
    const saved = new Set<string>();
    for (const { key, mark } of this.overlays.values()) (mark ? saved : papers).add(key);
    return { papers: papers.size + saved.size, saved: saved.size, unparsed: this.#unparsed };
  }

  /** Asks the library about cards. */
  async #lookUp(overlays: CardOverlay[]): Promise<void> {
    const at = ++this.#clock;
    for (const ids of cardIdBatches(overlays)) {
      const marks = await send('lookup', ids).catch(this.#layer.sayError);
      // The page may have put other papers into these elements meanwhile.
      if (this.#watcher.isStale()) await this.refresh();
      if (marks) this.apply(ids, marks, at);
      else this.setState(ids, 'waiting', 'free');
    }
  }

  #follow(cards: Card[]): void {
    const before = new Map(this.overlays);
    this.overlays.clear();
    for (const card of cards) {
      const known = before.get(card.element);
      const overlay = known ?? new CardOverlay(card, (drawn) => this.#events.emit('drawn', drawn));
      this.overlays.set(card.element, overlay);
      before.delete(card.element);
      if (!known) this.controls.await(overlay);
      else if (known.renew(card)) {
        known.draw();
        this.#events.emit('gone', known);
      }
    }
    for (const overlay of before.values()) this.#drop(overlay);
    this.controls.restore();
  }

  #drop(overlay: CardOverlay): void {
    this.controls.drop(overlay);
    this.#events.emit('gone', overlay);
  }
}
