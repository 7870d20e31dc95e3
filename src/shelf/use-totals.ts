import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { FacetCounts, Filter } from '../library/types';
import { ignoreClosed } from '../ui/library/ignore-closed';

/** Counts over the whole library, and the saved searches with theirs. */
export interface Totals {
  facets: FacetCounts;
  size: number;
  filters: Filter[];
  filterCounts: Map<string, number>;
  trashed: number;
}

async function count(library: Library): Promise<Totals> {
  const all = await library.find('');
  const [facets, filters, filterCounts, trash] = await Promise.all([
    library.facets(all.numbers),
    library.filters(),
    library.filterCounts(),
    library.trash(),
  ]);
  return { facets, size: all.numbers.length, filters, filterCounts, trashed: trash.length };
}

/** How long changes must pause before everything is counted again: a burst of changes is counted once. */
const pauseMs = 150;

/** The counts, read once `isReady` (the list goes first) and after changes. Errors are ignored: the list shows them. */
export function useTotals(library: Library, isReady: boolean): Totals | undefined {
  const [totals, setTotals] = useState<Totals>();
  useEffect(() => {
    if (!isReady) return;
    let isLive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () =>
      count(library).then(
        (counted) => {
          if (isLive) setTotals(counted);
        },
        () => undefined,
      );
    ignoreClosed(read());
    const stop = library.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(read, pauseMs);
    });
    return () => {
      isLive = false;
      clearTimeout(timer);
      stop();
    };
  }, [library, isReady]);
  return totals;
}
