import type { Library } from '../../library/library';
import { Abstract } from './abstract';
import { usePaper } from './use-paper';

/** The abstract of a paper below its row in a list. */
export function PeekedAbstract({ library, n, words }: { library: Library; n: number; words: readonly string[] }) {
  const paper = usePaper(library, n);
  return <div class="peek">{paper && <Abstract paper={paper} words={words} />}</div>;
}
