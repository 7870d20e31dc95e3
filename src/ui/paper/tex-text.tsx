import { texParts } from '../../paper/tex/parts';
import { plainWords } from '../../paper/tex/plain-text';
import { Formula } from './formula';
import { Highlight } from './highlight';

/** A text with its formulas drawn, and the words of a query highlighted between them. */
export function TexText({ text, words = [] }: { text: string; words?: readonly string[] }) {
  return (
    <>
      {texParts(text).map((part, i) =>
        part.is === 'text' ? (
          <Highlight key={i} text={plainWords(part.text)} words={words} />
        ) : (
          <Formula key={i} {...part} />
        ),
      )}
    </>
  );
}
