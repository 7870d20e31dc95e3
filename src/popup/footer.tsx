import { number, plural, t } from '../locale';
import { IconButton } from '../ui/kit/icon-button';
import { Icon } from '../ui/kit/icons';
import { openPage } from './open-page';

interface FooterProps {
  /** How many papers are listed. */
  shown: number;
  /** How many papers the library has; undefined until they were counted. */
  size: number | undefined;
  isFiltered: boolean;
  /** Whether a backup is due: a dot on the button of the library, which says more. */
  isBackupDue: boolean;
  onExport(): void;
  onHelp(): void;
}

function countWords(shown: number, size: number | undefined, isFiltered: boolean): string {
  if (!size) return '';
  return isFiltered ? t('popupCountOf', number(shown), number(size)) : plural('papers', size);
}

/** How many papers there are, and buttons for help, options, library and export. */
export function Footer({ shown, size, isFiltered, isBackupDue, onExport, onHelp }: FooterProps) {
  return (
    <footer class="foot">
      <span class="count" role="status">
        {countWords(shown, size, isFiltered)}
      </span>
      <span class="space" />
      <button type="button" class="btn ghost square" aria-label={t('keyTitle')} title={t('keyTitle')} onClick={onHelp}>
        <kbd>?</kbd>
      </button>
      <IconButton name={t('popupOptions')} icon="settings" onClick={() => void openPage('options')} />
      {size !== 0 && (
        <button type="button" class="btn ghost" disabled={shown === 0} onClick={onExport}>
          {t('uiExport')}
        </button>
      )}
      <button
        type="button"
        class="btn"
        aria-label={isBackupDue ? t('popupLibraryBackup') : undefined}
        title={isBackupDue ? t('popupLibraryBackup') : undefined}
        onClick={() => void openPage('shelf')}
      >
        <Icon name="library" /> {t('popupLibrary')}
        {isBackupDue && <i class="due-dot" />}
      </button>
    </footer>
  );
}
