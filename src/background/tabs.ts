/** Tabs that show pages which are read: told of changes, and given their scripts when these come. */
import browser from '../messages/browser';
import type { ToPage } from '../messages/contract';
import type { Site } from '../sites/site';
import { readerTabs } from './readers';
import { readPages } from './senders';

/** Tells the scripts in all such tabs. A tab without one (still loading, or discarded) has nothing to hear. */
export async function tellTabs<N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> {
  const [shown, read] = await Promise.all([browser.tabs.query({ url: [...readPages] }), readerTabs()]);
  await tell([...shown.map(({ id }) => id), ...read], name, input);
}

/** The same for every tab: a page whose permission was just taken away does not say its address any more. */
export async function tellEveryTab<N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await tell(
    tabs.map(({ id }) => id),
    name,
    input,
  );
}

async function tell(tabs: (number | undefined)[], offprint: string, input: unknown): Promise<void> {
  const told = [...new Set(tabs)].map(
    (id) => id !== undefined && browser.tabs.sendMessage(id, { offprint, input }).catch(() => undefined),
  );
  await Promise.all(told);
}

/** Shows the page bar of a tab, or takes it away. */
export const toggleBar = (tab: number): Promise<void> => tell([tab], 'toggleBar', undefined);

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
