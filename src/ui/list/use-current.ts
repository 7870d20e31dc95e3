import { useRef, useState } from 'preact/hooks';
import type { Numbers } from './use-window';
import type { ListHandle } from './virtual-list';

/** The title button of a row, if the row is rendered. */
const buttonOf = (n: number | undefined): HTMLElement | null =>
  n === undefined ? null : document.querySelector<HTMLElement>(`.row-title [data-n="${n}"]`);

/**
 * The current row: the one the keyboard is on. It stays with its paper when the list changes; if the paper leaves the list,
 * the row that takes its place becomes current. When something else is listed (`listOf`), the first row is.
 */
export function useCurrent(numbers: Numbers, listOf: string) {
  const [chosen, setChosen] = useState<number>();
  const list = useRef<ListHandle>(null);
  const lastIndex = useRef(0);
  /** The paper whose row takes the focus once it is rendered, unless the focus moves before. */
  const wanted = useRef<number>(undefined);
  const shownList = useRef(listOf);
  if (shownList.current !== listOf) {
    shownList.current = listOf;
    lastIndex.current = 0;
    if (chosen !== undefined) setChosen(undefined);
  }
  const found = chosen === undefined ? -1 : numbers.indexOf(chosen);
  const index = found >= 0 ? found : Math.min(lastIndex.current, numbers.length - 1);
  const current = numbers[index];
  lastIndex.current = Math.max(0, index);

  const focusOn = (n: number | undefined) => {
    const button = buttonOf(n);
    button?.focus({ preventScroll: true });
    wanted.current = button ? undefined : n;
    if (wanted.current === undefined) return;
    const drop = () => {
      wanted.current = undefined;
    };
    document.addEventListener('focusin', drop, { once: true });
  };
  /** Makes a row current, scrolls it into view and focuses it. */
  const goTo = (to: number) => {
    const at = Math.max(0, Math.min(to, numbers.length - 1));
    if (numbers.length === 0) return;
    setChosen(numbers[at]);
    list.current?.reveal(at);
    focusOn(numbers[at]);
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
    /** To be called when a row was rendered: it takes the focus if it was waiting for it. */
    drawn: (n: number) => {
      if (wanted.current === n) focusOn(n);
    },
    /** Focuses the current row, or the list if that row is out of view. Never scrolls. For when the focused element is gone. */
    recover: () => {
      if (numbers.length === 0) return;
      list.current?.focus();
      if (list.current?.isNear(index)) focusOn(current);
    },
  };
}
