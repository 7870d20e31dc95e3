import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import { reading } from '../ui/reading';
import type { PaperListState } from '../ui/use-paper-list';

/** The paper that the address names: `#paper=arxiv:2407.21705`. */
const named = (): string | undefined => {
  const found = /^#paper=(.+)$/.exec(location.hash);
  return found ? decodeURIComponent(found[1] as string) : undefined;
};

/**
 * Shows the paper that the address names, once it is listed. `onShow` gets its number, or undefined where the query hides
 * it and has to go.
 */
export function useNamedPaper(
  library: Library,
  list: PaperListState,
  query: string,
  onShow: (n: number | undefined) => void,
): void {
  const [wanted, setWanted] = useState<number>();
  useEffect(() => {
    const read = async () => {
      const key = named();
      if (key === undefined) return;
      const [paper] = await library.papers([key]);
      if (paper && paper.removedAt === undefined) setWanted(paper.n);
    };
    reading(read());
    const onHash = () => reading(read());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [library]);
  useEffect(() => {
    if (wanted === undefined || !list.shown || list.shown.query !== query) return;
    const index = list.shown.found.numbers.indexOf(wanted);
    if (index < 0 && query.trim() !== '') return onShow(undefined);
    setWanted(undefined);
    if (index < 0) return;
    list.current.goTo(index);
    onShow(wanted);
  }, [wanted, list.shown, query]);
}
