import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { t } from '../../locale';
import { asTerm } from '../../query/complete';
import type { ExportKind, Settings } from '../../settings';
import { ignoreClosed } from '../library/ignore-closed';

/** Which papers to export: those the dialog was opened for, the current list, all, those new since the last export, those with a tag. */
export type Scope = { of: 'selection' | 'shown' | 'all' | 'new' } | { of: 'tag'; name: string };

/** The papers of the scopes that need no query. */
export interface Choosable {
  /** Numbers of the papers the dialog was opened for. */
  given: readonly number[];
  /** Numbers of the papers in the current list. */
  shown: ArrayLike<number>;
  /** How many papers the library has. */
  size: number;
}

/** The scopes to offer, the initial one first. Those that would be the same papers are left out. */
export function scopesOf({ given, shown, size }: Choosable): readonly Scope['of'][] {
  const isShown = given.length === shown.length && given.every((n, i) => shown[i] === n);
  return [
    ...(isShown ? [] : ['selection' as const]),
    ...(shown.length >= size ? [] : ['shown' as const]),
    ...(['all', 'new', 'tag'] as const),
  ];
}

/** Numbers of the papers in a scope; undefined while they are looked up. */
export function useScoped(
  library: Library,
  scope: Scope,
  { given, shown, size }: Choosable,
  since: number,
): readonly number[] | undefined {
  const [found, setFound] = useState<{ query: string; numbers: readonly number[] }>();
  const query = scope.of === 'tag' ? asTerm('tag', scope.name) : '';
  const isAsked = scope.of !== 'selection' && scope.of !== 'shown';
  useEffect(() => {
    if (!isAsked) return;
    const stop = new AbortController();
    const look = async () => {
      const { numbers } = await library.find(query);
      if (!stop.signal.aborted) setFound({ query, numbers: Array.from(numbers) });
    };
    ignoreClosed(look());
    return () => stop.abort();
  }, [library, query, isAsked]);
  return useMemo(() => {
    if (scope.of === 'selection') return given;
    if (scope.of === 'shown') return Array.from(shown);
    // The list holds all papers: no look-up needed.
    if (scope.of === 'all' && shown.length >= size) return Array.from(shown);
    if (found?.query !== query) return undefined;
    return scope.of === 'new' ? found.numbers.filter((n) => n > since) : found.numbers;
  }, [scope, found, query, given, shown, size, since]);
}

/** What the papers of a scope have in common, for the name of their file: a tag, the query, the only paper's title. */
export async function aboutOf(
  library: Library,
  scope: Scope,
  { given, query }: { given: readonly number[]; query: string },
): Promise<string> {
  if (scope.of === 'tag') return scope.name;
  if (scope.of === 'all') return t('exportNameAll');
  if (scope.of === 'new') return t('exportNameNew');
  if (scope.of === 'selection' && given.length === 1) return (await library.rows(given))[0]?.facts.title ?? '';
  return query;
}

/** The greatest number of a paper at the last export of a kind: papers with greater ones are new. */
export const exportedUpTo = ({ exported }: Settings, kind: ExportKind): number => exported[kind]?.upTo ?? 0;
