import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Library } from '../library/library';
import { PaperDetails, type PaperDetailsProps } from '../ui/paper/paper-details';
import { usePaper } from '../ui/paper/use-paper';

interface UnfoldedProps extends Omit<PaperDetailsProps, 'paper' | 'onCopy'> {
  library: Library;
  n: number;
  /** Whether it was opened just now, so that it is scrolled into view: not if the popup opened with it. */
  isFresh: boolean;
  onCopy(
    kind: Parameters<PaperDetailsProps['onCopy']>[0],
    paper: PaperDetailsProps['paper'],
    style?: Parameters<PaperDetailsProps['onCopy']>[1],
  ): void;
}

/** The details of a paper below its row. They are scrolled into view once they are read. */
export function Unfolded({ library, n, isFresh, onCopy, ...rest }: UnfoldedProps) {
  const paper = usePaper(library, n);
  const isRead = paper !== undefined;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isRead && isFresh) place.current?.closest('li')?.scrollIntoView?.({ block: 'nearest' });
  }, [isRead]);
  return (
    <div ref={place}>
      {paper ? (
        <PaperDetails {...rest} paper={paper} onCopy={(kind, style) => onCopy(kind, paper, style)} />
      ) : (
        <div class="details waiting" />
      )}
    </div>
  );
}
