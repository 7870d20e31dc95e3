import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { Heights } from './heights';

/** A scroll position: the paper at the upper edge, and how many px of its row are scrolled out of view. */
export interface Anchor {
  n: number;
  beyond: number;
}

/** Numbers of papers, in order. */
export type Numbers = Uint32Array | readonly number[];

interface WindowOptions {
  numbers: Numbers;
  /** A row's usual height, px. */
  estimate: number;
  /** When this changes, the list scrolls to its top; otherwise the row at the upper edge stays in place. */
  listOf: string;
  /** Initial scroll position, applied once the list holds that paper. */
  startAt?: Anchor | undefined;
  onScroll?(at: Anchor): void;
  /** Height of what lies over the upper edge of the scrolled rows and is scrolled with them at first, px. */
  headHeight?: number | undefined;
}

/** Rows rendered beyond either edge, so that a fast scroll does not show empty space. */
const overscan = 6;
/** Rows on either side of the upper edge whose known heights are used for a new list: more than are ever rendered. */
const nearby = 60;
/** Measured heights that are kept, by paper. */
const maxHeights = 4000;

/**
 * Which rows of a long list to render. Rows may have any height; what the user looks at does not move when rows above it are
 * measured, added or removed.
 */
export function useWindow({ numbers, estimate, listOf, startAt, onScroll: report, headHeight = 0 }: WindowOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  const known = useRef(new Map<number, number>()).current;
  const anchor = useRef<Anchor>(undefined);
  const start = useRef(startAt);
  /** The scroll position as last read. Reading it during render would force a layout. */
  const view = useRef({ top: 0, height: 600 });
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const heights = useMemo(() => new Heights(numbers.length, estimate), [numbers, estimate]);
  const scrollTo = (place: HTMLElement, top: number) => {
    place.scrollTop = top;
    view.current = { top: place.scrollTop, height: place.clientHeight || 600 };
  };

  const shownList = useRef(listOf);
  useLayoutEffect(() => {
    const place = scroller.current;
    if (!place) return;
    const isOther = shownList.current !== listOf;
    if (isOther) start.current = undefined;
    shownList.current = listOf;
    const wanted = isOther ? undefined : (start.current ?? (view.current.top > 0 ? anchor.current : undefined));
    const index = wanted ? numbers.indexOf(wanted.n) : -1;
    const near = Math.max(0, index >= 0 || isOther ? index : heights.at(view.current.top));
    for (let i = Math.max(0, near - nearby); i < Math.min(numbers.length, near + nearby); i++) {
      const height = known.get(numbers[i] as number);
      if (height !== undefined) heights.set(i, height);
    }
    if (isOther) scrollTo(place, 0);
    if (wanted && index >= 0) {
      start.current = undefined;
      scrollTo(place, heights.top(index) + wanted.beyond);
    }
    redraw(undefined);
  }, [heights, listOf]);

  useLayoutEffect(() => {
    const place = scroller.current;
    if (!place) return;
    const sizes = new ResizeObserver(() => {
      scrollTo(place, place.scrollTop);
      redraw(undefined);
    });
    sizes.observe(place);
    return () => sizes.disconnect();
  }, []);

  /** The rows in view, and those rendered. */
  const spans = () => {
    const { top, height } = view.current;
    const shown = { first: heights.at(top), end: Math.min(numbers.length, heights.at(top + height) + 1) };
    return { shown, first: Math.max(0, shown.first - overscan), end: Math.min(numbers.length, shown.end + overscan) };
  };
  const { shown, first, end } = spans();

  /** Takes measured heights, by index. Renders again only if the rows no longer fill the view. */
  const measure = (measured: ReadonlyMap<number, number>) => {
    const place = scroller.current;
    if (!place) return;
    let above = 0;
    for (const [index, size] of measured) {
      const n = numbers[index];
      if (n === undefined || size === 0) continue;
      known.delete(n);
      known.set(n, size);
      const isAbove = heights.top(index + 1) <= view.current.top;
      const by = heights.set(index, size);
      if (isAbove) above += by;
    }
    for (const n of known.keys()) {
      if (known.size <= maxHeights) break;
      known.delete(n);
    }
    if (above !== 0) scrollTo(place, view.current.top + above);
    if (above !== 0 || heights.top(end) < view.current.top + view.current.height) redraw(undefined);
  };
  const onScroll = () => {
    const place = scroller.current;
    if (!place) return;
    scrollTo(place, place.scrollTop);
    const y = view.current.top;
    const index = heights.at(y);
    const n = numbers[index];
    if (n !== undefined) {
      anchor.current = { n, beyond: y - heights.top(index) };
      if (start.current === undefined) report?.(anchor.current);
    }
    const now = spans();
    if (now.first !== first || now.end !== end) redraw(undefined);
  };
  /** Scrolls as little as needed to show a whole row. */
  const reveal = (index: number) => {
    const place = scroller.current;
    if (!place || index < 0) return;
    const [from, to] = [heights.top(index), heights.top(index + 1)];
    const room = place.clientHeight - headHeight;
    if (from < place.scrollTop) place.scrollTop = from;
    else if (to > place.scrollTop + room) place.scrollTop = Math.min(from, to - room);
    onScroll();
  };
  return { scroller, heights, first, end, shown, measure, onScroll, reveal, redraw: () => redraw(undefined) };
}
