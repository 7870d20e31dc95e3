import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../locale';
import { send } from '../../messages/transport';
import { TagInput } from '../../ui/tags/tag-input';
import { reason } from './previews';
import type { Triage } from './triage';
import { Unfindable } from './unfindable';

/** The line "Save 14 as": Enter saves with the tag that was typed, a comma adds another tag. */
export function TagLine({ triage }: { triage: Triage }) {
  const [tags, setTags] = useState<string[]>([]);
  /** Whether the last key was Enter: the tag that it adds is the last, and saves. */
  const isLast = useRef(false);
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => line.current?.querySelector('input')?.focus(), []);
  const n = triage.selection.size || 1;
  const keys = triage.targets().map(({ key }) => key);
  const offered = triage.previews
    .of(keys)
    .filter(({ tag }) => !tags.includes(tag))
    .slice(0, 4);
  const save = (all: string[]) => void triage.save(all);
  const take = (all: string[]) => {
    setTags(all);
    if (isLast.current && all.length > tags.length) save(all);
    isLast.current = false;
  };
  return (
    <div
      class="row"
      ref={line}
      onKeyDownCapture={({ key, isComposing }) => {
        if (!isComposing) isLast.current = key === 'Enter';
      }}
    >
      <span class="picked">{plural('barSaveAs', n)}</span>
      <TagInput
        tags={tags}
        complete={(text) => send('complete', text)}
        label={plural('barSaveAs', n)}
        onChange={take}
        onDone={() => save(tags)}
        onEscape={() => triage.unfold({ isTagging: false })}
      />
      {offered.map((each) => (
        <button
          key={each.tag}
          type="button"
          class="chip"
          aria-label={`${each.tag}: ${reason(each)}`}
          onClick={() => setTags([...tags, each.tag])}
        >
          <Unfindable text={each.tag} /> <span class="n">{reason(each)}</span>
        </button>
      ))}
      <button type="button" class="btn primary" disabled={tags.length === 0} onClick={() => save(tags)}>
        {t('overlaySave')}
      </button>
    </div>
  );
}
