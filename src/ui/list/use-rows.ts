import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import { ignoreClosed } from '../library/ignore-closed';

/** Rows that are cached; the oldest are read again when they are scrolled to. */
const maxCached = 2000;

/**
 * A cache of the rows in view. `want` requests rows, `get` returns one that is there, `onRead` notifies of new or changed
 * rows. Only one read runs at a time, and then what is wanted by its end: a fast scroll reads where it stops, not all that
 * it passes. Rows that change in the library are read again.
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
      if (rows.size <= maxCached) break;
      rows.delete(n);
    }
    for (const listener of listeners) listener();
  }, []);
  const read = useCallback(async (numbers: readonly number[]) => put(await library.rows(numbers)), [library]);
  const readWanted = useCallback(async () => {
    if (isReading.current) return;
    isReading.current = true;
    // A number may have no row any more: it is requested once only.
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
