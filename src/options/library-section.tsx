import { useState } from 'preact/hooks';
import { downloadBackup } from '../backup/make';
import type { Library } from '../library/library';
import { number, plural, t } from '../locale';
import { ImportDialog } from '../ui/import/import-dialog';
import { Icon } from '../ui/kit/icons';
import type { useToasts } from '../ui/kit/use-toasts';
import { errorWords } from '../ui/library/error-words';
import type { Changes } from '../ui/library/use-changes';
import { useRead } from '../ui/library/use-read';
import { Section } from './section';

/** How many papers there are, and how many bytes the extension uses on this disk; kept up to date. */
function useStorage(library: Library): { papers?: number; bytes?: number | undefined } {
  const [storage = {}] = useRead(library, async (own) => {
    // Where the browser does not tell, the number is not shown; nothing depends on it.
    const estimate = navigator.storage.estimate().catch((): StorageEstimate => ({}));
    return { papers: await own.size(), bytes: (await estimate).usage };
  });
  return storage;
}

const megabytes = (bytes: number): string => number(Math.max(0.1, Math.round(bytes / 100_000) / 10));

interface LibrarySectionProps {
  library: Library;
  changes: Changes;
  show: ReturnType<typeof useToasts>['show'];
}

/** How much is stored, and buttons for backup, restoring and import. */
export function LibrarySection({ library, changes, show }: LibrarySectionProps) {
  const [isImporting, setImporting] = useState(false);
  const { papers, bytes } = useStorage(library);
  const backUp = async () => {
    try {
      show(plural('optionsBackedUp', await downloadBackup(library)));
    } catch (error) {
      show(errorWords(error), { isError: true });
    }
  };
  return (
    <Section title={t('optionsKeeping')}>
      {papers !== undefined && (
        <p>
          {plural('papers', papers)}
          {bytes !== undefined && `, ${t('optionsBytes', megabytes(bytes))}`}
        </p>
      )}
      <p class="warning">{t('optionsRemoval')}</p>
      <div class="acts">
        <button type="button" class="btn primary" disabled={papers === 0} onClick={() => void backUp()}>
          <Icon name="download" /> {t('optionsBackup')}
        </button>
        <button type="button" class="btn" onClick={() => setImporting(true)}>
          {t('optionsRestore')}
        </button>
      </div>
      <p class="hint">{t('optionsBackupHint')}</p>
      {isImporting && <ImportDialog library={library} changes={changes} onClose={() => setImporting(false)} />}
    </Section>
  );
}
