import { plural, statusName, t } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import { IconButton } from '../kit/icon-button';

interface SelectionBarProps {
  /** How many papers are selected. */
  count: number;
  isAll: boolean;
  onAll(): void;
  onClear(): void;
  onTag(): void;
  onStatus(status: Status): void;
  onStar(): void;
  onExport(): void;
  onRemove(): void;
}

/** What can be done with the papers selected, all at once. */
export function SelectionBar(props: SelectionBarProps) {
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('uiSelection')}>
      <IconButton name={t('uiSelectNone')} icon="close" onClick={props.onClear} />
      <span class="selected-count" aria-live="polite">
        {plural('uiSelected', props.count)}
      </span>
      {!props.isAll && (
        <button type="button" class="link" onClick={props.onAll}>
          {t('uiSelectAll')}
        </button>
      )}
      <span class="space" />
      <select
        class="field status-menu"
        aria-label={t('uiStatusSetTo')}
        value=""
        onChange={(event) => {
          const status = statuses.find((each) => each === event.currentTarget.value);
          event.currentTarget.value = '';
          if (status) props.onStatus(status);
        }}
      >
        <option value="" hidden>
          {t('uiStatus')}
        </option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {statusName(status)}
          </option>
        ))}
      </select>
      <IconButton name={t('uiTags')} icon="tag" onClick={props.onTag} />
      <IconButton name={t('uiStar')} icon="star" onClick={props.onStar} />
      <IconButton name={t('uiExport')} icon="download" onClick={props.onExport} />
      <IconButton name={t('uiRemove')} icon="trash" onClick={props.onRemove} />
    </div>
  );
}
