import { t } from '../locale';

/** Says that a paper is not in the library. In the same box as the panel, so that the page does not learn it. */
export function Absent({ onClose }: { onClose(): void }) {
  return (
    <main class="panel" aria-label={t('panelAbsent')}>
      <p class="said" role="status">
        {t('panelAbsent')}
      </p>
      <div class="row foot">
        <button type="button" class="btn ghost end" onClick={onClose}>
          {t('overlayDismiss')}
        </button>
      </div>
    </main>
  );
}
