import { useEffect, useState } from 'preact/hooks';
import { mayBeSame } from '../library/duplicates';
import type { Library } from '../library/library';
import type { Row } from '../library/types';
import type { Paper } from '../paper/paper';
import { asTerm } from '../query/complete';
import { foldName } from '../query/fold';
import { useRead } from '../ui/library/use-read';

/** Two papers as one text, whichever comes first: how "these are two" is remembered. */
export const pairOf = (a: { key: string }, b: { key: string }): string => [a.key, b.key].sort().join(' ');

/** A group without those that the user said are another paper than its first. */
const still = (rows: readonly Row[], apart: readonly string[]): Row[] => {
  const [first, ...others] = rows;
  return first ? [first, ...others.filter((row) => !apart.includes(pairOf(first, row)))] : [];
};

const readGroups = async (library: Library) =>
  Promise.all((await library.duplicates()).map((numbers) => library.rows(numbers)));

/** Groups of papers that may be one; undefined until the whole library was looked through. */
export function useDuplicates(library: Library, apart: readonly string[]): readonly Row[][] | undefined {
  const [groups] = useRead(library, readGroups);
  return groups?.map((rows) => still(rows, apart)).filter((rows) => rows.length > 1);
}

/** Words that are enough to find a title again, and results that are still few. */
const [words, few] = [8, 50];

/** Papers that may be the one that is looked at: those with all words of its title, judged as the whole library is. */
export function useTwins(library: Library, paper: Paper | undefined, apart: readonly string[]): readonly Row[] {
  const [twins, setTwins] = useState<{ of: number; rows: readonly Row[] }>();
  const title = paper?.facts.title;
  useEffect(() => {
    if (!paper || title === undefined) return;
    const asking = new AbortController();
    const read = async () => {
      const parts = foldName(title).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
      const query = parts.slice(0, words).map((word) => asTerm('title', word));
      if (query.length === 0) return;
      const { numbers } = await library.find(query.join(' '), { signal: asking.signal });
      const rows = numbers.length > few ? [] : await library.rows(numbers);
      const own = { ...paper.facts, ids: paper.ids };
      const same = rows.filter((row) => row.n !== paper.n && mayBeSame(own, { ...row.facts, ids: row.ids }));
      if (!asking.signal.aborted) setTwins({ of: paper.n, rows: same });
    };
    void read().catch(() => undefined); // only a suggestion: the list asks the same library, and says what is wrong
    return () => asking.abort();
  }, [library, paper]);
  if (!paper || twins?.of !== paper.n) return [];
  return twins.rows.filter((row) => !apart.includes(pairOf(paper, row)));
}
