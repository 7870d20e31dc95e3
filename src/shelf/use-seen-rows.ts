import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** Rows drawn beyond either edge, so that a fast scroll does not show empty space. */
const overscan = 8;
/** Height of the view where nothing is laid out, px. */
const unknownHeight = 600;

interface SeenRows {
  /** The first row to draw, and the one behind the last. */
  first: number;
  end: number;
}

/**
 * Which of many rows of one height (px) are seen within the element that scrolls them, whatever else is above and below them in
 * it. `scroller` is a CSS selector for an element around the box.
 */
export function useSeenRows(count: number, height: number, scroller: string) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef<SeenRows>({ first: 0, end: Math.min(count, Math.ceil(unknownHeight / height)) });
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    const rows = box.current;
    const view = rows?.closest<HTMLElement>(scroller);
    if (!rows || !view) return;
    const look = () => {
      const bounds = view.getBoundingClientRect();
      const top = bounds.top - rows.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(top / height) - overscan);
      const end = Math.min(count, Math.ceil((top + (bounds.height || unknownHeight)) / height) + overscan);
      if (first === seen.current.first && end === seen.current.end) return;
      seen.current = { first: Math.min(first, count), end: Math.max(end, 0) };
      redraw(undefined);
    };
    look();
    view.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(view);
    // What is above the rows may grow or go.
    for (const part of view.children) sizes.observe(part);
    return () => {
      view.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [count, height, scroller]);
  const { first, end } = seen.current;
  return { box, first: Math.min(first, count), end: Math.min(end, count) };
}
