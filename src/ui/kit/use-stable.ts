import { useRef } from 'preact/hooks';

type Acts = Record<string, ((...given: never[]) => unknown) | undefined>;

/**
 * Functions that stay the same object for a component's life and do what the last ones given do: for what is drawn anew
 * only when its props change. Which of them there are is settled by the first.
 */
export function useStable<A extends Acts>(acts: A): A {
  const latest = useRef(acts);
  latest.current = acts;
  const stable = useRef<A>(undefined);
  stable.current ??= Object.fromEntries(
    Object.keys(acts)
      .filter((name) => acts[name])
      .map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
  ) as A;
  return stable.current;
}
