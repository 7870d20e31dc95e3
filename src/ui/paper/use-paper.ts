import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Paper } from '../../paper/paper';
import { ignoreClosed } from '../library/ignore-closed';

/** A whole paper, kept up to date. Undefined until it was read, and when there is no such paper. */
export function usePaper(library: Library, n: number | undefined): Paper | undefined {
  const [paper, setPaper] = useState<Paper>();
  useEffect(() => {
    if (n === undefined) {
      setPaper(undefined);
      return;
    }
    let isLive = true;
    const read = async () => {
      const [found] = await library.papers([n]);
      if (isLive) setPaper(found);
    };
    ignoreClosed(read());
    const stop = library.onChange(({ numbers }) => {
      if (numbers.length === 0 || numbers.includes(n)) ignoreClosed(read());
    });
    return () => {
      isLive = false;
      stop();
    };
  }, [library, n]);
  return paper?.n === n ? paper : undefined;
}
