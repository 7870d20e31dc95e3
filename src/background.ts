/**
 * The background: wiring only. Every listener is added at once and at top level, since a browser that stopped the worker
 * wakes it for the events it listened to then. Nothing is kept in variables but the open library.
 */

import { backUpIfDue, isBackupAlarm, setBackupAlarm } from './background/backups';
import { explain, handlers, pageSettings } from './background/pages';
import { isOwnPage, isReader } from './background/senders';
import { arrive, tellTabs } from './background/tabs';
import browser from './browser';
import { handle } from './messages';
import * as settings from './settings';

handle(handlers, isReader, explain);
handle({ libraryChanged: (keys) => tellTabs('changed', { keys }) }, isOwnPage, explain);

settings.onChange(async () => tellTabs('settingsChanged', await pageSettings()));
settings.onChange((values) => void setBackupAlarm(values));

browser.alarms.onAlarm.addListener((alarm) => {
  if (isBackupAlarm(alarm)) void backUpIfDue();
});
browser.runtime.onStartup.addListener(async () => {
  await setBackupAlarm(await settings.get());
  await backUpIfDue();
});

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  const count = await arrive();
  if (reason === 'install' && count === 0)
    await browser.tabs.create({ url: browser.runtime.getURL('src/shelf/index.html#welcome') });
});

// Settings hold nothing that pages need to see: their scripts get what they use as answers. Firefox has no such switch.
(browser.storage.local as { setAccessLevel?: (level: { accessLevel: string }) => void }).setAccessLevel?.({
  accessLevel: 'TRUSTED_CONTEXTS',
});
