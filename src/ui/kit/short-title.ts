/** Characters of a title within a sentence, at most. */
const maxTitle = 60;

/** A title within a sentence: a long one ends after a whole word and `…`. */
export function shortTitle(title: string): string {
  if (title.length <= maxTitle) return title;
  const cut = title.slice(0, maxTitle);
  const space = cut.lastIndexOf(' ');
  // A text without spaces (Chinese, say) is cut anywhere but within a surrogate pair.
  return `${(space > maxTitle / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
