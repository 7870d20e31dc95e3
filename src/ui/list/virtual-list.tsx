import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { useRenderBudget } from './use-render-budget';
import { type Anchor, type Numbers, useWindow } from './use-window';

/** Methods of the list for its owner. */
export interface ListHandle {
  /** Scrolls as little as needed to show a whole row. */
  reveal(index: number): void;
  /** Focuses the list itself, for when the focused row was scrolled away. */
  focus(): void;
  /** Whether a row is rendered, or about to be. */
  isNear(index: number): boolean;
}

/** What makes a table of a list. */
export interface TableLayout {
  /** The row group above the rows. It stays in sight. */
  head: ComponentChildren;
  /** px. */
  headHeight: number;
  /** How many columns it has. */
  columns: number;
  style: Record<string, string>;
}

interface VirtualListProps {
  numbers: Numbers;
  /** The accessible name. */
  label: string;
  /** A row's usual height, px. */
  estimate: number;
  /** Identifies what is listed: when it changes, the list scrolls to its top. */
  listOf: string;
  startAt?: Anchor | undefined;
  handle: RefObject<ListHandle | null>;
  /** The table that the rows are of; without it they are items of a list. */
  table?: TableLayout | undefined;
  /** Renders a row; undefined while its data is missing: its space is reserved. */
  render(n: number, index: number): ComponentChildren | undefined;
  /** Reports the papers that are rendered, or about to be. */
  onWindow(numbers: readonly number[]): void;
  onScroll?(at: Anchor): void;
}

/** Rows requested beyond those rendered, so that they are there when scrolled to; and the pause before that, ms. */
const [readAhead, readAheadMs] = [20, 80];
/** After a jump nothing is requested before this pause: rows passed by dragging the scroll bar are not read. */
const jumpMs = 30;

/** How long after a scroll the list counts as moving: rows read meanwhile get the same small render budget. */
const movingMs = 80;

/** How many rows the list was last scrolled by, while it moves; 0 for another list. */
function useMoved(numbers: Numbers, first: number): number {
  const last = useRef({ numbers, first, moved: 0, at: Number.NEGATIVE_INFINITY });
  const { current } = last;
  const now = performance.now();
  const isOther = current.numbers !== numbers;
  const by = Math.abs(first - current.first);
  const moved = isOther ? 0 : by > 0 ? by : now - current.at < movingMs ? current.moved : 0;
  useLayoutEffect(() => {
    last.current = { numbers, first, moved, at: by > 0 || isOther ? now : current.at };
  });
  return moved;
}

/** Observes the rows' sizes. One observer reports them all at once per frame, after layout. */
function useSizes(measure: (measured: ReadonlyMap<number, number>) => void): ResizeObserver {
  const latest = useRef(measure);
  latest.current = measure;
  const sizes = useRef<ResizeObserver>(undefined);
  sizes.current ??= new ResizeObserver((all) => {
    const measured = all.map(({ target, borderBoxSize: [box] }): [number, number] => [
      Number((target as HTMLElement).dataset.index),
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
  /** How many items the list has; undefined in a table. */
  total: number | undefined;
  /** Height reserved for a row that is not rendered yet. */
  height: number | undefined;
  sizes: ResizeObserver;
  children: ComponentChildren;
}

function Item({ index, total, height, sizes, children }: ItemProps) {
  const item = useRef<HTMLLIElement & HTMLDivElement>(null);
  const Line = total === undefined ? 'div' : 'li';
  useLayoutEffect(() => {
    const place = item.current;
    if (!place) return;
    sizes.observe(place);
    return () => sizes.unobserve(place);
  }, []);
  return (
    <Line
      ref={item}
      data-index={index}
      aria-setsize={total}
      aria-posinset={total === undefined ? undefined : index + 1}
      style={height === undefined ? undefined : `height:${height}px`}
    >
      {children}
    </Line>
  );
}

/** The indexes from `first` to before `end`, most urgent first: in view (`from` to before `to`), below, above. */
function byNeed(first: number, end: number, from: number, to: number): number[] {
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  const inView = indexes.filter((i) => i >= from && i < to);
  return [...inView, ...indexes.filter((i) => i >= to), ...indexes.filter((i) => i < from).reverse()];
}

/**
 * A virtual list: renders only the rows in view, however many there are and however tall each is, and of new ones only as
 * many per frame as the render budget allows.
 */
export function VirtualList(props: VirtualListProps) {
  const { numbers, label, table, render, onWindow } = props;
  const view = useWindow({ ...props, headHeight: table?.headHeight });
  const { first, end, shown, heights } = view;
  const admit = useRenderBudget(view.redraw);
  const sizes = useSizes(view.measure);
  useImperativeHandle(props.handle, () => ({
    reveal: view.reveal,
    focus: () => view.scroller.current?.focus({ preventScroll: true }),
    isNear: (index) => index >= first && index < end,
  }));
  const moved = useMoved(numbers, first);
  const isJump = moved >= end - first;
  useLayoutEffect(() => {
    const ask = (beyond: number) => onWindow(Array.from(numbers.slice(Math.max(0, first - beyond), end + beyond)));
    if (!isJump) ask(0);
    const timers = [isJump && setTimeout(ask, jumpMs, 0), setTimeout(ask, readAheadMs, readAhead)];
    return () => {
      for (const timer of timers) if (timer !== false) clearTimeout(timer);
    };
  }, [first, end, numbers]);
  const rows = new Map<number, ComponentChildren>();
  for (const index of byNeed(first, end, shown.first, shown.end)) {
    const row = render(numbers[index] as number, index);
    if (row !== undefined) rows.set(numbers[index] as number, row);
  }
  const admitted = admit([...rows.keys()], moved);
  const Rows = table ? 'div' : 'ul';
  const items = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return (
    <div
      class={table ? 'list paper-table' : 'list'}
      {...(table && {
        role: 'table',
        'aria-label': label,
        'aria-rowcount': numbers.length + 1,
        'aria-colcount': table.columns,
        style: table.style,
      })}
      ref={view.scroller}
      tabIndex={-1}
      onScroll={view.onScroll}
    >
      {table?.head}
      <Rows
        {...(table ? { role: 'rowgroup' } : { 'aria-label': label })}
        style={{ paddingTop: `${heights.top(first)}px`, paddingBottom: `${heights.total - heights.top(end)}px` }}
      >
        {items.map((index) => {
          const n = numbers[index] as number;
          const isDrawn = admitted.has(n);
          return (
            <Item
              key={n}
              index={index}
              total={table ? undefined : numbers.length}
              height={isDrawn ? undefined : heights.of(index)}
              sizes={sizes}
            >
              {isDrawn && rows.get(n)}
            </Item>
          );
        })}
      </Rows>
    </div>
  );
}
