import type { ComponentChildren } from 'preact';
import { NoPapers, NothingFound, Unreadable } from '../search/empty';
import type { Surface } from './use-surface';

interface ListBodyProps {
  surface: Surface;
  error: unknown;
  query: string;
  onQuery(query: string): void;
  /** The list. */
  children: ComponentChildren;
}

/** The list, or an empty state: no papers yet, no results, or the library cannot be read. */
export function ListBody({ surface, error, query, onQuery, children }: ListBodyProps) {
  const { results, numbers } = surface.list;
  if (error !== undefined) return <Unreadable error={error} />;
  if (!results || numbers.length > 0) return children;
  if (results.size === 0) return <NoPapers />;
  return <NothingFound query={query} emptiedBy={results.found.emptiedBy} size={results.size} onQuery={onQuery} />;
}
