/** One card of the page: its control, and what is known of its paper. */
import type { Mark } from '../../paper/marks';
import type { Card } from '../../sites/site';
import type { Control, SaveState } from './control';
import { type Missing, missingFacts } from './missing-facts';

/** How often a control that the page removes comes back, if less than two seconds pass between the times. */
const maxReturns = 5;

export class CardOverlay {
  mark: Mark | undefined;
  state: SaveState = 'waiting';
  /** Created when the card comes near the viewport. */
  control: Control | undefined;
  /** Number of the last change, so that the answer of an older look-up does not override it. */
  since = 0;
  /** Whether the panel is open on this card. */
  isOpen = false;
  #missing: Missing | undefined;
  #returns = 0;
  #returnedAt = 0;

  readonly #drawn: (overlay: CardOverlay) => void;

  /** `drawn` is called after the control is drawn. */
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
   * Takes the card that the page now shows in this element. If it is of another paper, returns true and forgets all that is
   * known, before anything is drawn.
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

  /** Whether the page still shows this paper in this element. Reads the element again. */
  isStill(): boolean {
    return this.card.element.isConnected && this.card.facts().ids[0] === this.key;
  }

  /** Sets the mark that the library has; undefined if the paper is not saved. */
  setMark(mark: Mark | undefined, clock: number): void {
    this.mark = mark;
    this.state = mark ? 'saved' : 'free';
    this.since = clock;
  }

  /** Whether a control that the page removed should come back. Not if the page keeps removing it at once. */
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
