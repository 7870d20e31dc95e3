/** Tabs that show pages which are read: told of changes, and given their scripts when the extension arrives. */
import browser from '../browser';
import type { ToPage } from '../messages';
import { pageScripts, readPages } from './senders';

/** Tells the scripts in all such tabs. A tab without one (still loading, or discarded) has nothing to hear. */
export async function tellTabs<N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> {
  const tabs = await browser.tabs.query({ url: readPages() });
  const tell = (id: number) => browser.tabs.sendMessage(id, { offprint: name, input }).catch(() => undefined);
  await Promise.all(tabs.map(({ id }) => id !== undefined && tell(id)));
}

/** Puts the page scripts into tabs that were open before the extension was; browsers do not. Returns how many there are. */
export async function arrive(): Promise<number> {
  let count = 0;
  for (const { js, patterns } of pageScripts()) {
    for (const { id } of await browser.tabs.query({ url: patterns })) {
      if (id === undefined) continue;
      count++;
      // A page that shows an error of the browser's, or that is asleep, takes none: it gets its script when it loads.
      await browser.scripting.executeScript({ target: { tabId: id }, files: js }).catch(() => undefined);
    }
  }
  return count;
}
