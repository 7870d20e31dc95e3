/** The context menu: on links and texts that name papers, on pages, and on the toolbar's icon. */
import type { Menus, Tabs } from 'webextension-polyfill';
import { plural, t } from '../locale';
import browser from '../messages/browser';
import { failureText } from '../messages/failures';
import { doiInUrl, idOfUrl } from '../paper/identity';
import { idsIn } from '../paper/ids-in-text';
import { addressOf, savePage, sayIn } from './any-page';
import { check, flash } from './badge';
import { library } from './own-library';
import { explain } from './pages';
import { saveByIds } from './placeholder-papers';

/**
 * Where links may lead to papers, as near as patterns can tell it; whether one does is seen when it is chosen. The last are
 * DOIs in addresses of any publisher.
 */
const papers = [
  ...['*://*.arxiv.org/abs/*', '*://*.arxiv.org/pdf/*', '*://*.arxiv.org/html/*', '*://ar5iv.org/*'],
  ...['*://*.alphaxiv.org/*', '*://scirate.com/arxiv/*', '*://papers.cool/arxiv/*'],
  ...['*://huggingface.co/papers/*.*', '*://hf.co/papers/*.*'],
  ...['*://*.doi.org/*', '*://openreview.net/forum*', '*://openreview.net/pdf*'],
  ...['*://aclanthology.org/*', '*://*.aclweb.org/anthology/*'],
  ...['*://pubmed.ncbi.nlm.nih.gov/*', '*://*.ncbi.nlm.nih.gov/pubmed/*', '*://*.ncbi.nlm.nih.gov/*articles/*'],
  ...['*://europepmc.org/*article*', '*://europepmc.org/abstract/*'],
  ...['*://dblp.org/rec/*', '*://dblp.uni-trier.de/rec/*', '*://*.semanticscholar.org/*'],
  ...['*://*/*/10.*/*', '*://*/*=10.*/*'],
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

/** Saves a paper's own page; what cannot be read there (a PDF, a site that is off) by the id in its address. */
export const savePageIn = (tab: number): Promise<void> =>
  tellOf(tab, async () => {
    if (await savePage(tab)) return check(tab);
    const url = await addressOf(tab);
    const id = url && idOfAddress(url);
    if (!id) return sayNone(tab, t('menuNotPaper'));
    await saveByIds([id], url.href, 'paper');
    await check(tab);
  });

/** Saves the papers of these ids, as one change; `url` is where the user was. */
const saveNamed = (tab: number, ids: readonly string[], url: string): Promise<void> =>
  tellOf(tab, async () => {
    const known = Object.keys(await library.marks(ids)).length;
    const saved = await saveByIds(ids, url);
    if (!saved) return sayNone(tab, t('menuNone'));
    await flash(tab, true);
    if (known >= saved.papers) await sayIn(tab, { text: t('menuKnown') });
    else
      await sayIn(tab, {
        text: plural('barDidSave', saved.papers),
        undo: { label: t('panelUndo'), change: saved.change },
      });
  });

/** Says that nothing was saved, and why. */
async function sayNone(tab: number, text: string): Promise<void> {
  await flash(tab, false);
  await sayIn(tab, { text, warning: true });
}

/** Does what was asked for in a tab; what the library cannot do is told there. */
async function tellOf(tab: number, deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    await sayNone(tab, failureText(explain(error)));
  }
}

/** What was chosen. Only a user's click calls it, never a page. */
export async function menuChosen(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId === 'open-library')
    await browser.tabs.create({ url: browser.runtime.getURL('src/shelf/index.html') });
  else if (tab?.id === undefined) return;
  else if (info.menuItemId === 'save-page') await savePageIn(tab.id);
  else await saveNamed(tab.id, named(info), info.pageUrl ?? info.linkUrl ?? '');
}

/** Id of the paper that an address leads to: of its own kinds, or by a DOI in it. */
const idOfAddress = (address: string | URL): string | undefined => idOfUrl(address) ?? doiInUrl(address);

/** At most so many papers of one text. */
const most = 100;

/** Ids of the papers that a link or a text names, each once. */
function named({ menuItemId, linkUrl = '', selectionText = '' }: Menus.OnClickData): string[] {
  if (menuItemId === 'save-link') return [idOfAddress(linkUrl)].filter((id) => id !== undefined);
  return [...new Set([...idsIn(selectionText.slice(0, 20_000))].map(({ id }) => id))].slice(0, most);
}
