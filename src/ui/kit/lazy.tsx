import type { FunctionComponent } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';

/** A component that is loaded when it is first drawn, or before by `preload`. Until then nothing is drawn. */
export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>) {
  let Loaded: FunctionComponent<P> | undefined;
  const preload = async () => {
    Loaded ??= await load();
  };
  function Lazy(props: P) {
    const [, redraw] = useReducer((times: number) => times + 1, 0);
    useEffect(() => {
      if (!Loaded) void preload().then(() => redraw(undefined));
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(Lazy, { preload });
}
