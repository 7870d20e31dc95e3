import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../library/library';
import { reasonText } from '../../messages/reason';
import type { Paper } from '../../paper/paper';
import * as settings from '../../settings';
import type { WordedSuggestion } from '../tags/suggested-tags';

/** Tags that fit a saved paper; none until they are known, or where that is turned off. */
export function useSuggestedTags(library: Library, paper: Paper | undefined): readonly WordedSuggestion[] {
  const [suggestions, setSuggestions] = useState<readonly WordedSuggestion[]>([]);
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      if (!paper || !(await settings.get()).suggestTags) return;
      const [found = []] = await library.suggest([paper.facts]);
      if (!isOver) setSuggestions(found.map((each) => ({ tag: each.tag, reason: reasonText(each) })));
    };
    read().catch(() => undefined); // without them a tag can still be typed
    return () => {
      isOver = true;
    };
  }, [library, paper]);
  return suggestions;
}
