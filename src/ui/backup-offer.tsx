import { number, plural, t } from '../locale';
import { downloadBackup } from './backup';
import { errorWords } from './error-words';
import { Icon } from './icons';
import type { Surface } from './use-surface';

/** A library of so many papers is worth an offer. */
const worthIt = 25;

/** The one offer of a backup, once the library is worth it: taken or dismissed, it never comes again. */
export function BackupOffer({ surface }: { surface: Surface }) {
  const { library, list, settings, show } = surface;
  const size = list.shown?.size ?? 0;
  if (!settings.isRead || settings.values.backupOffered || size < worthIt) return null;
  const dismiss = () => settings.change({ backupOffered: true });
  const backUp = async () => {
    try {
      show(plural('optionsBackedUp', await downloadBackup(library)));
      dismiss();
    } catch (error) {
      show(errorWords(error), { isError: true });
    }
  };
  return (
    <div class="offer" role="note">
      <p>{t('uiBackupOffer', number(size))}</p>
      <button type="button" class="link" onClick={() => void backUp()}>
        {t('optionsBackup')}
      </button>
      <button type="button" class="cross" aria-label={t('uiDismiss')} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
