/** Places controls: in white space that the site's file names, outside the page's layout. */
import type { Card, Place } from '../../sites/site';

/** Height of the strip that holds the control and the facts, px. */
export const height = 22;

/** A place for a control, and the room there. */
interface FoundPlace {
  place: Place;
  strip: Box;
  /** Free width of the strip from its corner, px. */
  free: number;
}

/** The first visible place of a card with at least `wanted` px; else the first visible one. */
export function findPlace(card: Card, wanted: number): FoundPlace {
  const all = [card, ...(card.elsewhere ?? [])].filter(({ slot }) => slot.getClientRects().length > 0);
  let first: FoundPlace | undefined;
  for (const place of all) {
    const strip = stripOf(place);
    const free =
      place.after && inline ? inline.room(place.slot, place.after, strip) : room(card.element, strip, isLeft(place));
    const here = { place, strip, free };
    if (here.free >= wanted) return here;
    first ??= here;
  }
  return first ?? { place: card, strip: stripOf(card), free: 0 };
}

/** Whether the control is at the left end of its strip, with the facts to its right. */
export const isLeft = ({ spot, after }: Place): boolean => after !== undefined || spot.corner.endsWith('left');

/** A box in the viewport, px. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The strip of a place, for control and facts: as wide as the slot, less the distance of the spot on both sides. */
function stripOf({ slot, spot: { corner, x = 8, y = 8 }, after }: Place): Box {
  if (after && inline) return inline.strip(slot, after);
  const outer = slot.getBoundingClientRect();
  const left = outer.left + slot.clientLeft + x;
  const above = outer.top + slot.clientTop;
  const top = corner.startsWith('top') ? above + y : above + slot.clientHeight - y - height;
  return { left, right: left + Math.max(0, slot.clientWidth - 2 * x), top, bottom: top + height };
}

/**
 * Places controls behind links in running text. Implemented in `behind.ts`, which only the script that reads any page contains.
 */
interface InlinePlacing {
  strip(slot: Element, after: Element): Box;
  room(slot: Element, after: Element, strip: Box): number;
  /** Shows the control whole or small. */
  show(strip: Element, after: Element, isSmall: boolean): void;
}
export let inline: InlinePlacing | undefined;
export const setInlinePlacing = (placing: InlinePlacing): void => {
  inline = placing;
};

/** How far a host is shifted from where the page's layout would put it, px. */
export interface Shift {
  x: number;
  y: number;
}

/**
 * Declarations that put a host on its strip. In a slot that is its containing block insets do. Elsewhere it keeps its
 * static position, which travels with the card, and is shifted from there; `shift` is what it is shifted by now, and that
 * changes only with the slot's size.
 */
export function placed(host: HTMLElement, place: Place, strip: Box, shift: Shift) {
  const { slot, spot, after } = place;
  const { corner, x = 8, y = 8 } = spot;
  if (host.offsetParent === slot && !after) {
    const edge = corner.startsWith('top') ? 'top' : 'bottom';
    return { declarations: `left:${x}px;right:${x}px;${edge}:${y}px`, shift: { x: 0, y: 0 } };
  }
  const now = host.getBoundingClientRect();
  const next = { x: strip.left - now.left + shift.x, y: strip.top - now.top + shift.y };
  return { declarations: `width:${strip.right - strip.left}px;translate:${next.x}px ${next.y}px`, shift: next };
}

export const solid = 'img,svg,video,canvas,input,button,select';

/**
 * How much of a strip is free of what its card shows there, px beside the control. Boxes of elements that hold text are
 * taken whole: rather too little than one covered word.
 */
function room(card: Element, strip: Box, isLeft: boolean): number {
  let free = strip.right - strip.left;
  for (const element of card.children) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // No box of its own: `display: contents`, whose children have boxes, or hidden, whose children have none.
    const isBoxless = left === right && top === bottom;
    const isBeside = bottom > strip.top + 2 && top < strip.bottom - 2 && right > strip.left && left < strip.right;
    if (!isBoxless && !isBeside) continue;
    if (!isBoxless && (element.matches(solid) || [...element.childNodes].some(isText)))
      free = Math.min(free, isLeft ? left - strip.left : strip.right - right);
    else free = Math.min(free, room(element, strip, isLeft));
  }
  return free;
}

export const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
