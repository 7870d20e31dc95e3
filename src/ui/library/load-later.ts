import type { Library } from '../../library/library';

type Method = (...given: unknown[]) => unknown;

/** A library that is loaded by its first call. If that fails, the call fails, and the next one loads again. */
export function loadLater(load: () => Promise<Library>): Library {
  let loading: Promise<Library> | undefined;
  const loaded = () => {
    loading ??= load();
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const own: Pick<Library, 'onChange' | 'close'> = {
    onChange(listener) {
      let stop: (() => void) | undefined;
      let isStopped = false;
      const listen = (library: Library) => {
        if (!isStopped) stop = library.onChange(listener);
      };
      // What fails here fails for everyone else who asks, and they say so.
      loaded().then(listen, () => {});
      return () => {
        isStopped = true;
        stop?.();
      };
    },
    close: () => void loaded().then((library) => library.close()),
  };
  /** Every other method returns a promise. */
  const call = async (name: keyof Library, given: unknown[]) => ((await loaded())[name] as Method)(...given);
  return new Proxy(own as Library, {
    get(target, name) {
      // A promise that resolves with this object looks for `then`.
      if (name in target || typeof name === 'symbol' || name === 'then') return target[name as keyof Library];
      return (...given: unknown[]) => call(name as keyof Library, given);
    },
  });
}
