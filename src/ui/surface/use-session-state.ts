import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import browser from '../../messages/browser';

/** How often values set by `setLater` are written, ms. */
const writeMs = 250;

/** Kept until the browser closes. Browsers without that store (none that we support but old Firefox) keep it on disk. */
const store = () => browser.storage.session ?? browser.storage.local;

/** The state that a surface stored under `key` before it closed, of all that was stored; empty where there is none. */
export function sessionState<T extends object>(all: Record<string, unknown>, key: string): Partial<T> {
  const stored = all[key];
  return typeof stored === 'object' && stored !== null ? (stored as Partial<T>) : {};
}

/**
 * State that outlives the surface, stored under `key`. A popup closes whenever one clicks beside it and is not told so:
 * `set` therefore writes at each change. `setLater` neither redraws nor writes at once; it is for values that change many
 * times a second, such as a scroll position.
 */
export function useSessionState<T extends object>(key: string, initial: T) {
  const [values, setValues] = useState(initial);
  const latest = useRef(initial);
  const set = useCallback(
    (change: Partial<T>) => {
      latest.current = { ...latest.current, ...change };
      setValues(latest.current);
      void store().set({ [key]: latest.current });
    },
    [key],
  );
  const setLater = useCallback((change: Partial<T>) => {
    latest.current = { ...latest.current, ...change };
  }, []);
  useEffect(() => {
    let written = latest.current;
    const timer = setInterval(() => {
      if (written === latest.current) return;
      written = latest.current;
      void store().set({ [key]: written });
    }, writeMs);
    return () => clearInterval(timer);
  }, [key]);
  return { values, set, setLater };
}
