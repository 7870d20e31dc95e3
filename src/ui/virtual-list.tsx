import type { ComponentChildren, RefObject } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { type Anchor, useWindow } from './use-window';

/** What a list's owner may ask of it. */
export interface ListHandle {
  /** Scrolls as little as needed to show a row whole. */
  reveal(index: number): void;
}

interface VirtualListProps {
  /** Numbers of the papers, in order. */
  numbers: ArrayLike<number>;
  /** Name of the list for assistive tools. */
  label: string;
  /** A row's usual height, px. */
  estimate: number;
  /** Name of what is listed: when it changes, the list begins at its top. */
  listOf: string;
  startAt?: Anchor | undefined;
  handle: RefObject<ListHandle | null>;
  render(n: number, index: number): ComponentChildren;
  /** Rows from `first` to before `end` are about to be drawn. */
  onWindow(first: number, end: number): void;
  onScroll?(at: Anchor): void;
}

function Item({ index, total, children, onHeight }: ItemProps) {
  const item = useRef<HTMLLIElement>(null);
  const report = useRef(onHeight);
  report.current = onHeight;
  useLayoutEffect(() => {
    const place = item.current;
    if (!place) return;
    const sizes = new ResizeObserver(() => report.current(place.getBoundingClientRect().height));
    sizes.observe(place);
    return () => sizes.disconnect();
  }, []);
  return (
    <li ref={item} aria-setsize={total} aria-posinset={index + 1}>
      {children}
    </li>
  );
}
interface ItemProps {
  index: number;
  total: number;
  children: ComponentChildren;
  onHeight(height: number): void;
}

/** A list that draws only the rows in view, however many there are and however high each is. */
export function VirtualList(props: VirtualListProps) {
  const { numbers, label, render, onWindow } = props;
  const view = useWindow(props);
  const { first, end, heights } = view;
  useImperativeHandle(props.handle, () => ({ reveal: view.reveal }));
  useLayoutEffect(() => onWindow(first, end), [first, end, numbers]);
  const items = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return (
    <div class="list" ref={view.scroller} onScroll={view.onScroll}>
      <ul
        aria-label={label}
        style={{ paddingTop: `${heights.top(first)}px`, paddingBottom: `${heights.total - heights.top(end)}px` }}
      >
        {items.map((index) => {
          const n = numbers[index] as number;
          return (
            <Item key={n} index={index} total={numbers.length} onHeight={(height) => view.measure(index, height)}>
              {render(n, index)}
            </Item>
          );
        })}
      </ul>
    </div>
  );
}
