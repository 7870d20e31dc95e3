import type { Library } from '../library/library';
import { PaperDetails, type PaperDetailsProps } from '../ui/paper-details';
import { usePaper } from '../ui/use-paper';

interface UnfoldedProps extends Omit<PaperDetailsProps, 'paper' | 'onCopy'> {
  library: Library;
  n: number;
  onCopy(
    kind: Parameters<PaperDetailsProps['onCopy']>[0],
    paper: PaperDetailsProps['paper'],
    style?: Parameters<PaperDetailsProps['onCopy']>[1],
  ): void;
}

/** The details of a paper below its row, once they are read. */
export function Unfolded({ library, n, onCopy, ...rest }: UnfoldedProps) {
  const paper = usePaper(library, n);
  if (!paper) return <div class="details waiting" />;
  return <PaperDetails {...rest} paper={paper} onCopy={(kind, style) => onCopy(kind, paper, style)} />;
}
