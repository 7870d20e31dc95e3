/** The context menu: on links and texts that name papers, on pages, and on the toolbar's icon. */
import type { Menus, Tabs } from 'webextension-polyfill';
import browser from '../browser';
import { idsIn } from '../formats/ids-in-text';
import { doiInUrl, idOfUrl } from '../identity';
import { t } from '../locale';
import { savePage } from './any-page';
import { check, flash } from './badge';
import { saveByIds } from './by-id';

/** Where links may lead to papers; whether one does is seen when it is chosen. */
const papers = [
  ...['*://*.arxiv.org/*', '*://*.doi.org/*', '*://openreview.net/*', '*://aclanthology.org/*', '*://*.aclweb.org/*'],
  ...['*://*.ncbi.nlm.nih.gov/*', '*://huggingface.co/papers/*', '*://hf.co/papers/*', '*://*.alphaxiv.org/*'],
  ...['*://scirate.com/*', '*://papers.cool/*', '*://dblp.org/rec/*', '*://*.semanticscholar.org/paper/*'],
  ...['*://europepmc.org/*'],
];

const items: Menus.CreateCreatePropertiesType[] = [
  { id: 'save-link', contexts: ['link'], targetUrlPatterns: papers },
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

/** Makes the menu; browsers keep it from then on. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items) browser.contextMenus.create({ ...item, title: titles[item.id ?? '']?.() ?? '' });
}

/** Saves a paper's own page; says on the icon how it went. */
export async function savePageIn(tab: number): Promise<void> {
  if (await savePage(tab)) await check(tab);
  else await flash(tab, false);
}

/** What was chosen. Only a user's click calls it, never a page. */
export async function menuChosen(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId === 'open-library')
    await browser.tabs.create({ url: browser.runtime.getURL('src/shelf/index.html') });
  else if (tab?.id === undefined) return;
  else if (info.menuItemId === 'save-page') await savePageIn(tab.id);
  else await flash(tab.id, await saveByIds(named(info), info.pageUrl ?? info.linkUrl ?? ''));
}

/** Ids of the papers that a link or a text names, each once. */
function named({ menuItemId, linkUrl = '', selectionText = '' }: Menus.OnClickData): string[] {
  if (menuItemId === 'save-link') return [idOfUrl(linkUrl) ?? doiInUrl(linkUrl)].filter((id) => id !== undefined);
  return [...new Set([...idsIn(selectionText.slice(0, 20_000))].map(({ id }) => id))];
}
