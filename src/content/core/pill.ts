/** The page bar at rest: one quiet count. All that it opens into is injected when the reader first reaches for it. */
import { plural, t } from '../../locale';
import type { BarState } from '../../messages/contract';
import { element, unfindable } from './dom';
import type { Lifetime } from './lifetime';

/** What there is to count on a page. */
export interface Counts {
  papers: number;
  saved: number;
  /** Cards without a title or an id. */
  unparsed: number;
}

export class Pill {
  readonly button = element('button', { type: 'button', className: 'pill', hidden: true, ariaExpanded: 'false' });
  /** As the reader left it on this site; at the right of the window's foot where it was never touched. */
  state: BarState = { x: 1, y: 1, is: 'folded' };
  /** Whether the reader wants a bar at all. */
  isWanted = false;
  counts: Counts = { papers: 0, saved: 0, unparsed: 0 };

  /** `reach` is told when the reader reaches for it, and whether to open it. */
  constructor(reach: (opens: boolean) => unknown, life: Lifetime) {
    life.listen(this.button, ['pointerenter', 'focus', 'click'], ({ isTrusted, type }) => {
      if (isTrusted) reach(type === 'click');
    });
  }

  /** Whether there is anything to see to: one paper on a page of its own is not. */
  get isWorthwhile(): boolean {
    return this.counts.papers > 1 || this.counts.unparsed > 0;
  }

  draw(): void {
    const { papers, saved, unparsed } = this.counts;
    const text = unparsed ? plural('overlayUnread', unparsed) : `${plural('papers', papers)} · ${t('barSaved', saved)}`;
    this.button.hidden = !this.isWanted || this.state.is !== 'folded' || !this.isWorthwhile;
    // What tells of saved papers is not to be found by the page.
    this.button.replaceChildren(unfindable(text));
    this.button.ariaLabel = t('barName', text);
    this.button.classList.toggle('warning', unparsed > 0);
    moveTo(this.button, this.state);
  }
}

/** Puts a box at a share of the window's free width and height. */
export function moveTo({ style }: HTMLElement, { x, y }: BarState): void {
  style.setProperty('--x', String(x));
  style.setProperty('--y', String(y));
}
