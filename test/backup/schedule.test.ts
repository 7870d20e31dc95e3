import '../support/locks';
import { beforeEach, expect, test } from 'vitest';
import { isBackupDue, isReminderDue } from '../../src/backup/due';
import { FakeBrowser } from '../background/fake-browser';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 24);

interface Item {
  id: number;
  state: string;
  exists: boolean;
  byExtensionId: string;
  filename: string;
}

/** The downloads of a browser: files that were written and removed. */
class Downloads {
  readonly items: Item[] = [];
  readonly removed: number[] = [];
  state = 'complete';
  download = async ({ filename }: { filename: string }) => {
    const id = this.items.length + 1;
    this.items.push({ id, state: this.state, exists: true, byExtensionId: 'offprint', filename });
    return id;
  };
  search = async ({ id }: { id: number }) => this.items.filter((item) => item.id === id);
  removeFile = async (id: number) => {
    const item = this.items.find((one) => one.id === id);
    if (!item?.exists) throw new Error('gone');
    item.exists = false;
    this.removed.push(id);
  };
  erase = async () => [];
}

let browser: FakeBrowser;
let downloads: Downloads;
let documents: string[];
const { backUpIfDue, setBackupAlarm } = await load();

/** The module reads the browser's interface when it is loaded, so all tests share the object. */
async function load() {
  new FakeBrowser().connect();
  return import('../../src/backup/schedule');
}

beforeEach(() => {
  browser = new FakeBrowser();
  browser.connect();
  downloads = new Downloads();
  documents = [];
  const world = (globalThis as unknown as { chrome: Record<string, object> }).chrome;
  Object.assign(world, {
    downloads,
    permissions: { contains: async () => true },
    offscreen: {
      createDocument: async ({ url }: { url: string }) => void documents.push(url),
      closeDocument: async () => void documents.pop(),
    },
  });
  Object.assign(world.runtime ?? {}, {
    sendMessage: async () => ({ address: 'blob:x', name: 'offprint-backup.json' }),
  });
});

const { get, set } = await import('../../src/settings');

test('a backup is made when it is due and not earlier', async () => {
  await set({ backupBy: 'download', backupDays: 7 });
  await backUpIfDue(now);
  await backUpIfDue(now + 6 * day);
  expect(downloads.items.map(({ filename }) => filename)).toEqual(['Offprint backups/offprint-backup.json']);
  await backUpIfDue(now + 7 * day);
  expect(downloads.items).toHaveLength(2);
  expect(documents, 'the hidden page should be gone').toEqual([]);
});

test('a failed backup is recorded and tried again at the next check', async () => {
  await set({ backupBy: 'download' });
  downloads.state = 'interrupted';
  await backUpIfDue(now);
  expect(await get()).toMatchObject({ backupFailedAt: now, backedUpAt: 0 });
  downloads.download = async () => {
    throw new Error('no folder');
  };
  await backUpIfDue(now + day);
  expect(await get()).toMatchObject({ backupFailedAt: now + day, backedUpAt: 0 });
  downloads = new Downloads();
  Object.assign((globalThis as unknown as { chrome: object }).chrome, { downloads });
  await backUpIfDue(now + 2 * day);
  expect(await get()).toMatchObject({ backupFailedAt: now + day, backedUpAt: now + 2 * day });
});

test('no backup is made without the setting and the permission', async () => {
  await backUpIfDue(now);
  await set({ backupBy: 'reminder' });
  await backUpIfDue(now);
  expect(downloads.items).toEqual([]);
});

test('keeps the chosen number of backups and deletes only files it wrote', async () => {
  await set({ backupBy: 'download', backupDays: 1, backupKeep: 3 });
  for (let i = 0; i < 6; i++) {
    if (i === 2) Object.assign(downloads.items[1] ?? {}, { byExtensionId: 'another' });
    if (i === 5) Object.assign(downloads.items[2] ?? {}, { exists: false }); // its owner deleted it
    await backUpIfDue(now + i * day);
  }
  expect(downloads.removed).toEqual([1]);
  expect((await get()).backupDownloads).toEqual([4, 5, 6]);
});

test('the newest backup is never deleted, whatever number the settings hold', async () => {
  await set({ backupBy: 'download', backupDays: 1, backupKeep: 0 });
  await backUpIfDue(now);
  await backUpIfDue(now + day);
  expect([downloads.removed, (await get()).backupDownloads]).toEqual([[1], [2]]);
});

test('a backup that could not be written deletes no old one and is tried again', async () => {
  await set({ backupBy: 'download', backupDays: 1, backupKeep: 1 });
  await backUpIfDue(now);
  downloads.state = 'interrupted';
  await backUpIfDue(now + day);
  expect(downloads.removed).toEqual([]);
  downloads.state = 'complete';
  await backUpIfDue(now + day);
  expect(downloads.removed).toContain(1);
  expect(downloads.removed).not.toContain(3);
});

test('the alarm is set only while automatic backups are on', async () => {
  await setBackupAlarm({ backupBy: 'download' });
  expect([...browser.alarms.keys()]).toEqual(['backup']);
  await setBackupAlarm({ backupBy: 'nobody' });
  expect([...browser.alarms.keys()]).toEqual([]);
});

test('reminds if the user chose reminders or automatic backups are long overdue, once per interval', () => {
  const values = { backedUpAt: now - 8 * day, backupDays: 7, backupRemindedAt: 0 };
  expect(isReminderDue({ ...values, backupBy: 'reminder' }, now)).toBe(true);
  expect(isReminderDue({ ...values, backupBy: 'download' }, now)).toBe(false);
  expect(isReminderDue({ ...values, backupBy: 'download', backedUpAt: now - 15 * day }, now)).toBe(true);
  expect(isReminderDue({ ...values, backupBy: 'nobody' }, now)).toBe(false);
  expect(isReminderDue({ ...values, backupBy: 'reminder', backupRemindedAt: now - day }, now)).toBe(false);
  expect(isBackupDue({ backedUpAt: now, backupDays: 7 }, now), 'made this very moment').toBe(false);
  expect(isBackupDue({ backedUpAt: now + day, backupDays: 7 }, now), 'a clock that was set back').toBe(true);
});
