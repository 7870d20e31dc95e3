/** How many colours `tokens.css` has for tags, `--tag-0` and on; the last is the grey one. */
export const tagColors = 10;

/**
 * The CSS colour of a tag: the one the user chose, else one that follows from the name's first part, so that a family of
 * nested tags looks related and a tag keeps its colour on every surface without being stored.
 */
export function tagColor(tag: { name: string; color?: number | undefined }): string {
  const chosen = tag.color ?? nameColor(tag.name);
  return `var(--tag-${chosen % tagColors})`;
}

function nameColor(name: string): number {
  const family = (name.split('/', 1)[0] as string).toLowerCase();
  let sum = 0;
  for (const letter of family) sum = (sum * 31 + (letter.codePointAt(0) as number)) >>> 0;
  return sum % (tagColors - 1);
}
