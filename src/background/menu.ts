/** The context menu: on links and texts that name papers, on pages, and on the toolbar's icon. */
import type { Menus, Tabs } from 'webextension-polyfill';
import { plural, t } from '../locale';
import browser from '../messages/browser';
import { failureText } from '../messages/failures';
import { idOfAddress } from '../paper/identity';
import { idsIn } from '../paper/ids-in-text';
import { paperLinks } from '../sites/catalog';
import { sayIn } from './any-page';
import { badgeSaved, flashBadge } from './badge';
import { failureOf } from './failure';
import { library } from './own-library';
import { savePlaceholders } from './placeholder-papers';
import { savePaperOfTab } from './save-from-popup';

const items: Menus.CreateCreatePropertiesType[] = [
  { id: 'save-link', contexts: ['link'], targetUrlPatterns: [...paperLinks] },
  { id: 'save-selection', contexts: ['selection'] },
  { id: 'save-page', contexts: ['page', 'action'], documentUrlPatterns: ['*://*/*'] },
  { id: 'open-library', contexts: ['action'] },
];

const titles: Record<string, () => string> = {
  'save-link': () => t('menuSaveLink'),
  'save-selection': () => t('menuSaveSelection'),
  'save-page': () => t('menuSavePage'),
  'open-library': () => t('menuOpenLibrary'),
};

/** Creates the menu entries; the browser remembers them. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items) browser.contextMenus.create({ ...item, title: titles[item.id ?? '']?.() ?? '' });
}

/** Saves the paper whose own page a tab shows; where the page cannot be read (a PDF, say), by the id in its address. */
export const savePageInTab = (tab: number): Promise<void> =>
  showFailure(tab, async () => {
    if ((await savePaperOfTab(tab)) !== undefined) await badgeSaved(tab);
    else await showNotSaved(tab, t('menuNotPaper'));
  });

/** Saves the papers with these ids, as one change; `url` is the page the user was on. */
const saveIds = (tab: number, ids: readonly string[], url: string): Promise<void> =>
  showFailure(tab, async () => {
    const known = Object.keys(await library.marks(ids)).length;
    const saved = await savePlaceholders(tab, ids, url);
    if (!saved) return showNotSaved(tab, t('menuNone'));
    await flashBadge(tab, true);
    if (known >= saved.papers) await sayIn(tab, { text: t('menuKnown') });
    else
      await sayIn(tab, {
        text: plural('barDidSave', saved.papers),
        undo: { label: t('panelUndo'), change: saved.change },
      });
  });

/** Tells the user that nothing was saved, and why. */
async function showNotSaved(tab: number, text: string): Promise<void> {
  await flashBadge(tab, false);
  await sayIn(tab, { text, warning: true });
}

/** Runs an action that was asked for in a tab, and shows there what went wrong. */
async function showFailure(tab: number, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    await showNotSaved(tab, failureText(failureOf(error)));
  }
}

/** Runs the menu entry that was clicked. Only the browser calls this, on the user's click. */
export async function onMenuClick(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId === 'open-library')
    await browser.tabs.create({ url: browser.runtime.getURL('src/shelf/index.html') });
  else if (tab?.id === undefined) return;
  else if (info.menuItemId === 'save-page') await savePageInTab(tab.id);
  else await saveIds(tab.id, idsNamedBy(info), info.pageUrl ?? info.linkUrl ?? '');
}

/** At most this many papers are saved from one text, and this much of it is read (UTF-16 units). */
const [maxPapersOfText, maxText] = [100, 20_000];

/** The ids of the papers that the clicked link or selected text names, each once. */
function idsNamedBy({ menuItemId, linkUrl = '', selectionText = '' }: Menus.OnClickData): string[] {
  if (menuItemId === 'save-link') return [idOfAddress(linkUrl)].filter((id) => id !== undefined);
  return [...new Set([...idsIn(selectionText.slice(0, maxText))].map(({ id }) => id))].slice(0, maxPapersOfText);
}
