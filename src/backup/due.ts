/** When a backup is due. Pure. */
import type { Settings } from '../settings';

const day = 24 * 60 * 60 * 1000;

/** Whether the last backup is older than the days chosen; a clock that was set back counts as old. */
export function isBackupDue(
  { backedUpAt, backupDays }: Pick<Settings, 'backedUpAt' | 'backupDays'>,
  now: number,
): boolean {
  const age = now - backedUpAt;
  return age < 0 || age >= backupDays * day;
}

/**
 * Whether to remind of one: where reminders are wanted, or where backups should be made by themselves and were not for
 * twice the time. Not again before the time has passed once more.
 */
export function isReminderDue(
  values: Pick<Settings, 'backupBy' | 'backedUpAt' | 'backupDays' | 'backupRemindedAt'>,
  now: number,
): boolean {
  const { backupBy, backupDays, backupRemindedAt } = values;
  if (backupBy === 'nobody' || !isBackupDue({ backedUpAt: backupRemindedAt, backupDays }, now)) return false;
  return isBackupDue({ ...values, backupDays: backupBy === 'reminder' ? backupDays : 2 * backupDays }, now);
}
