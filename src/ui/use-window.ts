import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { Heights } from './heights';

/** Where a list stands: the paper at its upper edge, and how many px of it are scrolled away. */
export interface Anchor {
  n: number;
  beyond: number;
}

interface WindowOptions {
  /** Numbers of the papers, in order. */
  numbers: ArrayLike<number>;
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

/**
 * Which rows of a long list to draw. Rows may have any height; what the reader looks at does not move when rows above it
 * are measured, added or removed.
 */
export function useWindow({ numbers, estimate, listOf, startAt, onScroll: tell }: WindowOptions) {
  const scroller = useRef<HTMLDivElement>(null);
  const known = useRef(new Map<number, number>());
  const anchor = useRef<Anchor>(undefined);
  const start = useRef(startAt);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const heights = useMemo(() => {
    const made = new Heights(numbers.length, estimate);
    for (let i = 0; known.current.size && i < numbers.length; i++) {
      const height = known.current.get(numbers[i] as number);
      if (height !== undefined) made.set(i, height);
    }
    return made;
  }, [numbers, estimate]);

  const shownList = useRef(listOf);
  useLayoutEffect(() => {
    const place = scroller.current;
    if (!place) return;
    if (shownList.current !== listOf) {
      start.current = undefined;
      place.scrollTop = 0;
    }
    shownList.current = listOf;
    const wanted = start.current ?? (place.scrollTop > 0 ? anchor.current : undefined);
    const index = wanted ? Array.prototype.indexOf.call(numbers, wanted.n) : -1;
    if (wanted && index >= 0) {
      start.current = undefined;
      place.scrollTop = heights.top(index) + wanted.beyond;
    }
    redraw(undefined);
  }, [heights, listOf]);

  useLayoutEffect(() => {
    const place = scroller.current;
    if (!place) return;
    const sizes = new ResizeObserver(() => redraw(undefined));
    sizes.observe(place);
    return () => sizes.disconnect();
  }, []);

  const top = scroller.current?.scrollTop ?? 0;
  const height = scroller.current?.clientHeight || 600;
  const first = Math.max(0, heights.at(top) - margin);
  const end = Math.min(numbers.length, heights.at(top + height) + 1 + margin);

  const measure = (index: number, measured: number) => {
    const n = numbers[index];
    const place = scroller.current;
    if (n === undefined || !place || measured === 0) return;
    known.current.set(n, measured);
    const isAbove = heights.top(index + 1) <= place.scrollTop;
    const by = heights.set(index, measured);
    if (by === 0) return;
    if (isAbove) place.scrollTop += by;
    redraw(undefined);
  };
  const onScroll = () => {
    const y = scroller.current?.scrollTop ?? 0;
    const index = heights.at(y);
    const n = numbers[index];
    if (n !== undefined) {
      anchor.current = { n, beyond: y - heights.top(index) };
      if (start.current === undefined) tell?.(anchor.current);
    }
    redraw(undefined);
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
  return { scroller, heights, first, end, measure, onScroll, reveal };
}
