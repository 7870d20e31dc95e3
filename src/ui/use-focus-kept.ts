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
    const check = new MutationObserver(() => {
      if (last && !last.isConnected && document.activeElement === document.body) {
        last = null;
        latest.current()?.focus();
      }
    });
    document.addEventListener('focusin', remember);
    check.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      check.disconnect();
    };
  }, []);
}
