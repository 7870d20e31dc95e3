import { useEffect, useState } from 'preact/hooks';
import { reasonText } from '../messages/reason';
import { ask } from '../messages/transport';
import type { WordedSuggestion } from '../ui/tags/suggested-tags';

/** Tags that fit a paper, asked for once: those that are added or refused meanwhile stay known. */
export function useSuggestions(key: string): [readonly WordedSuggestion[], leaveOut: (tag: string) => void] {
  const [suggestions, setSuggestions] = useState<readonly WordedSuggestion[]>([]);
  useEffect(() => {
    ask('suggestTags', key).then(
      (found) => setSuggestions(found.map((each) => ({ tag: each.tag, reason: reasonText(each) }))),
      () => undefined, // without them a tag can still be typed
    );
  }, [key]);
  return [suggestions, (tag) => setSuggestions((all) => all.filter((each) => each.tag !== tag))];
}
