import { useEffect, useState } from 'preact/hooks';
import { Seen } from '../library/seen';

const seen = new Seen();

export interface SeenState {
  /** How many seen papers are remembered. */
  size: number;
  erase(): void;
}

/** The history of seen papers. Undefined until it was read; where it cannot be read it counts as empty. */
export function useSeen(): SeenState | undefined {
  const [size, setSize] = useState<number>();
  useEffect(() => {
    let isLive = true;
    const set = (now: number) => isLive && setSize(now);
    seen.size().then(set, () => set(0));
    return () => {
      isLive = false;
    };
  }, []);
  return size === undefined ? undefined : { size, erase: () => void seen.erase().then(() => setSize(0)) };
}
