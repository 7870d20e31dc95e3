/** One card of the page as the overlay knows it: what is shown on it and what is known of its paper. */
import type { Mark } from '../../paper/marks';
import type { Card } from '../../sites/site';
import type { Control, Look, Shown, State } from './control';
import { type Missing, missingFacts } from './missing-facts';

export class Entry {
  mark: Mark | undefined;
  state: State = 'waiting';
  /** Drawn once it came near the viewport. */
  control: Control | undefined;
  /** Clock of the last change, so that an older look-up does not overrule it. */
  since = 0;
  /** The panel of this card is open. */
  isOpen = false;
  private missing: Missing | undefined;
  private returns = 0;
  private returnedAt = 0;

  constructor(public card: Card) {}

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
      this.missing = undefined;
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
    if (now - this.returnedAt > 2000) this.returns = 0;
    this.returnedAt = now;
    return ++this.returns <= 5;
  }

  draw(): void {
    if (!this.control) return;
    this.control.draw(this.state === 'waiting' ? undefined : this.look(this.state));
    globalThis.offprint?.bar?.drawn(this);
  }

  private look(state: Shown): Look {
    this.missing ??= missingFacts(this.card.facts(), this.card.element);
    return { state, title: this.card.title, mark: this.mark, missing: this.missing, isOpen: this.isOpen };
  }

  remove(): void {
    this.control?.host.remove();
    this.control = undefined;
  }
}
