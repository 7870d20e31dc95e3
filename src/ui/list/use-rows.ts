import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import { ignoreClosed } from '../library/ignore-closed';

/** Rows kept beyond those in view; older ones are read again when they are scrolled to. */
const kept = 2000;

/**
 * Rows of papers as they come into view. `want` asks for some; `get` gives what is there; `onRead` tells when there is more
 * or other. One read is under way at a time, and what is wanted by its end is read next: a fast scroll reads where it
 * stops, not all it passed. What changes in the library is read again, so that what is shown is what is stored.
 */
export function useRows(library: Library) {
  const rows = useRef(new Map<number, Row>()).current;
  const listeners = useRef(new Set<() => void>()).current;
  const wanted = useRef<readonly number[]>([]);
  const isReading = useRef(false);

  const put = useCallback((given: readonly Row[]) => {
    for (const row of given) {
      rows.delete(row.n);
      rows.set(row.n, row);
    }
    for (const n of rows.keys()) {
      if (rows.size <= kept) break;
      rows.delete(n);
    }
    for (const listener of listeners) listener();
  }, []);
  const read = useCallback(async (numbers: readonly number[]) => put(await library.rows(numbers)), [library]);
  const readWanted = useCallback(async () => {
    if (isReading.current) return;
    isReading.current = true;
    // A number that is gone has no row: it is asked for once, not for ever.
    const asked = new Set<number>();
    const missing = () => wanted.current.filter((n) => !rows.has(n) && !asked.has(n));
    try {
      for (let some = missing(); some.length > 0; some = missing()) {
        for (const n of some) asked.add(n);
        await read(some);
      }
    } finally {
      isReading.current = false;
    }
  }, [read]);
  useEffect(
    () =>
      library.onChange(({ numbers }) => {
        const held = numbers.filter((n) => rows.has(n));
        if (held.length > 0) ignoreClosed(read(held));
      }),
    [library, read],
  );
  return useMemo(
    () => ({
      put,
      get: (n: number) => rows.get(n),
      want(numbers: readonly number[]) {
        wanted.current = numbers;
        ignoreClosed(readWanted());
      },
      onRead(listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    [put, readWanted],
  );
}

export type Rows = ReturnType<typeof useRows>;
