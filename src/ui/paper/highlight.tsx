import { stretches } from '../../query/fold';
import { Marked } from '../kit/marked';

/** A text with the words of a query highlighted. `words` are folded, as in `Found.words`. */
export function Highlight({ text, words }: { text: string; words: readonly string[] }) {
  return <Marked text={text} spans={stretches(text, words)} />;
}
