/** A range of a text, in UTF-16 units; `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** A text with some spans in `<mark>`. Spans are sorted and do not overlap. */
export function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  let at = 0;
  const parts = spans.flatMap(({ from, to }) => {
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
