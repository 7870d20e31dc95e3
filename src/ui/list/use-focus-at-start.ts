import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperListState } from './use-paper-list';

/**
 * Focuses the list once it has rows, so that letters act at once; where there are none, the text that says so. Leaves a focus
 * that the user moved before.
 */
export function useFocusAtStart({ numbers, results, error, current }: PaperListState): void {
  const isDone = useRef(false);
  const isReady = numbers.length > 0 || results !== undefined || error !== undefined;
  useLayoutEffect(() => {
    if (!isReady || isDone.current) return;
    isDone.current = true;
    if (document.activeElement !== document.body) return;
    if (numbers.length > 0) current.recover();
    else document.querySelector<HTMLElement>('.empty')?.focus();
  }, [isReady]);
}
