import { useEffect, useReducer, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { FacetCounts, Found } from '../../library/types';
import type { Sort } from '../../query/query';
import { withoutTerms } from '../../query/terms';
import { nextFrame } from '../kit/frame';

/** The answer to a query, as it is shown. */
export interface SearchResults {
  /** The query it answers: while a newer one is being asked this is still the older. */
  query: string;
  found: Found;
  facets: FacetCounts;
  /** Status counts as they would be without the query's own status term: what else could be chosen. */
  statuses: FacetCounts['status'];
  /** Papers in the library. */
  size: number;
}

async function ask(library: Library, query: string, sort: Sort, signal: AbortSignal): Promise<SearchResults> {
  signal.throwIfAborted();
  const found = await library.find(query, { sort, signal });
  const others = withoutTerms(query, 'status');
  const facets = await library.facets(found.numbers);
  const statuses =
    others === query
      ? facets.status
      : (await library.facets((await library.find(others, { sort, signal })).numbers)).status;
  return { query, found, facets, statuses, size: await library.size() };
}

/** After the next nextFrame. */
const painted = async () => {
  await nextFrame();
  await new Promise((go) => setTimeout(go));
};

/**
 * Asks a query, and again after each change; `error` is why there is no answer. An older answer stays until the new one.
 * The first is asked when `isReady`, after what is there was painted.
 */
export function useSearchResults(library: Library, query: string, sort: Sort, isReady: boolean) {
  const [results, setResults] = useState<SearchResults>();
  const [error, setError] = useState<unknown>();
  const [changes, changed] = useReducer((times: number) => times + 1, 0);
  useEffect(() => library.onChange(() => changed(undefined)), [library]);
  useEffect(() => {
    if (!isReady) return;
    const asking = new AbortController();
    const { signal } = asking;
    (results ? Promise.resolve() : painted())
      .then(() => ask(library, query, sort, signal))
      .then(
        (answer) => {
          if (asking.signal.aborted) return;
          setResults(answer);
          setError(undefined);
        },
        (reason) => {
          if (!asking.signal.aborted) setError(reason);
        },
      );
    return () => asking.abort();
  }, [library, query, sort.by, sort.descending, changes, isReady]);
  return { results, error };
}
