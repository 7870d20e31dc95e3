import { plainText } from '../../paper/tex/plain-text';

/** Characters of a title within a sentence, at most. */
const maxTitle = 60;

/** A title within a sentence, as plain text: a long one ends after a whole word and `…`. */
export function shortTitle(given: string): string {
  const title = plainText(given);
  if (title.length <= maxTitle) return title;
  const cut = title.slice(0, maxTitle);
  const space = cut.lastIndexOf(' ');
  // A text without spaces (Chinese, say) is cut anywhere but within a surrogate pair.
  return `${(space > maxTitle / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
