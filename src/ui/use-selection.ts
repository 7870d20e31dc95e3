import { useMemo, useRef, useState } from 'preact/hooks';

/** Papers chosen for one act together. Those that a filter no longer shows are no longer chosen: one acts on what one sees. */
export function useSelection(numbers: ArrayLike<number>) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const anchor = useRef<number>(undefined);
  const selected = useMemo(() => {
    if (chosen.size === 0) return [];
    return Array.prototype.filter.call(numbers, (n: number) => chosen.has(n)) as number[];
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
    const indexOf = (each: number) => Array.prototype.indexOf.call(numbers, each);
    const from = anchor.current === undefined ? -1 : indexOf(anchor.current);
    const to = indexOf(n);
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

export type Selection = ReturnType<typeof useSelection>;
