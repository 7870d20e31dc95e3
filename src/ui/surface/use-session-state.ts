import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import browser from '../../messages/browser';

/** Where it is kept: until the browser closes where it has such a store (all that we support but old Firefox), else on disk. */
const store = () => browser.storage.session ?? browser.storage.local;

/** What a surface keeps over its closing. Undefined until it was read. */
export async function readKept<T extends object>(name: string): Promise<Partial<T>> {
  const kept = (await store().get(name))[name];
  return typeof kept === 'object' && kept !== null ? (kept as Partial<T>) : {};
}

/**
 * Values that survive the closing of a popup, which closes whenever one clicks beside it: written at each change, since a
 * popup is not told that it closes.
 */
export function useKept<T extends object>(name: string, start: T) {
  const [values, setValues] = useState(start);
  const latest = useRef(start);
  const keep = useCallback(
    (change: Partial<T>) => {
      latest.current = { ...latest.current, ...change };
      setValues(latest.current);
      void store().set({ [name]: latest.current });
    },
    [name],
  );
  /** For what changes many times a second and is not drawn from: a scroll position. */
  const keepQuietly = useCallback((change: Partial<T>) => {
    latest.current = { ...latest.current, ...change };
  }, []);
  useEffect(() => {
    let written = latest.current;
    const timer = setInterval(() => {
      if (written === latest.current) return;
      written = latest.current;
      void store().set({ [name]: written });
    }, 250);
    return () => clearInterval(timer);
  }, [name]);
  return { values, keep, keepQuietly };
}
