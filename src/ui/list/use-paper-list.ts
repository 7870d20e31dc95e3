import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import type { Sort } from '../../query/query';
import { useSearchResults } from '../search/use-search-results';
import { useCurrent } from './use-current';
import { useRows } from './use-rows';
import { useSelection } from './use-selection';
import type { Numbers } from './use-window';

/** Rows painted from the index before any query was answered. */
const first = 50;

/** A list of the papers that a query finds, with the row one is on and those one has selected. */
export function usePaperList(library: Library, query: string, sort: Sort) {
  const rows = useRows(library);
  const isNewestFirst = query.trim() === '' && sort.by === 'saved' && sort.descending;
  // The newest rows come straight from an index, before a query over everything is even asked: that reads megabytes.
  const early = useEarly(library, isNewestFirst, rows.put);
  const { results, error } = useSearchResults(library, query, sort, early !== undefined || !isNewestFirst);
  const numbers = useMemo((): Numbers => results?.found.numbers ?? early ?? none, [results, early]);
  const selection = useSelection(numbers);
  const current = useCurrent(numbers, `${sort.by} ${query}`);
  const targets = (): number[] => {
    if (selection.selected.length) return selection.selected;
    return current.current === undefined ? [] : [current.current];
  };
  /** Rows of some papers, whether they were in view or not. */
  const rowsOf = (papers: readonly number[]): Promise<Row[]> => library.rows(papers);
  return { rows, results, error, numbers, selection, current, targets, rowsOf };
}

export type PaperListState = ReturnType<typeof usePaperList>;

/** The newest papers, read once where they are what is asked for first; undefined until they were drawn. */
function useEarly(library: Library, isWanted: boolean, put: (rows: readonly Row[]) => void) {
  const [numbers, setNumbers] = useState<readonly number[]>();
  useEffect(() => {
    if (!isWanted || numbers) return;
    let isLive = true;
    const show = (rows: readonly Row[]) => {
      if (!isLive) return;
      put(rows);
      setNumbers(rows.map((row) => row.n));
    };
    // The query that follows fails alike, and that is shown.
    library.newest(first).then(show, () => show([]));
    return () => {
      isLive = false;
    };
  }, [library, isWanted]);
  return numbers;
}
const none: readonly number[] = [];
