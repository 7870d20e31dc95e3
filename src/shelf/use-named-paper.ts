import { useEffect } from 'preact/hooks';
import type { Library } from '../library/library';
import { ignoreClosed } from '../ui/library/ignore-closed';

/** The id of the paper in the page's address: `#paper=arxiv:2407.21705`. */
const idInAddress = (): string | undefined => {
  const found = /^#paper=(.+)$/.exec(location.hash);
  return found ? decodeURIComponent(found[1] as string) : undefined;
};

/** Calls back with the number of the paper named in the page's address, now and when the address changes. */
export function useNamedPaper(library: Library, onNamed: (n: number) => void): void {
  useEffect(() => {
    const read = async () => {
      const key = idInAddress();
      if (key === undefined) return;
      const [paper] = await library.papers([key]);
      if (paper && paper.removedAt === undefined) onNamed(paper.n);
    };
    ignoreClosed(read());
    const onHash = () => ignoreClosed(read());
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [library]);
}
