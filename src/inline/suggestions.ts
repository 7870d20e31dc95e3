/** Suggestions for tags come from a page's process: what they are is checked before anything is shown. */
import { isReason } from '../messages/reason';
import type { Suggestion } from '../paper/marks';

/** Suggestions offered below the field. */
const maxSuggestions = 4;
const maxLength = 200;

function isSuggestion(value: unknown): value is Suggestion {
  const { tag } = (value ?? {}) as { tag?: unknown };
  return typeof tag === 'string' && tag !== '' && tag.length <= maxLength && isReason(value);
}

/** The suggestions of a list from outside, without the tags that are chosen. */
export function checkSuggestions(list: unknown, chosen: readonly string[]): Suggestion[] {
  const all = Array.isArray(list) ? list.slice(0, maxSuggestions + chosen.length).filter(isSuggestion) : [];
  return all.filter(({ tag }) => !chosen.includes(tag)).slice(0, maxSuggestions);
}
