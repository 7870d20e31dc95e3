import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library, Row, Sort } from '../library/library';
import { useCurrent } from './use-current';
import { useFound } from './use-found';
import { useRows } from './use-rows';
import { useSelection } from './use-selection';

/** Rows painted from the index before any query was answered. */
const first = 50;

/** A list of the papers that a query finds, with the row one is on and those one has selected. */
export function usePaperList(library: Library, query: string, sort: Sort) {
  const rows = useRows(library);
  const { shown, error } = useFound(library, query, sort);
  const isNewestFirst = query.trim() === '' && sort.by === 'saved' && sort.descending;

  // The newest rows come straight from an index, long before a query over everything is answered.
  const early = useEarly(library, isNewestFirst && shown === undefined, rows.put);
  const numbers = useMemo(() => shown?.found.numbers ?? early, [shown, early]);
  const selection = useSelection(numbers);
  const current = useCurrent(numbers, `${sort.by} ${query}`);
  const targets = (): number[] => {
    if (selection.selected.length) return selection.selected;
    return current.current === undefined ? [] : [current.current];
  };
  const rowsOf = (papers: readonly number[]): Row[] =>
    papers.map((n) => rows.get(n)).filter((row): row is Row => row !== undefined);
  return { rows, shown, error, numbers, selection, current, targets, rowsOf };
}

export type PaperListState = ReturnType<typeof usePaperList>;

function useEarly(library: Library, isWanted: boolean, put: (rows: readonly Row[]) => void): readonly number[] {
  const [numbers, setNumbers] = useState<readonly number[]>(none);
  useEffect(() => {
    if (!isWanted) return;
    let isLive = true;
    library.newest(first).then(
      (rows) => {
        if (!isLive) return;
        put(rows);
        setNumbers(rows.map((row) => row.n));
      },
      () => undefined, // the query that follows fails alike, and that is shown
    );
    return () => {
      isLive = false;
    };
  }, [library, isWanted]);
  return numbers;
}
const none: readonly number[] = [];
