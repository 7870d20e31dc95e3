import { useMemo, useRef, useState } from 'preact/hooks';
import type { Numbers } from './use-window';

/** The papers selected in a list. Papers that a query no longer shows are deselected: actions apply to what is in sight. */
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
  /** Selects everything from the last paper toggled to this one. */
  const range = (n: number) => {
    const from = anchor.current === undefined ? -1 : numbers.indexOf(anchor.current);
    const to = numbers.indexOf(n);
    if (from < 0 || to < 0) return toggle(n);
    const next = new Set(shown);
    for (let i = Math.min(from, to); i <= Math.max(from, to); i++) next.add(numbers[i] as number);
    setChosen(next);
  };
  return {
    /** Numbers of the papers, in the list's order. */
    selected,
    has: (n: number) => shown.has(n),
    toggle,
    range,
    all: () => setChosen(new Set(Array.from(numbers))),
    clear: () => setChosen((now) => (now.size === 0 ? now : new Set())),
  };
}

export type PaperSelection = ReturnType<typeof useSelection>;
