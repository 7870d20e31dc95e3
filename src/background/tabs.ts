/** Tabs that show pages which are read: told of changes, and given their scripts when these come. */
import browser from '../browser';
import type { ToPage } from '../messages';
import type { Site } from '../sites/site';
import { readPages } from './senders';

/** Tells the scripts in all such tabs. A tab without one (still loading, or discarded) has nothing to hear. */
export const tellTabs = <N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> =>
  tellOf({ url: [...readPages] }, name, input);

/** The same for every tab: a page whose permission was just taken away does not say its address any more. */
export const tellEveryTab = <N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> =>
  tellOf({}, name, input);

async function tellOf(which: { url?: string[] }, offprint: string, input: unknown): Promise<void> {
  const tabs = await browser.tabs.query(which);
  const tell = (id: number) => browser.tabs.sendMessage(id, { offprint, input }).catch(() => undefined);
  await Promise.all(tabs.map(({ id }) => id !== undefined && tell(id)));
}

/** The file that reads a site. */
export const scriptOf = ({ id }: Pick<Site, 'id'>): string => `content/${id}.js`;

/** Puts sites' scripts into tabs that were open before these could; browsers do not. Returns in how many tabs they are. */
export async function arrive(sites: readonly { site: Site; patterns: string[] }[]): Promise<number> {
  let count = 0;
  for (const { site, patterns } of sites) {
    for (const { id } of await browser.tabs.query({ url: patterns })) {
      if (id === undefined) continue;
      count++;
      // A page that shows an error of the browser's, or that is asleep, takes none: it gets its script when it loads.
      await browser.scripting.executeScript({ target: { tabId: id }, files: [scriptOf(site)] }).catch(() => undefined);
    }
  }
  return count;
}
