import { plural, statusName, t } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import { IconButton } from '../kit/icon-button';
import type { Surface } from './use-surface';

/** A menu that sets the status of the selected papers. It shows no status itself: the papers may differ in it. */
function StatusMenu({ onStatus }: { onStatus(status: Status): void }) {
  const choose = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const status = statuses.find((each) => each === event.currentTarget.value);
    event.currentTarget.value = '';
    if (status) onStatus(status);
  };
  return (
    <select class="field status-menu" aria-label={t('uiStatusSetTo')} value="" onChange={choose}>
      <option value="" hidden>
        {t('uiStatus')}
      </option>
      {statuses.map((status) => (
        <option key={status} value={status}>
          {statusName(status)}
        </option>
      ))}
    </select>
  );
}

/** The actions on the selected papers, all at once. */
export function SelectionBar({ surface }: { surface: Surface }) {
  const { list, changes, setDialog } = surface;
  const { selected, all, clear } = list.selection;
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('uiSelection')}>
      <IconButton name={t('uiSelectNone')} icon="close" onClick={clear} />
      <span class="selected-count" aria-live="polite">
        {plural('uiSelected', selected.length)}
      </span>
      {selected.length < list.numbers.length && (
        <button type="button" class="link" onClick={all}>
          {t('uiSelectAll')}
        </button>
      )}
      <span class="space" />
      <StatusMenu onStatus={(status) => void changes.setStatus(selected, status)} />
      <IconButton name={t('uiTags')} icon="tag" onClick={() => setDialog({ kind: 'tag', papers: selected })} />
      <IconButton name={t('uiStar')} icon="star" onClick={() => void changes.toggleStar(selected)} />
      <IconButton
        name={t('uiExport')}
        icon="download"
        onClick={() => setDialog({ kind: 'export', papers: selected })}
      />
      <IconButton name={t('uiRemove')} icon="trash" onClick={() => void changes.remove(selected)} />
    </div>
  );
}
