/** Places a control behind a link in running text: on the link's line, if there is room. */
import css from './behind.css?inline';
import { element } from './dom';
import { type Box, height, isText, setInlinePlacing, solid } from './place';
import { listenTrusted } from './trusted';

/** The rest of the line that an element ends on, up to the edge of its slot; at least as wide as a small control. */
function strip(slot: Element, after: Element): Box {
  const last = [...linesOf(after)].at(-1) ?? after.getBoundingClientRect();
  const left = last.right + 4;
  const top = (last.top + last.bottom - height) / 2;
  const outer = slot.getBoundingClientRect();
  return {
    left,
    right: Math.max(left + 20, outer.left + slot.clientLeft + slot.clientWidth),
    top,
    bottom: top + height,
  };
}

/** Boxes of the lines of a node's content. */
function linesOf(node: Node): DOMRectList {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getClientRects();
}

/** Width of a strip that is free before the next text or image of its slot, px. */
function room(slot: Element, after: Element, strip: Box): number {
  let { right } = strip;
  const walker = document.createTreeWalker(slot, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (after.contains(node)) continue;
    const boxes = isText(node)
      ? linesOf(node)
      : node instanceof Element && node.matches(solid)
        ? node.getClientRects()
        : [];
    for (const box of boxes)
      if (box.bottom > strip.top + 4 && box.top < strip.bottom - 4 && box.right > strip.left)
        right = Math.min(right, box.left);
  }
  return Math.max(0, right - strip.left);
}

/** How long a small control stays visible after the pointer has left, ms. */
const lingerMs = 400;

const followed = new WeakSet<Element>();

/** A small control is visible while its link is hovered or focused, and a moment longer, so that it can be reached. */
function show(strip: Element, after: Element, isSmall: boolean): void {
  strip.classList.toggle('small', isSmall);
  if (followed.has(strip)) return;
  followed.add(strip);
  strip.append(element('style', { textContent: css }));
  const gone = new AbortController();
  const { signal } = gone;
  const near = (isNear: boolean) => {
    // The link may outlive its control.
    if (!strip.isConnected) gone.abort();
    strip.classList.toggle('near', isNear);
  };
  listenTrusted(after, ['pointerenter', 'focusin'], () => near(true), { signal });
  listenTrusted(after, ['pointerleave', 'focusout'], () => setTimeout(near, lingerMs, false), { signal });
}

setInlinePlacing({ strip, room, show });
