import { stretches } from '../../query/fold';
import { Marked } from '../kit/marked';

/** A text with the words of a query marked (`Found.words`). */
export function Highlight({ text, words }: { text: string; words: readonly string[] }) {
  return <Marked text={text} spans={stretches(text, words)} />;
}
