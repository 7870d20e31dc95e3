/** What the tag field offers for a text, and how a text becomes tags. Pure. */
import type { Completion } from '../../paper/marks';
import type { Span } from '../kit/marked';

/** A line of the list below the field. */
export type TagOption = ({ kind: 'tag' } & Completion) | { kind: 'create'; name: string };

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** Whether two names are one tag: case and Unicode form do not matter. */
export const isSameTag = (a: string, b: string): boolean => folded(a) === folded(b);

/** A tag as typed, made tidy: no `#`, no empty parts, no white space around `/`. May be empty. */
export function tidyTag(text: string): string {
  return text
    .replace(/^\s*#+/, '')
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join('/');
}

/** What separates tags in typed and pasted lists, the Chinese marks included. */
const separators = /[,;，；、\n\r\t]+/;

/** Whether a text holds more than one tag. */
export const isTagList = (text: string): boolean => separators.test(text);

/** Tags of a list, tidy, each once. */
export function splitTags(text: string): string[] {
  return addTags([], text.split(separators));
}

/** Tags with more of them at the end; those that are there already are not repeated. */
export function addTags(tags: readonly string[], more: readonly string[]): string[] {
  const all = [...tags];
  for (const name of more.map(tidyTag)) {
    if (name !== '' && !all.some((each) => isSameTag(each, name))) all.push(name);
  }
  return all;
}

/** Where a text occurs in a tag's name: at the start of a part if it can. */
export function matchIn(name: string, text: string): Span | undefined {
  const [hay, needle] = [folded(name), folded(tidyTag(text))];
  if (needle === '' || hay.length !== name.length) return undefined;
  const starts = hay.startsWith(needle) ? 0 : hay.indexOf(`/${needle}`) + 1;
  const from = starts > 0 || hay.startsWith(needle) ? starts : hay.indexOf(needle);
  return from < 0 ? undefined : { from, to: from + needle.length };
}

/**
 * The list for a text. Its first line is what Enter takes: a tag of which a part begins with the text, else creating it;
 * creating also comes first where the text is the parent of a tag, since a whole word was typed.
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
