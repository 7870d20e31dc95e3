import { useEffect, useState } from 'preact/hooks';
import type { PaperListState } from '../list/use-paper-list';

/**
 * Returns a function that brings a paper into view by its number, once the list holds it. Then `onShow` gets the number; it
 * gets undefined first if the query hides the paper and must be cleared.
 */
export function useWantedPaper(
  list: PaperListState,
  query: string,
  onShow: (n: number | undefined) => void,
): (n: number) => void {
  const [wanted, setWanted] = useState<number>();
  useEffect(() => {
    if (wanted === undefined || !list.results || list.results.query !== query) return;
    const index = list.results.found.numbers.indexOf(wanted);
    if (index < 0 && query.trim() !== '') return onShow(undefined);
    setWanted(undefined);
    if (index < 0) return;
    list.current.goTo(index);
    onShow(wanted);
  }, [wanted, list.results, query]);
  return setWanted;
}
