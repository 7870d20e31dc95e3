import { day, number, plural, t } from '../locale';
import browser from '../messages/browser';
import type { Settings } from '../settings';
import { leaveGroup } from '../ui/kit/leave-group';
import type { SettingsState } from '../ui/settings/use-settings';
import { Choice } from './section';

const permissions = { permissions: ['downloads' as const] };

const modes: { value: Settings['backupBy']; name: 'backupDownload' | 'backupRemind' | 'backupNobody' }[] = [
  { value: 'download', name: 'backupDownload' },
  { value: 'reminder', name: 'backupRemind' },
  { value: 'nobody', name: 'backupNobody' },
];

const intervalsInDays = [1, 7, 30] as const;
const keptBackups = [3, 5, 10, 30] as const;

interface BackupsProps {
  settings: SettingsState;
  onRefused(): void;
}

/** Automatic backups: whether and how often they are made or reminded of, and how many are kept. */
export function Backups({ settings, onRefused }: BackupsProps) {
  const { backupBy, backupDays, backupKeep, backedUpAt, backupFailedAt } = settings.values;
  // The permission must be requested within the click: browsers refuse it later.
  const choose = async (value: Settings['backupBy']) => {
    if (value !== 'download' || (await browser.permissions.request(permissions))) settings.change({ backupBy: value });
    else onRefused();
  };
  return (
    <>
      <fieldset class="ways">
        <legend>{t('backupWho')}</legend>
        {modes.map(({ value, name }) => (
          <label class="check" key={value}>
            <input
              type="radio"
              ref={leaveGroup}
              name="backup"
              checked={backupBy === value}
              onClick={() => void choose(value)}
            />
            {t(name)}
          </label>
        ))}
      </fieldset>
      {backupBy !== 'nobody' && (
        <Choice
          label={t('backupEvery')}
          value={String(backupDays)}
          choices={intervalsInDays.map((days) => ({ value: String(days), name: plural('backupDays', days) }))}
          onChange={(days) => settings.change({ backupDays: Number(days) })}
        />
      )}
      {backupBy === 'download' && (
        <>
          <Choice
            label={t('backupKeep')}
            value={String(backupKeep)}
            choices={keptBackups.map((n) => ({ value: String(n), name: number(n) }))}
            onChange={(n) => settings.change({ backupKeep: Number(n) })}
          />
          <p class="hint">{t('backupWhere')}</p>
        </>
      )}
      {backupBy === 'download' && backupFailedAt > backedUpAt && (
        <p role="alert">{t('backupFailed', day(backupFailedAt))}</p>
      )}
      <p class="hint">{backedUpAt > 0 ? t('backupLast', day(backedUpAt)) : t('backupNever')}</p>
    </>
  );
}
