import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { ignoreClosed } from '../library/ignore-closed';

/** Rows read at a time. */
const batch = 500;

/** How many of some papers have each tag, by its id: the tags themselves, without those below them. */
async function countTags(library: Library, papers: readonly number[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let at = 0; at < papers.length; at += batch) {
    const rows = await library.rows(papers.slice(at, at + batch));
    for (const id of rows.flatMap((row) => row.tags)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The tags that any of some papers has, each with how many have it, kept up to date. Undefined until they were read. */
export function useTagCounts(library: Library, papers: readonly number[]): ReadonlyMap<string, number> | undefined {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>();
  useEffect(() => {
    let isLive = true;
    const read = () =>
      ignoreClosed(
        countTags(library, papers).then((counted) => {
          if (isLive) setCounts(counted);
        }),
      );
    read();
    const stop = library.onChange(read);
    return () => {
      isLive = false;
      stop();
    };
  }, [library, papers]);
  return counts;
}
