import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { useRenderBudget } from './use-render-budget';
import { type Anchor, type Numbers, useWindow } from './use-window';

/** What a list's owner may ask of it. */
export interface ListHandle {
  /** Scrolls as little as needed to show a row whole. */
  reveal(index: number): void;
  /** Takes the focus as a whole: where the row that had it was scrolled away. */
  focus(): void;
  /** Whether a row is drawn, or about to be. */
  isNear(index: number): boolean;
}

interface VirtualListProps {
  numbers: Numbers;
  /** Name of the list for assistive tools. */
  label: string;
  /** A row's usual height, px. */
  estimate: number;
  /** Name of what is listed: when it changes, the list begins at its top. */
  listOf: string;
  startAt?: Anchor | undefined;
  handle: RefObject<ListHandle | null>;
  /** A row; undefined while it is not known: its place is kept. */
  render(n: number): ComponentChildren | undefined;
  /** Papers that are drawn, or about to be. */
  onWindow(numbers: readonly number[]): void;
  onScroll?(at: Anchor): void;
}

/** Rows asked for beyond those drawn, so that they are there when they are scrolled to; and after what rest, ms. */
const [ahead, rest] = [20, 80];
/** After a leap nothing is asked for before the list rests so long, ms: what a drag of the bar passes is not read. */
const landed = 30;

/** So long after it was scrolled, ms, the list counts as still moving: what is read meanwhile is drawn as little as at a scroll. */
const moving = 80;

/** How many rows the list was scrolled by last, while it moves; none where it is another list. */
function useMoved(numbers: Numbers, first: number): number {
  const last = useRef({ numbers, first, moved: 0, at: Number.NEGATIVE_INFINITY });
  const { current } = last;
  const now = performance.now();
  const isOther = current.numbers !== numbers;
  const by = Math.abs(first - current.first);
  const moved = isOther ? 0 : by > 0 ? by : now - current.at < moving ? current.moved : 0;
  useLayoutEffect(() => {
    last.current = { numbers, first, moved, at: by > 0 || isOther ? now : current.at };
  });
  return moved;
}

/** Sizes of all rows are told together, once a frame, after the layout. */
function useSizes(measure: (measured: ReadonlyMap<number, number>) => void): ResizeObserver {
  const latest = useRef(measure);
  latest.current = measure;
  const sizes = useRef<ResizeObserver>(undefined);
  sizes.current ??= new ResizeObserver((all) => {
    const measured = all.map(({ target, borderBoxSize: [box] }): [number, number] => [
      Number(target.getAttribute('aria-posinset')) - 1,
      box?.blockSize ?? 0,
    ]);
    latest.current(new Map(measured));
  });
  const { current } = sizes;
  useEffect(() => () => current.disconnect(), []);
  return current;
}

interface ItemProps {
  index: number;
  total: number;
  /** Height kept for a row that is not drawn yet. */
  height: number | undefined;
  sizes: ResizeObserver;
  children: ComponentChildren;
}

function Item({ index, total, height, sizes, children }: ItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const place = item.current;
    if (!place) return;
    sizes.observe(place);
    return () => sizes.unobserve(place);
  }, []);
  return (
    <li
      ref={item}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={height === undefined ? undefined : `height:${height}px`}
    >
      {children}
    </li>
  );
}

/** From `first` to before `end`, those from `from` to before `to` first. */
function byNeed(first: number, end: number, from: number, to: number): number[] {
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  const inView = indexes.filter((i) => i >= from && i < to);
  return [...inView, ...indexes.filter((i) => i >= to), ...indexes.filter((i) => i < from).reverse()];
}

/**
 * A list that draws only the rows in view, however many there are and however high each is, and of those only as many a
 * frame as can be drawn without a pause.
 */
export function VirtualList(props: VirtualListProps) {
  const { numbers, label, render, onWindow } = props;
  const view = useWindow(props);
  const { first, end, shown, heights } = view;
  const admit = useRenderBudget(view.redraw);
  const sizes = useSizes(view.measure);
  useImperativeHandle(props.handle, () => ({
    reveal: view.reveal,
    focus: () => view.scroller.current?.focus({ preventScroll: true }),
    isNear: (index) => index >= first && index < end,
  }));
  const moved = useMoved(numbers, first);
  const isLeap = moved >= end - first;
  useLayoutEffect(() => {
    const ask = (beyond: number) => onWindow(Array.from(numbers.slice(Math.max(0, first - beyond), end + beyond)));
    if (!isLeap) ask(0);
    const timers = [isLeap && setTimeout(ask, landed, 0), setTimeout(ask, rest, ahead)];
    return () => {
      for (const timer of timers) if (timer !== false) clearTimeout(timer);
    };
  }, [first, end, numbers]);
  const rows = new Map<number, ComponentChildren>();
  for (const index of byNeed(first, end, shown.first, shown.end)) {
    const row = render(numbers[index] as number);
    if (row !== undefined) rows.set(numbers[index] as number, row);
  }
  const admitted = admit([...rows.keys()], moved);
  const items = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return (
    <div class="list" ref={view.scroller} tabIndex={-1} onScroll={view.onScroll}>
      <ul
        aria-label={label}
        style={{ paddingTop: `${heights.top(first)}px`, paddingBottom: `${heights.total - heights.top(end)}px` }}
      >
        {items.map((index) => {
          const n = numbers[index] as number;
          const isDrawn = admitted.has(n);
          return (
            <Item
              key={n}
              index={index}
              total={numbers.length}
              height={isDrawn ? undefined : heights.of(index)}
              sizes={sizes}
            >
              {isDrawn && rows.get(n)}
            </Item>
          );
        })}
      </ul>
    </div>
  );
}
