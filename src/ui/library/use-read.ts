import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { ignoreClosed } from './ignore-closed';

/**
 * The result of `read`, kept up to date: it is read again after each change of the library, when one of `inputs` changes,
 * and when the returned function is called. The latest request wins, whichever is answered last. Undefined until the first
 * answer.
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
      asked.current += 1; // ignore the answer to a request still running
    };
  }, [library, again]);
  return [found, again];
}
