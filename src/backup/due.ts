/** Decides when a backup is due. Pure. */
import type { Settings } from '../settings';

const day = 24 * 60 * 60 * 1000;

/**
 * Whether the last backup is older than the chosen number of days. A last backup in the future, because the clock was
 * set back, counts as old.
 */
export function isBackupDue(
  { backedUpAt, backupDays }: Pick<Settings, 'backedUpAt' | 'backupDays'>,
  now: number,
): boolean {
  const age = now - backedUpAt;
  return age < 0 || age >= backupDays * day;
}

/**
 * Whether to remind the user of a backup: if reminders are on, or if automatic backups failed for twice the chosen
 * time. At most one reminder per chosen time.
 */
export function isReminderDue(
  values: Pick<Settings, 'backupBy' | 'backedUpAt' | 'backupDays' | 'backupRemindedAt'>,
  now: number,
): boolean {
  const { backupBy, backupDays, backupRemindedAt } = values;
  if (backupBy === 'nobody' || !isBackupDue({ backedUpAt: backupRemindedAt, backupDays }, now)) return false;
  return isBackupDue({ ...values, backupDays: backupBy === 'reminder' ? backupDays : 2 * backupDays }, now);
}
