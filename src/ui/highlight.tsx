/** Marking in a text what a search was for. Words come folded (lower case, no accents), the text is shown as it is. */

/** From and to, UTF-16 units of the text, in order and without overlap. */
export type Span = readonly [from: number, to: number];

const marks = /\p{M}/u;

/** A text folded for comparison, and for each of its units the place in the text it came from. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    for (const unit of letter.normalize('NFKD').toLowerCase()) {
      if (marks.test(unit)) continue;
      folded += unit;
      for (let i = 0; i < unit.length; i++) places.push(at);
    }
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

/** Where folded words begin a word of the text. A longer match at the same place wins. */
export function wordSpans(text: string, words: readonly string[]): Span[] {
  if (words.length === 0 || text === '') return [];
  const { folded, places } = foldWithPlaces(text);
  const longestFirst = [...words].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  const spans: Span[] = [];
  for (let at = 0; at < folded.length; ) {
    const word = isWordStart(folded, at) && longestFirst.find((each) => folded.startsWith(each, at));
    if (word) spans.push([places[at] as number, places[at + word.length] as number]);
    at += word ? word.length : 1;
  }
  return spans.filter(([from, to]) => to > from);
}

const inWord = /[\p{L}\p{N}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function isWordStart(folded: string, at: number): boolean {
  const before = folded[at - 1];
  return before === undefined || !inWord.test(before) || unspaced.test(folded[at] as string);
}

/** A text with spans of it marked. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  let at = 0;
  const parts = spans.flatMap(([from, to]) => {
    const pair = [text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>];
    at = to;
    return pair;
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** A text with the words of a query marked. */
export function Highlight({ text, words }: { text: string; words: readonly string[] }) {
  return <Marked text={text} spans={wordSpans(text, words)} />;
}
