/**
 * Backups by themselves: now and then the whole library into the downloads folder, and only so many of them. Wants the
 * optional permission `downloads`; looked at whenever the alarm rings and when the browser starts.
 */
import browser from '../messages/browser';
import * as settings from '../settings';
import { isBackupDue } from './due';
import { backupAddress } from './offscreen-file';

const alarm = 'backup';
/** Minutes between two looks at whether one is due. */
const interval = 60;
/** How long a download may take, and how often it is looked at, milliseconds. */
const patience = 120_000;
const glance = 250;

/** Keeps the alarm set while backups are wanted. */
export async function setBackupAlarm({ backupBy }: Pick<settings.Settings, 'backupBy'>): Promise<void> {
  const isSet = (await browser.alarms.get(alarm)) !== undefined;
  if (backupBy === 'download' && !isSet) browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: interval });
  if (backupBy !== 'download' && isSet) await browser.alarms.clear(alarm);
}

/** What the alarm rings for. */
export const isBackupAlarm = ({ name }: { name: string }): boolean => name === alarm;

/** Makes a backup if one is due: one at a time, over all that may ask. That it failed is a setting, which the options show. */
export async function backUpIfDue(now = Date.now()): Promise<void> {
  await navigator.locks.request('backup', { ifAvailable: true }, async (lock) => {
    const values = await settings.get();
    if (!lock || values.backupBy !== 'download' || !isBackupDue(values, now)) return;
    if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return;
    if (!(await backUp(values, now).catch(() => false))) await settings.set({ backupFailedAt: now });
  });
}

/** Whether it could be written; where not, the next look tries again, and what was there stays. */
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

/** Waits for a download to end. */
async function isWritten(id: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += glance) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return true;
    if (!item || item.state === 'interrupted') return false;
    await new Promise((go) => setTimeout(go, glance));
  }
  return false;
}

/** Removes the oldest beyond the number to keep: only files that this extension wrote. Returns those that are left. */
async function dropOldest(ids: readonly number[], keep: number): Promise<number[]> {
  const left = [...ids];
  while (left.length > Math.max(1, keep)) {
    const [id = -1] = left.splice(0, 1);
    const [item] = await browser.downloads.search({ id });
    if (item?.byExtensionId !== browser.runtime.id) continue;
    // Gone already where its owner moved or deleted it: then only the list forgets it.
    if (item.exists) await browser.downloads.removeFile(id).catch(() => undefined);
    await browser.downloads.erase({ id });
  }
  return left;
}
