/** The options of the tag field for a text, and how a text is split into tags. Pure. */
import type { Completion } from '../../paper/marks';
import type { Span } from '../kit/marked';

/** An option below the field: a known tag, or creating a new one. */
export type TagOption = ({ kind: 'tag' } & Completion) | { kind: 'create'; name: string };

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** Whether two names mean the same tag: case and Unicode normalization do not matter. */
export const isSameTag = (a: string, b: string): boolean => folded(a) === folded(b);

/** A typed name without `#`, empty parts, and white space around `/`. May be empty. */
export function tidyTag(text: string): string {
  return text
    .replace(/^\s*#+/, '')
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('/');
}

/** Separators of tags in typed and pasted lists, Chinese punctuation included. */
const separators = /[,;，；、\n\r\t]+/;

/** Whether a text holds more than one tag. */
export const isTagList = (text: string): boolean => separators.test(text);

/** The tags of a list, tidied, each once. */
export function splitTags(text: string): string[] {
  return addTags([], text.split(separators));
}

/** `tags` and then those of `more` that are not among them. */
export function addTags(tags: readonly string[], more: readonly string[]): string[] {
  const all = [...tags];
  for (const name of more.map(tidyTag)) {
    if (name !== '' && !all.some((each) => isSameTag(each, name))) all.push(name);
  }
  return all;
}

/** Where a text occurs in a tag's name, preferably at the start of a part. */
export function matchIn(name: string, text: string): Span | undefined {
  const [hay, needle] = [folded(name), folded(tidyTag(text))];
  if (needle === '' || hay.length !== name.length) return undefined;
  const starts = hay.startsWith(needle) ? 0 : hay.indexOf(`/${needle}`) + 1;
  const from = starts > 0 || hay.startsWith(needle) ? starts : hay.indexOf(needle);
  return from < 0 ? undefined : { from, to: from + needle.length };
}

/**
 * The options for a text; Enter takes the first. Tags with a part that begins with the text come first, else creating a tag
 * of that name. Creating also comes first if the text is the parent of a known tag: then a whole word was typed.
 */
export function tagOptions(text: string, found: readonly Completion[], chosen: readonly string[]): TagOption[] {
  const name = tidyTag(text);
  const free = found.filter((each) => !chosen.some((tag) => isSameTag(tag, each.name)));
  const tags = free.map((each): TagOption => ({ kind: 'tag', ...each }));
  const isKnown = [...found.map((each) => each.name), ...chosen].some((each) => isSameTag(each, name));
  if (name === '' || isKnown)
    return tags.sort((a, b) => Number(isSameTag(b.name, name)) - Number(isSameTag(a.name, name)));
  const begins = tags.filter((each) => beginsPart(each.name, name));
  const rest = tags.filter((each) => !begins.includes(each));
  const create: TagOption = { kind: 'create', name };
  const isParent = begins.some((each) => folded(each.name).startsWith(`${folded(name)}/`));
  return isParent || begins.length === 0 ? [create, ...begins, ...rest] : [...begins, ...rest, create];
}

const beginsPart = (name: string, text: string): boolean => `/${folded(name)}`.includes(`/${folded(text)}`);
