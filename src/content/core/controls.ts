/** The controls on a page's cards: made when a card comes near the viewport, and kept at their places. */
import { inSlices } from '../../async/slices';
import type { Card } from '../../sites/site';
import type { CardOverlay } from './card-overlay';
import { arrange, Control } from './control';
import { cardHosts } from './dom';
import type { Emitter } from './emitter';
import type { Lifetime } from './lifetime';
import type { PageEvents } from './page-events';
import { letPageWork } from './reading';

/** The element whose size decides where a card's control stands: a link in running text has none of its own. */
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
  readonly #life: Lifetime;

  /** `overlays` are the cards on the page at any time, by their elements. */
  constructor(overlays: ReadonlyMap<Element, CardOverlay>, events: Emitter<PageEvents>, life: Lifetime) {
    this.#overlays = overlays;
    this.#events = events;
    this.#life = life;
  }

  /** A card came: it gets its control once it is near the viewport. */
  await(overlay: CardOverlay): void {
    this.#near.observe(overlay.card.element);
  }

  /** The card's control, made now if it was not yet. */
  give(overlay: CardOverlay): Control {
    if (overlay.control) return overlay.control;
    const control = new Control((byKey) => this.#events.emit('pressed', { overlay, byKey }), this.#life);
    overlay.control = control;
    control.setTheme(this.#isDark);
    overlay.draw();
    overlay.card.slot.append(control.host);
    // Calls once at the beginning, when the page is laid out anyhow: then the control takes its place and is seen.
    this.#sizes.observe(measured(overlay.card));
    if (overlay.card.after) arrange([overlay]);
    return control;
  }

  /** A card went, and its control with it. */
  drop(overlay: CardOverlay): void {
    this.#near.unobserve(overlay.card.element);
    // A block of text may hold other cards' links.
    if (!overlay.card.after) this.#sizes.unobserve(overlay.card.element);
    overlay.remove();
  }

  /** Gives every control its place anew: they need more room, or less. */
  arrange(): void {
    arrange([...this.#overlays.values()]);
  }

  /** Controls that the page took out or moved come back; copies of them that it made go. */
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

  /** Makes the controls of cards that came near the viewport. */
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
