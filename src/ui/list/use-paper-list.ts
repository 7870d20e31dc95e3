import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import { type Listed, useSearchResults } from '../search/use-search-results';
import { readEarlyRows, takeEarlyRows } from './early-rows';
import { useCurrent } from './use-current';
import { useRows } from './use-rows';
import { useSelection } from './use-selection';
import type { Numbers } from './use-window';

/** Identifies what is listed: when it changes, the list is another one and begins at its top. */
export const listOf = ({ query, sort, group }: Listed): string =>
  `${sort.by} ${sort.descending ? 'down' : 'up'} ${group ?? ''} ${query}`;

/** The papers that a query finds, in order, with the current row and the selection. */
export function usePaperList(library: Library, listed: Listed) {
  const { query, sort, group } = listed;
  const rows = useRows(library);
  const isNewestFirst = query.trim() === '' && sort.by === 'saved' && sort.descending && group === undefined;
  // The newest rows come straight from an index: the search index, which a query needs, takes megabytes to read.
  const early = useEarly(library, isNewestFirst, rows.put);
  const { results, error } = useSearchResults(library, listed, early !== undefined || !isNewestFirst);
  const numbers = useMemo((): Numbers => results?.found.numbers ?? early ?? none, [results, early]);
  const selection = useSelection(numbers);
  const current = useCurrent(numbers, listOf(listed));
  /** The papers that acts apply to: the selected ones, or the current one while none is selected. */
  const targets = (): number[] => {
    if (selection.selected.length) return selection.selected;
    return current.current === undefined ? [] : [current.current];
  };
  return { rows, results, error, numbers, selection, current, targets };
}

export type PaperListState = ReturnType<typeof usePaperList>;

/** The numbers of the newest papers, read once if `isWanted`. Undefined until their rows are there. */
function useEarly(library: Library, isWanted: boolean, put: (rows: readonly Row[]) => void) {
  const show = (rows: readonly Row[]) => {
    put(rows);
    return rows.map((row) => row.n);
  };
  const [numbers, setNumbers] = useState<readonly number[] | undefined>(() => {
    const rows = takeEarlyRows(library);
    return isWanted && rows ? show(rows) : undefined;
  });
  useEffect(() => {
    if (!isWanted || numbers) return;
    let isLive = true;
    void readEarlyRows(library).then((rows) => isLive && setNumbers(show(rows)));
    return () => {
      isLive = false;
    };
  }, [library, isWanted]);
  return numbers;
}
const none: readonly number[] = [];
