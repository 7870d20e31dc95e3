/**
 * The background worker: wiring only. All listeners are added synchronously at top level, because a browser wakes a stopped
 * worker only for events it listened to then. No state is kept in variables but the open library.
 */

import { readPage, showPapers } from './background/any-page';
import { chooseTags } from './background/chosen-tags';
import { failureOf } from './background/failure';
import {
  changePaper,
  claim,
  completeTag,
  keepDraft,
  markOf,
  openLibraryAt,
  suggestTags,
  undoChange,
  undoSave,
} from './background/frames';
import { allSites, injectIntoOpenTabs, siteAt, syncContentScripts } from './background/hosts';
import { endLookup, isLookupAlarm, lookup, resumeLookup } from './background/lookup';
import { makeMenu, onMenuClick, savePageInTab } from './background/menu';
import { followedRead, isMorningAlarm, readInMorning, setMorningAlarm } from './background/morning';
import { checkOwnLibrary, notifyTabs } from './background/own-library';
import { withinLimits } from './background/page-limits';
import { handlers } from './background/page-requests';
import { pageSettings } from './background/page-settings';
import { saveAllOfTab, savePaperOfTab } from './background/save-from-popup';
import { isOwnPage, isReader } from './background/senders';
import { sendToAllTabs, sendToTabs, toggleBar } from './background/tabs';
import { isWeeklyAlarm, lookUpIfDue, setWeeklyAlarm } from './background/weekly-lookup';
import { backUpIfDue, isBackupAlarm, setBackupAlarm } from './backup/schedule';
import { rotateLevelDbLog } from './library/db/rotate-leveldb-log';
import browser from './messages/browser';
import { handle } from './messages/transport';
import * as settings from './settings';

handle(withinLimits(handlers), isReader, failureOf);
handle(
  {
    libraryChanged: notifyTabs,
    sites: allSites,
    siteAt,
    readPage: ({ tab, any }) => readPage(tab, any),
    showPapers,
    toggleBar,
    savePage: savePaperOfTab,
    saveAll: saveAllOfTab,
    claim,
    markOf,
    suggestTags,
    changePaper,
    completeTag,
    chooseTags,
    undoChange,
    undoSave,
    keepDraft,
    openLibraryAt,
    followedRead,
    startLookup: lookup,
    // Not awaited: the run takes as long as it takes.
    resumeLookup: async () => void resumeLookup(),
    stopLookup: endLookup,
  },
  isOwnPage,
  failureOf,
);

settings.onChange(async () => sendToTabs('settingsChanged', await pageSettings()));
settings.onChange((values) => void setBackupAlarm(values));
settings.onChange((values) => void setMorningAlarm(values));
settings.onChange((values) => void setWeeklyAlarm(values));

browser.alarms.onAlarm.addListener((alarm) => {
  if (isBackupAlarm(alarm)) void backUpIfDue();
  if (isMorningAlarm(alarm)) void readInMorning();
  if (isLookupAlarm(alarm)) void resumeLookup();
  if (isWeeklyAlarm(alarm)) void lookUpIfDue();
});
// Before anything is written in this session: see rotate-leveldb-log.ts. Only Chromium stores IndexedDB in LevelDB.
browser.runtime.onStartup.addListener(async () => {
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return;
  await rotateLevelDbLog().catch(() => {}); // a full disk, say: the next start tries again
});
browser.runtime.onStartup.addListener(async () => {
  const values = await settings.get();
  await Promise.all([setBackupAlarm(values), setMorningAlarm(values)]);
  await backUpIfDue();
  await readInMorning();
});
browser.runtime.onStartup.addListener(async () => {
  await setWeeklyAlarm(await settings.get());
  await resumeLookup();
});

browser.contextMenus.onClicked.addListener(onMenuClick);
browser.commands.onCommand.addListener(async (command, tab) => {
  if (tab?.id === undefined) return;
  if (command === 'save-page') await savePageInTab(tab.id);
  if (command === 'toggle-bar') await toggleBar(tab.id);
});

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  await makeMenu();
  await syncContentScripts();
  const count = await injectIntoOpenTabs();
  if (reason === 'install' && count === 0)
    await browser.tabs.create({ url: browser.runtime.getURL('src/shelf/index.html#welcome') });
});

browser.runtime.onStartup.addListener(checkOwnLibrary);

// Registrations last; this repairs them should a change of permissions have been missed.
browser.runtime.onStartup.addListener(syncContentScripts);

/** Open tabs follow the permissions: scripts of new sites are injected, those of revoked sites remove what they drew. */
async function hostsChanged({ origins = [] }: { origins?: string[] }): Promise<void> {
  if (origins.length === 0) return;
  await syncContentScripts();
  await injectIntoOpenTabs(origins);
  await sendToAllTabs('settingsChanged', await pageSettings());
}
browser.permissions.onAdded.addListener(hostsChanged);
browser.permissions.onRemoved.addListener(hostsChanged);

// Content scripts never read storage: they ask for the settings they need. Firefox does not have this method.
(browser.storage.local as { setAccessLevel?: (level: { accessLevel: string }) => void }).setAccessLevel?.({
  accessLevel: 'TRUSTED_CONTEXTS',
});
