import { isReminderDue } from '../../backup/due';
import type { SettingsState } from '../settings/use-settings';

/** From this many papers on a backup is offered. */
const minPapers = 25;

/**
 * What to say of backups: the one offer, made once the library has enough papers and until it is accepted or dismissed; or a
 * reminder that the user turned on. Undefined for nothing, and while the settings are not read.
 */
export function backupNotice({ values, isRead }: SettingsState, papers: number): 'offer' | 'reminder' | undefined {
  if (!isRead || papers === 0) return undefined;
  if (!values.backupOffered && values.backupBy === 'nobody' && papers >= minPapers) return 'offer';
  return isReminderDue(values, Date.now()) ? 'reminder' : undefined;
}
