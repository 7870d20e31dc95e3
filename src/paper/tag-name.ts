/** Names of tags: normalising, comparing, nesting. Pure. */

/** UTF-16 units: longer names are cut. */
const maxNameLength = 200;

/**
 * A name as it is kept: white space collapsed, each level trimmed, empty levels gone, control and invisible characters
 * removed, in Unicode's composed form. Undefined if nothing is left.
 */
export function tagName(typed: string): string | undefined {
  const levels = typed
    .normalize('NFC')
    .replace(/(?!\s)[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069]/gu, '')
    .slice(0, maxNameLength)
    .split('/')
    .map((level) => level.replace(/\s+/g, ' ').trim())
    .filter((level) => level !== '');
  return levels.length > 0 ? levels.join('/') : undefined;
}

/**
 * What makes two names the same tag: compatibility forms and case do not count (`ＲＬ`, `rl`, `RL`), accents do.
 * By way of upper case, so that `ß` and `ss`, `ς` and `σ` meet, as in Unicode's full case folding.
 */
export function foldTag(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** Names above a name, the nearest last: `a`, `a/b` for `a/b/c`. */
export function above(name: string): string[] {
  const levels = name.split('/');
  return levels.slice(1).map((_, at) => levels.slice(0, at + 1).join('/'));
}

/** Whether a folded name lies below another. */
export const isBelow = (name: string, parent: string): boolean => name.startsWith(`${parent}/`);
