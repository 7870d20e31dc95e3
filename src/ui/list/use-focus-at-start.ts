import { useEffect, useRef } from 'preact/hooks';
import type { PaperListState } from './use-paper-list';

/**
 * Focuses the list once it has rows, so that letters act at once; where there are none, the text that says so. Leaves a focus
 * that the user moved before. It waits for the first frame, which it would hold up: to give the focus takes a layout.
 */
export function useFocusAtStart({ numbers, results, error, current }: PaperListState): void {
  const isDone = useRef(false);
  const isReady = numbers.length > 0 || results !== undefined || error !== undefined;
  useEffect(() => {
    if (!isReady || isDone.current) return;
    isDone.current = true;
    if (document.activeElement !== document.body) return;
    if (numbers.length > 0) current.recover();
    else document.querySelector<HTMLElement>('.empty')?.focus();
  }, [isReady]);
}
