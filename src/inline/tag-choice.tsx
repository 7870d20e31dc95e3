import { useRef, useState } from 'preact/hooks';
import { plural, t } from '../locale';
import { failureText } from '../messages/failures';
import type { FrameClaim } from '../messages/frame-views';
import { reasonText } from '../messages/reason';
import { ask, MessageError } from '../messages/transport';
import { TagInput } from '../ui/tags/tag-input';
import { useRecentTags } from '../ui/tags/use-recent-tags';
import { completions, recentTags } from './completions';
import { checkSuggestions } from './suggestions';

interface TagChoiceProps {
  claim: Extract<FrameClaim, { is: 'tags' }>;
  /** From a page's process, unchecked. */
  suggestions: unknown;
  /** Called with the token once the background has the tags. */
  onTagged(token: string): void;
  onClose(): void;
}

/** The choice of tags for papers of the page: Enter saves with the tag that was typed, a comma adds another tag. */
export function TagChoice({ claim: { papers, token }, suggestions, onTagged, onClose }: TagChoiceProps) {
  const [tags, setTags] = useState<string[]>([]);
  const [problem, setProblem] = useState<string>();
  const recent = useRecentTags(completions);
  /** Whether the last key was Enter: the tag that it adds is the last, and saves. */
  const isLast = useRef(false);
  const save = async (chosen: string[]) => {
    try {
      await ask('chooseTags', { token, tags: chosen });
      onTagged(token);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      setProblem(failureText(error.failure));
    }
  };
  const take = (all: string[]) => {
    setTags(all);
    if (isLast.current && all.length > tags.length) void save(all);
    isLast.current = false;
  };
  const label = plural('barSaveAs', papers);
  return (
    <main
      class="panel"
      aria-label={label}
      onKeyDownCapture={({ key, isComposing }) => {
        if (!isComposing) isLast.current = key === 'Enter';
      }}
    >
      <h1>{label}</h1>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <TagInput
        tags={tags}
        complete={completions}
        recent={recent.slice(0, recentTags)}
        label={label}
        onChange={take}
        onDone={() => tags.length > 0 && void save(tags)}
        onEscape={onClose}
      />
      <div class="links">
        {checkSuggestions(suggestions, tags).map((each) => (
          <button
            key={each.tag}
            type="button"
            class="chip"
            aria-label={`${each.tag}: ${reasonText(each)}`}
            onClick={() => setTags([...tags, each.tag])}
          >
            <bdi class="name">{each.tag}</bdi> <span class="n">{reasonText(each)}</span>
          </button>
        ))}
      </div>
      <div class="row foot">
        <button type="button" class="btn primary end" disabled={tags.length === 0} onClick={() => save(tags)}>
          {t('overlaySave')}
        </button>
      </div>
    </main>
  );
}
