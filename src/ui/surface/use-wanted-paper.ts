import { useEffect, useState } from 'preact/hooks';
import type { PaperListState } from '../list/use-paper-list';

/**
 * Brings a paper into view that is asked for by number, as soon as it is listed. `onShow` gets its number then, or
 * undefined where the query hides it and has to go first.
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
