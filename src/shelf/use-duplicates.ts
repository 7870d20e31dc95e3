import { useEffect, useState } from 'preact/hooks';
import { mayBeSame } from '../library/duplicates';
import type { Library } from '../library/library';
import type { Row } from '../library/types';
import type { Paper } from '../paper/paper';
import { asTerm } from '../query/complete';
import { foldName } from '../query/fold';
import { useRead } from '../ui/library/use-read';

/** A pair of papers as text, the same in either order: how the user's "keep separate" is stored. */
export const pairOf = (a: { key: string }, b: { key: string }): string => [a.key, b.key].sort().join(' ');

/** A group without the papers that the user keeps separate from its first. */
const withoutSeparate = (rows: readonly Row[], apart: readonly string[]): Row[] => {
  const [first, ...others] = rows;
  return first ? [first, ...others.filter((row) => !apart.includes(pairOf(first, row)))] : [];
};

const readGroups = async (library: Library) =>
  Promise.all((await library.duplicates()).map((numbers) => library.rows(numbers)));

/** Groups of possible duplicates; undefined until the whole library was searched. */
export function useDuplicates(library: Library, apart: readonly string[]): readonly Row[][] | undefined {
  const [groups] = useRead(library, readGroups);
  return groups?.map((rows) => withoutSeparate(rows, apart)).filter((rows) => rows.length > 1);
}

/** How many words of a title are searched for, and above how many results they are too common to be compared. */
const [maxWords, maxResults] = [8, 50];

/** Possible duplicates of one paper: those with all words of its title, judged as for the whole library. */
export function usePossibleDuplicates(
  library: Library,
  paper: Paper | undefined,
  apart: readonly string[],
): readonly Row[] {
  const [found, setFound] = useState<{ of: number; rows: readonly Row[] }>();
  const title = paper?.facts.title;
  useEffect(() => {
    if (!paper || title === undefined) return;
    const search = new AbortController();
    const read = async () => {
      const parts = foldName(title).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
      const query = parts.slice(0, maxWords).map((word) => asTerm('title', word));
      if (query.length === 0) return;
      const { numbers } = await library.find(query.join(' '), { signal: search.signal });
      const rows = numbers.length > maxResults ? [] : await library.rows(numbers);
      const own = { ...paper.facts, ids: paper.ids };
      const same = rows.filter((row) => row.n !== paper.n && mayBeSame(own, { ...row.facts, ids: row.ids }));
      if (!search.signal.aborted) setFound({ of: paper.n, rows: same });
    };
    void read().catch(() => undefined); // only a suggestion: the list reads the same library, and shows what is wrong
    return () => search.abort();
  }, [library, paper]);
  if (!paper || found?.of !== paper.n) return [];
  return found.rows.filter((row) => !apart.includes(pairOf(paper, row)));
}
