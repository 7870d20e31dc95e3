import { plural, statusName, t } from '../../locale';
import { type Status, statuses } from '../../paper/paper';
import { chooseTagsFor } from './choose-tags';
import type { Triage } from './triage';

/** Actions on the selected papers. */
export function SelectionRow({ triage }: { triage: Triage }) {
  const n = triage.selection.size;
  const left = triage.visible.plain().filter(({ key }) => !triage.selection.has(key)).length;
  return (
    <div class="row">
      <span class="picked">{n ? plural('barPicked', n) : t('barPickNone')}</span>
      {n > 0 && (
        <>
          <button type="button" class="btn primary" onClick={() => triage.save()}>
            {t('barSaveNumber', n)}
          </button>
          <button type="button" class="btn" onClick={() => void chooseTagsFor(triage)}>
            {t('barTag')}
          </button>
          <select
            class="field status"
            aria-label={t('barStatus')}
            value=""
            onChange={({ currentTarget: { value } }) => triage.setStatus(value as Status)}
          >
            <option value="">{t('barStatus')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {statusName(status)}
              </option>
            ))}
          </select>
          <button type="button" class="btn ghost" onClick={() => triage.hide()}>
            {t('barHide')}
          </button>
        </>
      )}
      <span class="end">
        {left > 0 && (
          <button type="button" class="btn ghost" onClick={() => triage.pickAll()}>
            {t('barPickAll', n + left)}
          </button>
        )}
        <button type="button" class="btn ghost" onClick={() => triage.drop()}>
          {t('barDone')}
        </button>
      </span>
    </div>
  );
}
