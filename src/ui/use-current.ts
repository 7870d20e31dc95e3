import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListHandle } from './virtual-list';

const indexIn = (numbers: ArrayLike<number>, n: number | undefined): number =>
  n === undefined ? -1 : Array.prototype.indexOf.call(numbers, n);

/**
 * The row the keyboard is on. It stays with its paper when the list changes; where the paper is gone from the list, the
 * row that took its place is the current one. Where something else is listed (`listOf`), it is the first.
 */
export function useCurrent(numbers: ArrayLike<number>, listOf: string) {
  const [chosen, setChosen] = useState<number>();
  const list = useRef<ListHandle>(null);
  const lastIndex = useRef(0);
  const wantsFocus = useRef(false);
  const shownList = useRef(listOf);
  if (shownList.current !== listOf) {
    shownList.current = listOf;
    lastIndex.current = 0;
    if (chosen !== undefined) setChosen(undefined);
  }
  const found = indexIn(numbers, chosen);
  const index = found >= 0 ? found : Math.min(lastIndex.current, numbers.length - 1);
  const current = numbers[index];
  lastIndex.current = Math.max(0, index);

  const focusRow = () => {
    if (current === undefined) return;
    const button = document.querySelector<HTMLElement>(`.row-title [data-n="${current}"]`);
    button?.focus({ preventScroll: true });
    if (button) wantsFocus.current = false;
  };
  // A row far away is drawn only after the list has scrolled to it, which may take another draw.
  useLayoutEffect(() => {
    if (wantsFocus.current) focusRow();
  });
  /** Makes a row the current one, shown and focused. */
  const goTo = (to: number) => {
    const wanted = Math.max(0, Math.min(to, numbers.length - 1));
    if (numbers.length === 0) return;
    wantsFocus.current = true;
    setChosen(numbers[wanted]);
    list.current?.reveal(wanted);
    if (numbers[wanted] === current) focusRow();
  };
  return {
    current,
    index,
    list,
    goTo,
    /** Makes a paper current without moving the focus. */
    set: (n: number) => setChosen(n),
    focus: () => goTo(index),
    move: (by: number) => goTo(document.activeElement?.closest('.row-title') ? index + by : index),
  };
}
