/** The card that the keys act on: ringed, its control focused. It stays with its paper. */

import type { CardOverlay } from '../core/card-overlay';
import { element } from '../core/dom';
import type { PageScript } from '../core/page-script';
import { elementsOf } from './veil';

/** px that the ring stands off the card. */
const gap = 3;

export class Cursor {
  readonly #page: PageScript;
  #key: string | undefined;
  #isWaiting = false;
  /** The card to whose control the focus is on its way. */
  #coming: string | undefined;
  readonly #ring = element('div', { className: 'ring', hidden: true });

  constructor(page: PageScript) {
    this.#page = page;
    const { life, layer } = page;
    // Below all else of ours.
    layer.attach().prepend(this.#ring);
    life.listen(window, ['scroll', 'resize'], () => this.placeLater(), { capture: true, passive: true });
  }

  /** The card it is on; undefined where its paper is not on the page any more. */
  overlay(shown: readonly CardOverlay[]): CardOverlay | undefined {
    return shown.find(({ key }) => key === this.#key);
  }

  /** Goes so many cards on; from nowhere to the first that is in sight. */
  move(by: 1 | -1, shown: readonly CardOverlay[]): CardOverlay | undefined {
    const at = shown.findIndex(({ key }) => key === this.#key);
    const next = at < 0 ? (shown.find(isInSight) ?? shown[0]) : shown[at + by];
    if (next) this.put(next);
    return next;
  }

  /** Goes to a card, brings it into sight and the focus to its control. */
  put(overlay: CardOverlay): void {
    this.#key = overlay.key;
    const { top, bottom, height } = boxOf(overlay);
    const isWhole = top >= 64 && bottom <= innerHeight - 48;
    if (!isWhole) overlay.card.element.scrollIntoView({ block: height > innerHeight - 112 ? 'start' : 'center' });
    this.#focus(overlay);
    this.place();
  }

  /**
   * Goes to the card that has the focus, unless the focus is still on its way: keys may come faster than controls get their
   * place, and must not lead back.
   */
  follow(overlay: CardOverlay): void {
    if (this.#coming === undefined || this.#coming !== this.#key) this.note(overlay);
  }

  /** Goes to a card that the reader has chosen otherwise; nothing moves. */
  note(overlay: CardOverlay): void {
    this.#key = overlay.key;
    this.place();
  }

  /** Has its card's control focused again. */
  resume(): void {
    const overlay = [...this.#page.listing.overlays.values()].find(({ key }) => key === this.#key);
    if (overlay) this.#focus(overlay);
  }

  /** To where nothing is chosen. */
  leave(): void {
    this.#key = undefined;
    this.place();
  }

  /** Draws the ring where its card is now. */
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

  /** What has the focus, in our layer or on the page. */
  #focused(): Element | null {
    return this.#page.layer.attach().activeElement ?? document.activeElement;
  }

  /**
   * A control that was made just now cannot be focused before it has its place. Given up where the focus went elsewhere
   * meanwhile: into the line for tags, say, which a quick hand already types into.
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

/** The box around all of a card. */
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
