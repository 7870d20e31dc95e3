import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives focus to a fallback when what had it is gone: an act must never leave the keyboard nowhere. */
export function useFocusKept(fallback: () => HTMLElement | null | undefined): void {
  const latest = useRef(fallback);
  latest.current = fallback;
  useLayoutEffect(() => {
    const own = document; // what is seen late is seen in the document that it was in
    let last: Element | null = null;
    const remember = (event: FocusEvent) => {
      last = event.target as Element;
    };
    const check = new MutationObserver(() => {
      if (last && !last.isConnected && own.activeElement === own.body) {
        last = null;
        latest.current()?.focus();
      }
    });
    own.addEventListener('focusin', remember);
    check.observe(own.body, { childList: true, subtree: true });
    return () => {
      own.removeEventListener('focusin', remember);
      check.disconnect();
    };
  }, []);
}
