import { useEffect, useState } from 'preact/hooks';
import type { Completion } from '../../paper/marks';

/** The tags used last, to offer below a field. Empty until they were read, and where they cannot be read. */
export function useRecentTags(complete: (text: string) => Promise<readonly Completion[]>): readonly Completion[] {
  const [recent, setRecent] = useState<readonly Completion[]>([]);
  useEffect(() => {
    // Without them a tag can still be typed.
    complete('').then(setRecent, () => undefined);
  }, []);
  return recent;
}
