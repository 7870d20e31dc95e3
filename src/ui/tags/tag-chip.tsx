import { t } from '../../locale';
import { Icon } from '../kit/icons';
import { tagColor } from './tag-color';

/** A tag. A long name is cut off; the tooltip shows all of it. */
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
  /** For the arrow keys between chips; right from the last one leads back to the field. */
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * A tag in a field, with a button that removes it. The button names the tag to assistive tools; the text itself is inert, so
 * that a web page cannot find it by `window.find` where the field is in the panel on that page.
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
