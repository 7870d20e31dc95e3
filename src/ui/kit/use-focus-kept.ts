import { useLayoutEffect, useRef } from 'preact/hooks';

/** Moves focus to a fallback when the focused element is removed: the keyboard must never be left without a focus. */
export function useFocusKept(fallback: () => HTMLElement | null | undefined): void {
  const latest = useRef(fallback);
  latest.current = fallback;
  useLayoutEffect(() => {
    let last: Element | null = null;
    const remember = (event: FocusEvent) => {
      last = event.target as Element;
    };
    // While focus moves to another element, the one it leaves may be replaced: that is no loss of focus.
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Element) last = event.relatedTarget;
    };
    const check = new MutationObserver(() => {
      if (last && !last.isConnected && document.activeElement === document.body) {
        last = null;
        latest.current()?.focus();
      }
    });
    document.addEventListener('focusin', remember);
    // In the capture phase: before any listener of the element itself.
    document.addEventListener('blur', leave, true);
    check.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('blur', leave, true);
      check.disconnect();
    };
  }, []);
}
