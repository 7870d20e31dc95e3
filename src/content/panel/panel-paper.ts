/** The paper a panel is about: a card's, as it was when the panel opened. */
import type { Mark } from '../../paper/marks';
import type { Facts } from '../../paper/paper';
import type { CardOverlay } from '../core/card-overlay';

export class PanelPaper {
  /** The id that the panel's messages name. */
  readonly key: string;
  readonly title: string;
  readonly facts: Facts;

  constructor(
    readonly overlay: CardOverlay,
    /** As the library had it last. */
    public mark: Mark,
  ) {
    this.key = overlay.key;
    this.title = overlay.card.title;
    this.facts = overlay.card.facts();
  }

  /** The control's box now; undefined once the page took the card away or put another paper into it. */
  anchor(): DOMRect | undefined {
    return this.isThere() ? this.overlay.control?.box() : undefined;
  }

  /** Whether an event came from the control. */
  isControl(target: EventTarget | null): boolean {
    return target === this.overlay.control?.host;
  }

  /** Focuses the control, where it is still this paper's. */
  focus(): void {
    if (this.isThere()) this.overlay.control?.focus();
  }

  private isThere(): boolean {
    return this.overlay.key === this.key && this.overlay.control?.host.isConnected === true;
  }
}
