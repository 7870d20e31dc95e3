import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { Heights } from './heights';

/** Where a list stands: the paper at its upper edge, and how many px of it are scrolled away. */
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
  /** The list begins anew at its top when this changes; otherwise what is at the top stays where it is. */
  listOf: string;
  /** Where to begin, as soon as the list holds that paper. */
  startAt?: Anchor | undefined;
  onScroll?(at: Anchor): void;
}

/** Rows drawn beyond either edge, so that a fast scroll shows rows and not ground. */
const margin = 6;
/** Rows around the upper edge whose height is looked up when another list is shown: more than are ever drawn. */
const around = 60;
/** Heights remembered, by paper. */
const remembered = 4000;

/**
 * Which rows of a long list to draw. Rows may have any height; what the reader looks at does not move when rows above it
 * are measured, added or removed.
 */
export function useWindow({ numbers, estimate, listOf, startAt, onScroll: tell }: WindowOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  const known = useRef(new Map<number, number>()).current;
  const anchor = useRef<Anchor>(undefined);
  const start = useRef(startAt);
  /** As the browser said last: asking while drawing would have it lay the page out. */
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
    for (let i = Math.max(0, near - around); i < Math.min(numbers.length, near + around); i++) {
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

  /** The rows in view, and those drawn. */
  const spans = () => {
    const { top, height } = view.current;
    const shown = { first: heights.at(top), end: Math.min(numbers.length, heights.at(top + height) + 1) };
    return { shown, first: Math.max(0, shown.first - margin), end: Math.min(numbers.length, shown.end + margin) };
  };
  const { shown, first, end } = spans();

  /** Takes heights that were measured, by index. Draws anew only if the rows drawn no longer fill the view. */
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
      if (known.size <= remembered) break;
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
      if (start.current === undefined) tell?.(anchor.current);
    }
    const now = spans();
    if (now.first !== first || now.end !== end) redraw(undefined);
  };
  /** Scrolls as little as needed to show a row whole. */
  const reveal = (index: number) => {
    const place = scroller.current;
    if (!place || index < 0) return;
    const [from, to] = [heights.top(index), heights.top(index + 1)];
    if (from < place.scrollTop) place.scrollTop = from;
    else if (to > place.scrollTop + place.clientHeight) place.scrollTop = Math.min(from, to - place.clientHeight);
    onScroll();
  };
  return { scroller, heights, first, end, shown, measure, onScroll, reveal, redraw: () => redraw(undefined) };
}
