/**
 * The background: wiring only. Every listener is added at once and at top level, since a browser that stopped the worker
 * wakes it for the events it listened to then. Nothing is kept in variables but the open library.
 */

import { readPage, savePage, showPapers } from './background/any-page';
import { allSites, arriveInTabs, followHosts, siteAt } from './background/hosts';
import { makeMenu, menuChosen, savePageIn } from './background/menu';
import { noteLibrary, told } from './background/own-library';
import { explain, handlers, pageSettings } from './background/pages';
import { isOwnPage, isReader } from './background/senders';
import { tellEveryTab, tellTabs, toggleBar } from './background/tabs';
import { backUpIfDue, isBackupAlarm, setBackupAlarm } from './backup/schedule';
import { rotateLevelDbLog } from './library/db/rotate-leveldb-log';
import browser from './messages/browser';
import { handle } from './messages/transport';
import * as settings from './settings';

handle(handlers, isReader, explain);
handle(
  {
    libraryChanged: told,
    sites: allSites,
    siteAt,
    readPage: ({ tab, any }) => readPage(tab, any),
    showPapers,
    savePage,
  },
  isOwnPage,
  explain,
);

settings.onChange(async () => tellTabs('settingsChanged', await pageSettings()));
settings.onChange((values) => void setBackupAlarm(values));

browser.alarms.onAlarm.addListener((alarm) => {
  if (isBackupAlarm(alarm)) void backUpIfDue();
});
// Before anything else is written in this session: see renew.ts. Firefox keeps its databases otherwise.
browser.runtime.onStartup.addListener(async () => {
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return;
  await rotateLevelDbLog().catch(() => {}); // a disk that is full, say: the next start tries again
});
browser.runtime.onStartup.addListener(async () => {
  await setBackupAlarm(await settings.get());
  await backUpIfDue();
});

browser.contextMenus.onClicked.addListener(menuChosen);
browser.commands.onCommand.addListener(async (command, tab) => {
  if (tab?.id === undefined) return;
  if (command === 'save-page') await savePageIn(tab.id);
  if (command === 'toggle-bar') await toggleBar(tab.id);
});

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  await makeMenu();
  await followHosts();
  const count = await arriveInTabs();
  if (reason === 'install' && count === 0)
    await browser.tabs.create({ url: browser.runtime.getURL('src/shelf/index.html#welcome') });
});

browser.runtime.onStartup.addListener(noteLibrary);

// What is registered lasts; a start only makes sure of it, should a change of permissions have been missed.
browser.runtime.onStartup.addListener(followHosts);

/** Open tabs follow what is permitted: new sites appear in them, those taken away leave. */
async function hostsChanged({ origins = [] }: { origins?: string[] }): Promise<void> {
  if (origins.length === 0) return;
  await followHosts();
  await arriveInTabs(origins);
  await tellEveryTab('settingsChanged', await pageSettings());
}
browser.permissions.onAdded.addListener(hostsChanged);
browser.permissions.onRemoved.addListener(hostsChanged);

// Settings hold nothing that pages need to see: their scripts get what they use as answers. Firefox has no such switch.
(browser.storage.local as { setAccessLevel?: (level: { accessLevel: string }) => void }).setAccessLevel?.({
  accessLevel: 'TRUSTED_CONTEXTS',
});
