import { useEffect, useReducer, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { FacetCounts, Found } from '../../library/types';
import type { GroupKey, Sort } from '../../query/query';
import { withoutTerms } from '../../query/terms';
import { nextFrame } from '../kit/frame';

/** What is to be listed, and how. */
export interface Listed {
  query: string;
  sort: Sort;
  group?: GroupKey | undefined;
}

/** The results of a query, as shown. */
export interface SearchResults {
  /** The query they answer, which is an older one while a newer is still running. */
  query: string;
  found: Found;
  facets: FacetCounts;
  /** Counts by status without the query's own status term: for the other statuses one could choose. */
  statuses: FacetCounts['status'];
  /** How many papers the library has. */
  size: number;
}

async function ask(library: Library, { query, sort, group }: Listed, signal: AbortSignal): Promise<SearchResults> {
  signal.throwIfAborted();
  const found = await library.find(query, { sort, group, signal });
  const others = withoutTerms(query, 'status');
  const facets = await library.facets(found.numbers);
  const statuses =
    others === query
      ? facets.status
      : (await library.facets((await library.find(others, { sort, signal })).numbers)).status;
  return { query, found, facets, statuses, size: await library.size() };
}

/** Resolves after the next paint. */
const nextPaint = async () => {
  await nextFrame();
  await new Promise((go) => setTimeout(go));
};

/**
 * Runs a query, again after each change of the library. `error` is why there are no results. Older results stay until the
 * new ones are there. The first query runs once `isReady`, and after what is there was painted.
 */
export function useSearchResults(library: Library, listed: Listed, isReady: boolean) {
  const { query, sort, group } = listed;
  const [results, setResults] = useState<SearchResults>();
  const [error, setError] = useState<unknown>();
  const [changes, changed] = useReducer((times: number) => times + 1, 0);
  useEffect(() => library.onChange(() => changed(undefined)), [library]);
  useEffect(() => {
    if (!isReady) return;
    const asking = new AbortController();
    const { signal } = asking;
    (results ? Promise.resolve() : nextPaint())
      .then(() => ask(library, listed, signal))
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
  }, [library, query, sort.by, sort.descending, group, changes, isReady]);
  return { results, error };
}
