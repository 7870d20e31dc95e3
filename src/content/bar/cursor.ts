/** The cursor: the card that keys act on. It has a ring and its control has the focus. It follows its paper. */

import type { CardOverlay } from '../core/card-overlay';
import { element } from '../core/dom';
import type { PageScript } from '../core/page-script';
import { elementsOf } from './veil';

/** Distance of the ring from the card, px. */
const gap = 3;

export class Cursor {
  readonly #page: PageScript;
  #key: string | undefined;
  #isWaiting = false;
  /** Key of the card whose control is about to get the focus. */
  #coming: string | undefined;
  readonly #ring = element('div', { className: 'ring', hidden: true });

  constructor(page: PageScript) {
    this.#page = page;
    const { life, layer } = page;
    // First, so that everything else of ours is above it.
    layer.attach().prepend(this.#ring);
    life.listen(window, ['scroll', 'resize'], () => this.placeLater(), { capture: true, passive: true });
  }

  /** The card it is on; undefined if the page no longer shows its paper. */
  overlay(shown: readonly CardOverlay[]): CardOverlay | undefined {
    return shown.find(({ key }) => key === this.#key);
  }

  /** Moves to the next or previous card; without a current card, to the first one in the viewport. */
  move(by: 1 | -1, shown: readonly CardOverlay[]): CardOverlay | undefined {
    const at = shown.findIndex(({ key }) => key === this.#key);
    const next = at < 0 ? (shown.find(isInSight) ?? shown[0]) : shown[at + by];
    if (next) this.put(next);
    return next;
  }

  /** Moves to a card, scrolls it into view and focuses its control. */
  put(overlay: CardOverlay): void {
    this.#key = overlay.key;
    const { top, bottom, height } = boxOf(overlay);
    const isWhole = top >= 64 && bottom <= innerHeight - 48;
    if (!isWhole) overlay.card.element.scrollIntoView({ block: height > innerHeight - 112 ? 'start' : 'center' });
    this.#focus(overlay);
    this.place();
  }

  /**
   * Moves to the card that has the focus, unless a focus change is pending: keys may arrive faster than controls can take the
   * focus, and must not move the cursor back.
   */
  follow(overlay: CardOverlay): void {
    if (this.#coming === undefined || this.#coming !== this.#key) this.note(overlay);
  }

  /** Moves to a card without scrolling or focusing. */
  note(overlay: CardOverlay): void {
    this.#key = overlay.key;
    this.place();
  }

  /** Focuses the control of the current card again. */
  resume(): void {
    const overlay = [...this.#page.listing.overlays.values()].find(({ key }) => key === this.#key);
    if (overlay) this.#focus(overlay);
  }

  /** Leaves the current card; no card has the cursor then. */
  leave(): void {
    this.#key = undefined;
    this.place();
  }

  /** Moves the ring to where the card is now. */
  place(): void {
    const overlay = [...this.#page.listing.overlays.values()].find(({ key }) => key === this.#key);
    const box = overlay && boxOf(overlay);
    this.#ring.hidden = !box || box.height === 0;
    if (!box) return;
    const { left, top, width, height } = box;
    Object.assign(this.#ring.style, {
      left: `${left - gap}px`,
      top: `${top - gap}px`,
      width: `${width + 2 * gap}px`,
      height: `${height + 2 * gap}px`,
    });
  }

  placeLater(): void {
    if (this.#isWaiting || this.#key === undefined) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.place();
    });
  }

  /** The element with the focus, in our layer or on the page. */
  #focused(): Element | null {
    return this.#page.layer.attach().activeElement ?? document.activeElement;
  }

  /**
   * A new control cannot take the focus before it has its place, so this retries in the next frames. It gives up if the focus
   * moved meanwhile, say into the tag field.
   */
  #focus(overlay: CardOverlay, tries = 3): void {
    const control = this.#page.listing.controls.give(overlay);
    control.focus();
    const isThere = document.activeElement === control.host || tries === 0;
    this.#coming = isThere ? undefined : overlay.key;
    if (isThere) return;
    const from = this.#focused();
    requestAnimationFrame(() => {
      if (this.#key === overlay.key && this.#focused() === from) this.#focus(overlay, tries - 1);
      else if (this.#coming === overlay.key) this.#coming = undefined;
    });
  }
}

/** The bounding box of all elements of a card. */
function boxOf({ card }: CardOverlay): DOMRect {
  const boxes = elementsOf(card).map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

const isInSight = (overlay: CardOverlay): boolean => {
  const { top, height } = boxOf(overlay);
  return height > 0 && top >= 0 && top < innerHeight;
};
