/** The card that the keys act on: ringed, its control focused. It stays with its paper. */
import type { Bridge } from '../core/bridge';
import type { Entry } from '../core/card-overlay';
import { element } from '../core/dom';
import { partsOf } from './veil';

/** px that the ring stands off the card. */
const gap = 3;

export class Cursor {
  private key: string | undefined;
  private isWaiting = false;
  /** The card to whose control the focus is on its way. */
  private coming: string | undefined;
  private readonly ring = element('div', { className: 'ring', hidden: true });

  constructor(
    private readonly bridge: Bridge,
    signal: AbortSignal,
  ) {
    // Below all else of ours.
    bridge.layer().prepend(this.ring);
    const later = () => this.placeLater();
    addEventListener('scroll', later, { capture: true, passive: true, signal });
    addEventListener('resize', later, { signal });
    signal.addEventListener('abort', () => this.ring.remove());
  }

  /** The card it is on; undefined where its paper is not on the page any more. */
  entry(shown: readonly Entry[]): Entry | undefined {
    return shown.find(({ key }) => key === this.key);
  }

  /** Goes so many cards on; from nowhere to the first that is in sight. */
  move(by: 1 | -1, shown: readonly Entry[]): Entry | undefined {
    const at = shown.findIndex(({ key }) => key === this.key);
    const next = at < 0 ? (shown.find(isInSight) ?? shown[0]) : shown[at + by];
    if (next) this.put(next);
    return next;
  }

  /** Goes to a card, brings it into sight and the focus to its control. */
  put(entry: Entry): void {
    this.key = entry.key;
    const { top, bottom, height } = boxOf(entry);
    const isWhole = top >= 64 && bottom <= innerHeight - 48;
    if (!isWhole) entry.card.element.scrollIntoView({ block: height > innerHeight - 112 ? 'start' : 'center' });
    this.focus(entry);
    this.place();
  }

  /**
   * Goes to the card that has the focus, unless the focus is still on its way: keys may come faster than controls get their
   * place, and must not lead back.
   */
  follow(entry: Entry): void {
    if (this.coming === undefined || this.coming !== this.key) this.note(entry);
  }

  /** Goes to a card that the reader has chosen otherwise; nothing moves. */
  note(entry: Entry): void {
    this.key = entry.key;
    this.place();
  }

  /** Has its card's control focused again. */
  resume(): void {
    const entry = [...this.bridge.listing.entries.values()].find(({ key }) => key === this.key);
    if (entry) this.focus(entry);
  }

  /** To where nothing is chosen. */
  leave(): void {
    this.key = undefined;
    this.place();
  }

  /** Draws the ring where its card is now. */
  place(): void {
    const entry = [...this.bridge.listing.entries.values()].find(({ key }) => key === this.key);
    const box = entry && boxOf(entry);
    this.ring.hidden = !box || box.height === 0;
    if (!box) return;
    const { left, top, width, height } = box;
    Object.assign(this.ring.style, {
      left: `${left - gap}px`,
      top: `${top - gap}px`,
      width: `${width + 2 * gap}px`,
      height: `${height + 2 * gap}px`,
    });
  }

  placeLater(): void {
    if (this.isWaiting || this.key === undefined) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.place();
    });
  }

  /** What has the focus, in our layer or on the page. */
  private focused(): Element | null {
    return this.bridge.layer().activeElement ?? document.activeElement;
  }

  /**
   * A control that was made just now cannot be focused before it has its place. Given up where the focus went elsewhere
   * meanwhile: into the line for tags, say, which a quick hand already types into.
   */
  private focus(entry: Entry, tries = 3): void {
    const control = this.bridge.listing.give(entry);
    control.focus();
    const isThere = document.activeElement === control.host || tries === 0;
    this.coming = isThere ? undefined : entry.key;
    if (isThere) return;
    const from = this.focused();
    requestAnimationFrame(() => {
      if (this.key === entry.key && this.focused() === from) this.focus(entry, tries - 1);
      else if (this.coming === entry.key) this.coming = undefined;
    });
  }
}

/** The box around all of a card. */
function boxOf({ card }: Entry): DOMRect {
  const boxes = partsOf(card).map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

const isInSight = (entry: Entry): boolean => {
  const { top, height } = boxOf(entry);
  return height > 0 && top >= 0 && top < innerHeight;
};
