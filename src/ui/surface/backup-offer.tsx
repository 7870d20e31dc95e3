import { isReminderDue } from '../../backup/due';
import { downloadBackup } from '../../backup/make';
import { day, number, plural, t } from '../../locale';
import { Icon } from '../kit/icons';
import { errorWords } from '../library/error-words';
import type { Surface } from './use-surface';

/** From this many papers on a backup is offered. */
const minPapers = 25;

/**
 * Offers a backup once the library has enough papers. Once accepted or dismissed the offer never returns; afterwards there
 * are only the reminders that the user turned on.
 */
export function BackupOffer({ surface }: { surface: Surface }) {
  const { library, list, settings, show } = surface;
  const { backupOffered, backedUpAt, backupBy } = settings.values;
  const size = list.results?.size ?? 0;
  if (!settings.isRead || size === 0) return null;
  const isOffer = !backupOffered && backupBy === 'nobody' && size >= minPapers;
  if (!isOffer && !isReminderDue(settings.values, Date.now())) return null;
  const dismiss = () => settings.change({ backupOffered: true, backupRemindedAt: Date.now() });
  const backUp = async () => {
    try {
      show(plural('optionsBackedUp', await downloadBackup(library)));
      dismiss();
    } catch (error) {
      show(errorWords(error), { isError: true });
    }
  };
  const due = backedUpAt > 0 ? t('backupLast', day(backedUpAt)) : t('backupNever');
  return (
    <div class="offer" role="note">
      <p>{isOffer ? t('uiBackupOffer', number(size)) : due}</p>
      <button type="button" class="link" onClick={() => void backUp()}>
        {t('optionsBackup')}
      </button>
      <button type="button" class="cross" aria-label={t('uiDismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
