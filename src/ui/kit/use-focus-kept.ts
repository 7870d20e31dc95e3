import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives focus to a fallback when what had it is gone: an act must never leave the keyboard nowhere. */
export function useFocusKept(fallback: () => HTMLElement | null | undefined): void {
  const latest = useRef(fallback);
  latest.current = fallback;
  useLayoutEffect(() => {
    let last: Element | null = null;
    const remember = (event: FocusEvent) => {
      last = event.target as Element;
    };
    // On its way to another element the focus is nowhere, and what it leaves may already be drawn anew: that is no loss.
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
    // Before any listener of the element itself.
    document.addEventListener('blur', leave, true);
    check.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('blur', leave, true);
      check.disconnect();
    };
  }, []);
}
