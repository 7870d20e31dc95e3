/**
 * Automatic backups into the downloads folder; old ones are deleted. Needs the optional permission `downloads`. Checked
 * when the alarm rings and when the browser starts.
 */
import browser from '../messages/browser';
import * as settings from '../settings';
import { isBackupDue } from './due';
import { backupAddress } from './offscreen-file';

const alarm = 'backup';
/** Minutes between two checks whether a backup is due. */
const intervalMinutes = 60;
/** How long a download may take, and how often its state is checked, in milliseconds. */
const timeoutMs = 120_000;
const pollMs = 250;

/** Sets the alarm if automatic backups are on, and clears it otherwise. */
export async function setBackupAlarm({ backupBy }: Pick<settings.Settings, 'backupBy'>): Promise<void> {
  const isSet = (await browser.alarms.get(alarm)) !== undefined;
  if (backupBy === 'download' && !isSet)
    browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: intervalMinutes });
  if (backupBy !== 'download' && isSet) await browser.alarms.clear(alarm);
}

/** Whether an alarm is the one for backups. */
export const isBackupAlarm = ({ name }: { name: string }): boolean => name === alarm;

/**
 * Makes a backup if one is due. A lock allows one at a time. A failure is stored as a setting, which the options page
 * shows.
 */
export async function backUpIfDue(now = Date.now()): Promise<void> {
  await navigator.locks.request('backup', { ifAvailable: true }, async (lock) => {
    const values = await settings.get();
    if (!lock || values.backupBy !== 'download' || !isBackupDue(values, now)) return;
    if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return;
    if (!(await backUp(values, now).catch(() => false))) await settings.set({ backupFailedAt: now });
  });
}

/**
 * Writes a backup and deletes old ones. Returns false if it failed: then old backups stay, and the next check tries
 * again.
 */
async function backUp(values: settings.Settings, now: number): Promise<boolean> {
  const { address, name, done } = await backupAddress(values);
  try {
    const id = await browser.downloads.download({
      url: address,
      filename: `Offprint backups/${name}`,
      conflictAction: 'uniquify',
      saveAs: false,
    });
    const known = [...values.backupDownloads, id];
    await settings.set({ backupDownloads: known });
    if (!(await isWritten(id))) return false;
    await settings.set({ backedUpAt: now, backupDownloads: await dropOldest(known, values.backupKeep) });
    return true;
  } finally {
    await done();
  }
}

/** Waits for a download to end. Returns whether it completed. */
async function isWritten(id: number): Promise<boolean> {
  for (let waited = 0; waited < timeoutMs; waited += pollMs) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return true;
    if (!item || item.state === 'interrupted') return false;
    await new Promise((go) => setTimeout(go, pollMs));
  }
  return false;
}

/**
 * Deletes the oldest backups beyond the number to keep, only files that this extension wrote. Returns the ids that are
 * left.
 */
async function dropOldest(ids: readonly number[], keep: number): Promise<number[]> {
  const left = [...ids];
  while (left.length > Math.max(1, keep)) {
    const [id = -1] = left.splice(0, 1);
    const [item] = await browser.downloads.search({ id });
    if (item?.byExtensionId !== browser.runtime.id) continue;
    // If the user moved or deleted the file, only its entry is dropped.
    if (item.exists) await browser.downloads.removeFile(id).catch(() => undefined);
    await browser.downloads.erase({ id });
  }
  return left;
}
