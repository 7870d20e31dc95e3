/**
 * The cards of one page, and the marks of their papers. The page is the truth: it is read again after every change, and a mark
 * belongs to ids, never to an element.
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
  /** By the cards' elements, in page order. */
  readonly overlays = new Map<Element, CardOverlay>();
  readonly controls: Controls;
  /** Whether the page is read and controls are drawn. False until the settings are known. */
  isOn = false;
  /** How many cards could not be parsed at the last reading. */
  #unparsed = 0;
  /** Counts changes, so that an older answer does not override a newer one. */
  #clock = 0;
  /** Counts readings: a newer one cancels those before. */
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
    this.#watcher = new Watcher(site.watchedAttributes ?? [], () => this.refresh(), life);
    life.onEnd(() => this.turn(false));
  }

  /** Reads the page and updates the overlays. */
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

  /** Applies marks to all cards that show one of the ids. `at` is the number of the change when they were requested. */
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

  /** Changes the state of all cards that show one of the ids and are in the state `from`, or in any. */
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

  /** Looks the changed papers up again; all papers if no key is given. */
  libraryChanged(keys: readonly string[]): void {
    const concerned = keys.length ? this.about(keys) : [...this.overlays.values()];
    if (concerned.length) this.#lookUp(concerned);
  }

  /** Starts to read the page, or removes everything from it. */
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

  /** Counts the papers of the page, each once. */
  count(): Counts {
    const papers = new Set<string>();
    const saved = new Set<string>();
    for (const { key, mark } of this.overlays.values()) (mark ? saved : papers).add(key);
    return { papers: papers.size + saved.size, saved: saved.size, unparsed: this.#unparsed };
  }

  /** Looks up the marks of cards. */
  async #lookUp(overlays: CardOverlay[]): Promise<void> {
    const at = ++this.#clock;
    for (const ids of cardIdBatches(overlays)) {
      const marks = await send('lookup', ids).catch(this.#layer.sayError);
      // The page may have changed while the answer was on its way.
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
