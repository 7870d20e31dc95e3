/** Suggestions for tags come from a page's process: what they are is checked before anything is shown. */
import { plural, t } from '../locale';
import type { Suggestion } from '../paper/marks';

/** Suggestions offered below the field. */
const maxSuggestions = 4;
const maxLength = 200;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= maxLength;

function isSuggestion(value: unknown): value is Suggestion {
  if (typeof value !== 'object' || value === null) return false;
  const { tag, of, why, papers } = value as Partial<Record<keyof Suggestion, unknown>>;
  return isText(tag) && tag !== '' && isText(of) && isText(why) && Number.isSafeInteger(papers);
}

/** The suggestions of a list from outside, without the tags that are chosen. */
export function checkSuggestions(list: unknown, chosen: readonly string[]): Suggestion[] {
  const all = Array.isArray(list) ? list.slice(0, maxSuggestions + chosen.length).filter(isSuggestion) : [];
  return all.filter(({ tag }) => !chosen.includes(tag)).slice(0, maxSuggestions);
}

/** The reason of a suggestion, in words. */
export function suggestionReason({ why, of, papers }: Suggestion): string {
  if (why === 'rule') return t('suggestRule');
  return plural(why === 'author' ? 'suggestAuthor' : why === 'owner' ? 'suggestOwner' : 'suggestWord', papers, of);
}
