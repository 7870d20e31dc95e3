import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls `back` on Escape, unless a field or an open dialog handles the key. `back` returns whether it did something. */
export function useEscape(back: () => boolean): void {
  const latest = useRef(back);
  latest.current = back;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (latest.current()) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
