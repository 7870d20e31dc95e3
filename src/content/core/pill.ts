/** The folded page bar: one count. The script of the bar is injected when the user first points at it, focuses or clicks it. */
import { plural, t } from '../../locale';
import type { BarState } from '../../messages/contract';
import { element, unfindable } from './dom';
import type { Lifetime } from './lifetime';

/** Counts of a page. */
export interface Counts {
  papers: number;
  saved: number;
  /** Cards that could not be parsed. */
  unparsed: number;
}

export class Pill {
  readonly button = element('button', { type: 'button', className: 'pill', hidden: true, ariaExpanded: 'false' });
  /** As the user left it on this site; at first at the bottom right. */
  state: BarState = { x: 1, y: 1, is: 'folded' };
  /** Whether pages should have a bar. */
  isWanted = false;
  counts: Counts = { papers: 0, saved: 0, unparsed: 0 };

  /** `reach` is called when it is hovered, focused or clicked; `opens` tells a click. */
  constructor(reach: (opens: boolean) => unknown, life: Lifetime) {
    life.listen(this.button, ['pointerenter', 'focus', 'click'], ({ type }) => reach(type === 'click'));
  }

  /** Whether the page has more than one paper, or cards that could not be parsed. */
  get isWorthwhile(): boolean {
    return this.counts.papers > 1 || this.counts.unparsed > 0;
  }

  draw(): void {
    const { papers, saved, unparsed } = this.counts;
    const text = unparsed ? plural('overlayUnread', unparsed) : `${plural('papers', papers)} · ${t('barSaved', saved)}`;
    this.button.hidden = !this.isWanted || this.state.is !== 'folded' || !this.isWorthwhile;
    // The page must not find out how many papers are saved.
    this.button.replaceChildren(unfindable(text));
    this.button.ariaLabel = t('barName', text);
    this.button.classList.toggle('warning', unparsed > 0);
    moveTo(this.button, this.state);
  }
}

/** Moves a box to a share of the window's free width and height. */
export function moveTo({ style }: HTMLElement, { x, y }: BarState): void {
  const at = (share: number) => `calc(8px + (100% - 16px) * ${share})`;
  Object.assign(style, { left: at(x), top: at(y), translate: `${-100 * x}% ${-100 * y}%` });
}
