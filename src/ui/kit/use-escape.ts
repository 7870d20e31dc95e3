import { useLayoutEffect, useRef } from 'preact/hooks';

/** Escape takes back one step: `back` returns whether it did something. What is typed in or a dialog has it first. */
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
