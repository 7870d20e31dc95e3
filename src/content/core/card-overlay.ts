/** One card of the page as the overlay knows it: what is shown on it and what is known of its paper. */
import type { Mark } from '../../paper/marks';
import type { Card } from '../../sites/site';
import type { Control, SaveState } from './control';
import { type Missing, missingFacts } from './missing-facts';

/** How often a page may take a control out within two seconds before it has its way. */
const maxReturns = 5;

export class CardOverlay {
  mark: Mark | undefined;
  state: SaveState = 'waiting';
  /** Made once the card came near the viewport. */
  control: Control | undefined;
  /** Clock of the last change, so that an older look-up does not overrule it. */
  since = 0;
  /** The panel of this card is open. */
  isOpen = false;
  #missing: Missing | undefined;
  #returns = 0;
  #returnedAt = 0;

  readonly #drawn: (overlay: CardOverlay) => void;

  /** `drawn` is called each time the control was drawn. */
  constructor(
    public card: Card,
    drawn: (overlay: CardOverlay) => void,
  ) {
    this.#drawn = drawn;
  }

  get key(): string {
    return this.card.ids[0] as string;
  }

  /**
   * Takes what the page now shows in this element. True if that is another paper: everything known is forgotten then,
   * before anything is drawn.
   */
  renew(card: Card): boolean {
    const isOther = card.ids[0] !== this.key;
    this.card = card;
    if (isOther) {
      this.#missing = undefined;
      this.mark = undefined;
      this.state = 'waiting';
      this.since = 0;
    }
    return isOther;
  }

  /** True if the page still shows this paper in this element, read from it as it is now. */
  isStill(): boolean {
    return this.card.element.isConnected && this.card.facts().ids[0] === this.key;
  }

  /** The mark as the library has it: saved, or not. */
  setMark(mark: Mark | undefined, clock: number): void {
    this.mark = mark;
    this.state = mark ? 'saved' : 'free';
    this.since = clock;
  }

  /** Whether a control that the page took out should come back: a page that takes it at once each time has its way. */
  mayReturn(): boolean {
    const now = performance.now();
    if (now - this.#returnedAt > 2000) this.#returns = 0;
    this.#returnedAt = now;
    return ++this.#returns <= maxReturns;
  }

  draw(): void {
    const { card, control, state, mark, isOpen } = this;
    if (!control) return;
    this.#missing ??= missingFacts(card.facts(), card.element);
    control.draw(state === 'waiting' ? undefined : { state, title: card.title, mark, missing: this.#missing, isOpen });
    this.#drawn(this);
  }

  remove(): void {
    this.control?.host.remove();
    this.control = undefined;
  }
}
