import { useLayoutEffect, useRef } from 'preact/hooks';
import { latinKey } from '../kit/latin-key';

/** Calls back on Ctrl+K or Cmd+K, by its position on keyboards without Latin letters, also while typing, unless a dialog is open. */
export function usePaletteKey(open: () => void): void {
  const latest = useRef(open);
  latest.current = open;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && latinKey(event) === 'k';
      if (!isKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault(); // browsers search with it
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
