/** The paper that the panel is open on: a card's paper at the time of opening. */
import type { CardOverlay } from '../core/card-overlay';
import type { FrameView, Opening } from '../core/injected-scripts';

/** Marks a card's control as having the panel open, or not. */
function setOpen(overlay: CardOverlay, isOpen: boolean): void {
  overlay.isOpen = isOpen;
  overlay.draw();
}

export class PanelPaper implements FrameView {
  readonly offer;
  readonly #key: string;
  readonly #overlay: CardOverlay;

  constructor(overlay: CardOverlay, { saved }: Opening) {
    this.#key = overlay.key;
    this.#overlay = overlay;
    this.offer = { key: this.#key, ...(saved !== undefined && { saved }) };
    setOpen(overlay, true);
  }

  /** The control's box; undefined once the page removed the card or put another paper into it. */
  anchor(): DOMRect | undefined {
    return this.#isThere() ? this.#overlay.control?.box() : undefined;
  }

  isOpener(target: EventTarget | null): boolean {
    return target === this.#overlay.control?.host;
  }

  focus(): void {
    if (this.#isThere()) this.#overlay.control?.focus();
  }

  closed(): void {
    setOpen(this.#overlay, false);
  }

  #isThere(): boolean {
    return this.#overlay.key === this.#key && this.#overlay.control?.host.isConnected === true;
  }
}
