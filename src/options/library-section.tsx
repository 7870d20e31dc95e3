import { useState } from 'preact/hooks';
import { downloadBackup } from '../backup/make';
import type { Library } from '../library/library';
import { number, plural, t } from '../locale';
import { ImportDialog } from '../ui/import/import-dialog';
import { Icon } from '../ui/kit/icons';
import type { useToasts } from '../ui/kit/use-toasts';
import { errorWords } from '../ui/library/error-words';
import type { Changes } from '../ui/library/use-changes';
import type { SettingsState } from '../ui/settings/use-settings';
import { Backups } from './backups';
import { Section } from './section';
import { Switch } from './switch';
import type { Storage } from './use-options';

const megabytes = (bytes: number): string => number(Math.max(0.1, Math.round(bytes / 100_000) / 10));

interface LibrarySectionProps {
  library: Library;
  storage: Storage | undefined;
  settings: SettingsState;
  changes: Changes;
  show: ReturnType<typeof useToasts>['show'];
}

/** How much is stored, buttons for backup, restoring and import, and automatic backups. */
export function LibrarySection({ library, storage, settings, changes, show }: LibrarySectionProps) {
  const [isImporting, setImporting] = useState(false);
  const { papers, bytes } = storage ?? {};
  const backUp = async () => {
    try {
      show(plural('optionsBackedUp', await downloadBackup(library)));
    } catch (error) {
      show(errorWords(error), { isError: true });
    }
  };
  return (
    <Section name="library">
      {papers !== undefined && (
        <p>
          {plural('papers', papers)}
          {bytes !== undefined && `, ${t('optionsBytes', megabytes(bytes))}`}
        </p>
      )}
      <Switch
        label="optionsSuggest"
        hint="optionsSuggestHint"
        isOn={settings.values.suggestTags}
        onChange={(isOn) => settings.change({ suggestTags: isOn })}
      />
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
      <Backups settings={settings} onRefused={() => show(t('backupRefused'), { isError: true })} />
      {isImporting && <ImportDialog library={library} changes={changes} onClose={() => setImporting(false)} />}
    </Section>
  );
}
