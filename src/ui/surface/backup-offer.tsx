import { day, number, plural, t } from '../../locale';
import { Icon } from '../kit/icons';
import { errorWords } from '../library/error-words';
import { backupNotice } from './backup-notice';
import type { Surface } from './use-surface';

/**
 * Offers a backup once the library has enough papers. Once accepted or dismissed the offer never returns; afterwards there
 * are only the reminders that the user turned on.
 */
export function BackupOffer({ surface }: { surface: Surface }) {
  const { library, list, settings, show } = surface;
  const { backedUpAt } = settings.values;
  const size = list.results?.size ?? 0;
  const notice = backupNotice(settings, size);
  if (!notice) return null;
  const dismiss = () => settings.change({ backupOffered: true, backupRemindedAt: Date.now() });
  const backUp = async () => {
    try {
      const { downloadBackup } = await import('../../backup/make');
      show(plural('optionsBackedUp', await downloadBackup(library)));
      dismiss();
    } catch (error) {
      show(errorWords(error), { isError: true });
    }
  };
  const due = backedUpAt > 0 ? t('backupLast', day(backedUpAt)) : t('backupNever');
  return (
    <div class="offer" role="note">
      <p>{notice === 'offer' ? t('uiBackupOffer', number(size)) : due}</p>
      <button type="button" class="link" onClick={() => void backUp()}>
        {t('optionsBackup')}
      </button>
      <button type="button" class="cross" aria-label={t('uiDismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
