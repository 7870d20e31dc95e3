import { useEffect } from 'preact/hooks';
import { t } from '../../locale';
import { Icon } from '../kit/icons';
import { tagColor } from './tag-color';
import { isSameTag } from './tag-options';

/** A suggested tag, with its reason in words. */
export interface WordedSuggestion {
  tag: string;
  reason: string;
}

interface SuggestedTagsProps {
  suggestions: readonly WordedSuggestion[];
  /** Tags that the paper has. */
  tags: readonly string[];
  onAdd(tag: string): void;
  /** The tag does not fit the paper: it is not to be suggested for it again. */
  onRefuse(tag: string): void;
}

/** Tags that fit a paper, each added by a press or by Alt and its number. Its reason is its tooltip and part of its name. */
export function SuggestedTags({ suggestions, tags, onAdd, onRefuse }: SuggestedTagsProps) {
  const shown = suggestions.filter(({ tag }) => !tags.some((other) => isSameTag(other, tag)));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // By its place on the keyboard: with Alt, or Option, the key gives another character.
      const { tag } = shown[Number(/^Digit([1-3])$/.exec(event.code)?.[1]) - 1] ?? {};
      if (tag === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onAdd(tag);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  if (shown.length === 0) return null;
  return (
    <ul class="recent suggested" aria-label={t('suggestedTags')}>
      {shown.map(({ tag, reason }, i) => (
        <li key={tag} class="chip" title={t('suggestedTip', reason, `Alt+${i + 1}`)}>
          <button
            type="button"
            class="take"
            aria-label={t('suggestedAdd', tag, reason)}
            aria-keyshortcuts={`Alt+${i + 1}`}
            onClick={() => onAdd(tag)}
          >
            <i class="dot" style={{ '--dot': tagColor({ name: tag }) }} />
            <bdi class="name" inert>
              {tag}
            </bdi>
          </button>
          <button
            type="button"
            class="cross"
            title={t('suggestedRefuseTip')}
            aria-label={t('suggestedRefuse', tag)}
            onClick={() => onRefuse(tag)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
