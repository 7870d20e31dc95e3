import { isReminderDue } from '../../backup/due';
import { downloadBackup } from '../../backup/make';
import { day, number, plural, t } from '../../locale';
import { Icon } from '../kit/icons';
import { errorWords } from '../library/error-words';
import type { Surface } from './use-surface';

/** A library of so many papers is worth an offer. */
const worthIt = 25;

/**
 * The one offer of a backup, once the library is worth it: taken or dismissed, it never comes again. Afterwards only the
 * reminders that were asked for.
 */
export function BackupOffer({ surface }: { surface: Surface }) {
  const { library, list, settings, show } = surface;
  const { backupOffered, backedUpAt, backupBy } = settings.values;
  const size = list.results?.size ?? 0;
  if (!settings.isRead || size === 0) return null;
  const isOffer = !backupOffered && backupBy === 'nobody' && size >= worthIt;
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
