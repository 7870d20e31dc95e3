import { t } from '../../locale';
import { Icon } from '../kit/icons';
import { tagColor } from './tag-color';

/** A tag's dot and name. A long name is cut at its end; the whole is in its title. */
export function TagChip({ name, color }: { name: string; color?: number | undefined }) {
  return (
    <span class="chip" title={name}>
      <i class="dot" style={{ '--dot': tagColor({ name, color }) }} />
      <bdi class="name">{name}</bdi>
    </span>
  );
}

interface RemovableChipProps {
  name: string;
  color?: number | undefined;
  onRemove(): void;
  /** Arrow keys between chips; the last one's right arrow leads back to the field. */
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * A tag in a field, with the cross that takes it out, which names it to assistive tools: the text is inert, so that a web
 * page, where the field stands in a panel, does not find it by searching.
 */
export function RemovableChip({ name, color, onRemove, onKeyDown }: RemovableChipProps) {
  return (
    <span class="chip on" title={name}>
      <i class="dot" style={{ '--dot': tagColor({ name, color }) }} />
      <bdi class="name" inert>
        {name}
      </bdi>
      <button
        type="button"
        class="cross"
        tabIndex={-1}
        aria-label={t('uiTagRemove', name)}
        onClick={onRemove}
        onKeyDown={onKeyDown}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
