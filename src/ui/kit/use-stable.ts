import { useRef } from 'preact/hooks';

type Callbacks = Record<string, ((...given: never[]) => unknown) | undefined>;

/**
 * Callbacks with a stable identity that call the latest ones given: for memoised components. Which callbacks exist is fixed
 * by the first render.
 */
export function useStable<A extends Callbacks>(callbacks: A): A {
  const latest = useRef(callbacks);
  latest.current = callbacks;
  const stable = useRef<A>(undefined);
  stable.current ??= Object.fromEntries(
    Object.keys(callbacks)
      .filter((name) => callbacks[name])
      .map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
  ) as A;
  return stable.current;
}
