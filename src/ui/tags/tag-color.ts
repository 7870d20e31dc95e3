/** How many colours `tokens.css` has for tags, from `--tag-0`; the last one is grey. */
export const tagColors = 10;

/**
 * The CSS colour of a tag: the one the user chose, else one computed from the first part of its name, so that nested tags
 * share a colour and every surface shows the same one without storing it.
 */
export function tagColor(tag: { name: string; color?: number | undefined }): string {
  const chosen = tag.color ?? nameColor(tag.name);
  return `var(--tag-${chosen % tagColors})`;
}

/** Number of the colour of a tag whose colour was not chosen. */
export function nameColor(name: string): number {
  const family = (name.split('/', 1)[0] as string).toLowerCase();
  let sum = 0;
  for (const letter of family) sum = (sum * 31 + (letter.codePointAt(0) as number)) >>> 0;
  return sum % (tagColors - 1);
}
