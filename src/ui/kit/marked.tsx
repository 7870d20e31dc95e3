/** From and to in a text, UTF-16 units. */
export interface Span {
  from: number;
  to: number;
}

/** A text with spans of it marked; they come in order and do not overlap. */
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
