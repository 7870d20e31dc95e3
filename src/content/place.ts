/** Where a control stands: in the white space that a site's file names, out of the page's flow. */
import type { Spot } from '../sites/site';

/** An element of the card and the corner of it that the control takes. */
export interface Place {
  slot: Element;
  spot: Spot;
}

/** Height of the strip that holds the control and the facts, px. */
export const height = 22;

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** The place in use: the narrow one where the page hides the other. */
export const placeOf = (card: Place & { narrow?: Place }): Place =>
  card.narrow && !isShown(card.slot) && isShown(card.narrow.slot) ? card.narrow : card;

/**
 * Declarations that put a host, which has none of them now, at its place. A slot that is its containing block needs no
 * measuring: insets do. Else the host keeps its static position, which travels with the card, and is shifted from there;
 * the shift changes only with the slot's size.
 */
export function placed(host: HTMLElement, { slot, spot: { corner, x = 8, y = 8 } }: Place): string {
  const edge = corner.startsWith('top') ? 'top' : 'bottom';
  if (host.offsetParent === slot) return `left:${x}px;right:${x}px;${edge}:${y}px`;
  const box = slot.getBoundingClientRect();
  const now = host.getBoundingClientRect();
  const top = edge === 'top' ? box.top + y : box.bottom - y - height;
  return `width:${Math.max(0, box.width - 2 * x)}px;translate:${box.left + x - now.left}px ${top - now.top}px`;
}

const solid = 'img,svg,video,canvas,input,button,select';

/**
 * How much of the strip's line is free of what the card shows there, px beside the control. Boxes of elements that hold
 * text are taken whole: rather too little than one covered word.
 */
export function room(card: Element, strip: DOMRect, isLeft: boolean): number {
  let free = strip.width;
  for (const element of card.querySelectorAll('*')) {
    if (!element.matches(solid) && ![...element.childNodes].some(isText)) continue;
    for (const box of element.getClientRects()) {
      const isBeside =
        box.bottom > strip.top + 2 && box.top < strip.bottom - 2 && box.right > strip.left && box.left < strip.right;
      if (isBeside) free = Math.min(free, isLeft ? box.left - strip.left : strip.right - box.right);
    }
  }
  return free;
}

const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
