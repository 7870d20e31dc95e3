/** The paper that a panel is open on: a card's paper at the time of opening. */
import type { CardOverlay } from '../core/card-overlay';

export class PanelPaper {
  /** The id that messages of the panel name. */
  readonly key: string;

  constructor(readonly overlay: CardOverlay) {
    this.key = overlay.key;
  }

  /** The control's box; undefined once the page removed the card or put another paper into it. */
  anchor(): DOMRect | undefined {
    return this.isThere() ? this.overlay.control?.box() : undefined;
  }

  /** Whether an event came from the control. */
  isControl(target: EventTarget | null): boolean {
    return target === this.overlay.control?.host;
  }

  /** Focuses the control, if it still is this paper's. */
  focus(): void {
    if (this.isThere()) this.overlay.control?.focus();
  }

  private isThere(): boolean {
    return this.overlay.key === this.key && this.overlay.control?.host.isConnected === true;
  }
}
