import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { Library, Row } from '../library/library';
import { reading } from './reading';

/** Rows kept beyond those in view; older ones are read again when they are scrolled to. */
const kept = 2000;

/**
 * Rows of papers as they come into view. `want` asks for some; `get` gives what is there. What changes in the library is
 * read again, so that what is shown is what is stored.
 */
export function useRows(library: Library) {
  const rows = useRef(new Map<number, Row>());
  const asked = useRef(new Set<number>());
  const [version, redraw] = useReducer((times: number) => times + 1, 0);

  const put = useCallback((given: readonly Row[]) => {
    for (const row of given) {
      rows.current.delete(row.n);
      rows.current.set(row.n, row);
    }
    for (const n of rows.current.keys()) {
      if (rows.current.size <= kept) break;
      rows.current.delete(n);
    }
    redraw(undefined);
  }, []);
  const read = useCallback(
    async (numbers: readonly number[]) => {
      if (numbers.length === 0) return;
      for (const n of numbers) asked.current.add(n);
      try {
        put(await library.rows(numbers));
      } finally {
        for (const n of numbers) asked.current.delete(n);
      }
    },
    [library, put],
  );
  const want = useCallback(
    (numbers: readonly number[]) => read(numbers.filter((n) => !rows.current.has(n) && !asked.current.has(n))),
    [read],
  );
  useEffect(
    () => library.onChange(({ numbers }) => reading(read(numbers.filter((n) => rows.current.has(n))))),
    [library, read],
  );
  const get = useCallback((n: number) => rows.current.get(n), []);
  return { get, want, put, version };
}

export type Rows = ReturnType<typeof useRows>;
