import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import type { Paper } from '../../paper/paper';
import { reading } from '../library/reading';

/** A whole paper, read again whenever it changes; undefined until it was read, or when it is gone. */
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
    reading(read());
    const stop = library.onChange(({ numbers }) => {
      if (numbers.length === 0 || numbers.includes(n)) reading(read());
    });
    return () => {
      isLive = false;
      stop();
    };
  }, [library, n]);
  return paper?.n === n ? paper : undefined;
}
