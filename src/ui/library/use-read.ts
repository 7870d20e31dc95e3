import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { ignoreClosed } from './ignore-closed';

/**
 * What `read` finds in the library, kept up to date: it is read again after each change, when one of `inputs` changes, and
 * when the second of what is returned is called. What was asked last counts, whichever is answered last; until the first
 * answer there is undefined.
 */
export function useRead<T>(
  library: Library,
  read: (library: Library) => Promise<T>,
  inputs: readonly unknown[] = [],
): [found: T | undefined, again: () => void] {
  const [found, setFound] = useState<T>();
  const asked = useRef(0);
  const again = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    ignoreClosed(read(library).then((answer) => mine === asked.current && setFound(() => answer)));
  }, [library, ...inputs]);
  useEffect(() => {
    again();
    const stop = library.onChange(again);
    return () => {
      stop();
      asked.current += 1; // what is under way is drawn no more
    };
  }, [library, again]);
  return [found, again];
}
