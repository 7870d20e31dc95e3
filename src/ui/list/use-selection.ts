import { useMemo, useRef, useState } from 'preact/hooks';
import type { Numbers } from './use-window';

/** Papers chosen for one act together. Those that a filter no longer shows are no longer chosen: one acts on what one sees. */
export function useSelection(numbers: Numbers) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const anchor = useRef<number>(undefined);
  const selected = useMemo(() => {
    if (chosen.size === 0) return [];
    return Array.from(numbers).filter((n) => chosen.has(n));
  }, [chosen, numbers]);
  const shown = useMemo(() => new Set(selected), [selected]);

  const toggle = (n: number) => {
    anchor.current = n;
    const next = new Set(shown);
    if (!next.delete(n)) next.add(n);
    setChosen(next);
  };
  /** Everything from the last one chosen to this. */
  const range = (n: number) => {
    const from = anchor.current === undefined ? -1 : numbers.indexOf(anchor.current);
    const to = numbers.indexOf(n);
    if (from < 0 || to < 0) return toggle(n);
    const next = new Set(shown);
    for (let i = Math.min(from, to); i <= Math.max(from, to); i++) next.add(numbers[i] as number);
    setChosen(next);
  };
  return {
    /** In the list's order. */
    selected,
    has: (n: number) => shown.has(n),
    toggle,
    range,
    all: () => setChosen(new Set(Array.from(numbers))),
    clear: () => setChosen(new Set()),
  };
}

export type PaperSelection = ReturnType<typeof useSelection>;
