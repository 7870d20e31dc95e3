/** The controls of all cards: creates them when cards come near the viewport, and keeps them at their places. */
import { inSlices } from '../../async/slices';
import type { Card } from '../../sites/site';
import type { CardOverlay } from './card-overlay';
import { arrange, Control } from './control';
import { cardHosts } from './dom';
import type { Emitter } from './emitter';
import type { Lifetime } from './lifetime';
import type { PageEvents } from './page-events';
import { letPageWork } from './reading';

/** The element whose size decides where a card's control goes: for a link in running text, its slot. */
const measured = ({ after, slot, element }: Card): Element => (after ? slot : element);

export class Controls {
  #isDark = false;
  readonly #near = new IntersectionObserver((seen) => this.#fill(seen), { rootMargin: '400px 0px' });
  readonly #sizes = new ResizeObserver((sized) => {
    const targets = new Set(sized.map(({ target }) => target));
    arrange([...this.#overlays.values()].filter(({ card }) => targets.has(measured(card))));
  });

  readonly #overlays: ReadonlyMap<Element, CardOverlay>;
  readonly #events: Emitter<PageEvents>;

  /** `overlays` are the current cards, by their elements. */
  constructor(overlays: ReadonlyMap<Element, CardOverlay>, events: Emitter<PageEvents>, life: Lifetime) {
    this.#overlays = overlays;
    this.#events = events;
    life.onEnd(() => {
      this.#near.disconnect();
      this.#sizes.disconnect();
    });
  }

  /** Creates the control of a new card once the card is near the viewport. */
  await(overlay: CardOverlay): void {
    this.#near.observe(overlay.card.element);
  }

  /** Returns the control of a card; creates it if needed. */
  give(overlay: CardOverlay): Control {
    if (overlay.control) return overlay.control;
    const control = new Control(() => this.#events.emit('pressed', overlay));
    overlay.control = control;
    control.setTheme(this.#isDark);
    overlay.draw();
    overlay.card.slot.append(control.host);
    // Observers are called first after the next layout: then the control is placed and becomes visible.
    this.#sizes.observe(measured(overlay.card));
    if (overlay.card.after) arrange([overlay]);
    return control;
  }

  /** Removes the control of a card that is gone. */
  drop(overlay: CardOverlay): void {
    this.#near.unobserve(overlay.card.element);
    // The slot of an inline link may be the slot of other links.
    if (!overlay.card.after) this.#sizes.unobserve(overlay.card.element);
    overlay.remove();
  }

  /** Places all controls again, after the room that they need has changed. */
  arrange(): void {
    arrange([...this.#overlays.values()]);
  }

  /** Puts back controls that the page removed or moved, and removes copies that it made. */
  restore(): void {
    const own = new Set<Element>();
    const moved: CardOverlay[] = [];
    for (const overlay of this.#overlays.values()) {
      const { control, card } = overlay;
      if (!control) continue;
      own.add(control.host);
      const isThere = [card, ...(card.elsewhere ?? [])].some(({ slot }) => slot === control.host.parentNode);
      if (!isThere && overlay.mayReturn()) moved.push(overlay);
    }
    for (const host of document.querySelectorAll(cardHosts)) if (!own.has(host)) host.remove();
    arrange(moved);
  }

  setTheme(isDark: boolean): void {
    this.#isDark = isDark;
    for (const { control } of this.#overlays.values()) control?.setTheme(isDark);
  }

  /** Creates the controls of cards that came near the viewport. */
  async #fill(seen: IntersectionObserverEntry[]): Promise<void> {
    await inSlices(
      seen,
      ({ isIntersecting, target }) => {
        const overlay = this.#overlays.get(target);
        if (isIntersecting && overlay) this.give(overlay);
      },
      letPageWork,
    );
  }
}
