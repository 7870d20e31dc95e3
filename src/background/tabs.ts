/** Messages to the tabs whose pages are read, and content scripts put into tabs that were open before. */
import browser from '../messages/browser';
import type { ToPage } from '../messages/contract';
import type { Site } from '../sites/site';
import { readerTabs } from './readers';
import { readPages } from './senders';

/** Sends a message to every tab that has a script of ours. Tabs that are still loading or discarded miss nothing. */
export async function sendToTabs<N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> {
  const [ofSites, withReader] = await Promise.all([browser.tabs.query({ url: [...readPages] }), readerTabs()]);
  await send([...ofSites.map(({ id }) => id), ...withReader], name, input);
}

/** Sends a message to every tab: a tab whose host permission was just revoked no longer tells its address. */
export async function sendToAllTabs<N extends keyof ToPage>(name: N, input: Parameters<ToPage[N]>[0]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await send(
    tabs.map(({ id }) => id),
    name,
    input,
  );
}

async function send(tabs: (number | undefined)[], offprint: string, input: unknown): Promise<void> {
  const sent = [...new Set(tabs)].map(
    (id) => id !== undefined && browser.tabs.sendMessage(id, { offprint, input }).catch(() => undefined),
  );
  await Promise.all(sent);
}

/** Shows or hides the page bar of a tab. */
export const toggleBar = (tab: number): Promise<void> => send([tab], 'toggleBar', undefined);

/** The built content script of a site. */
export const scriptOf = ({ id }: Pick<Site, 'id'>): string => `content/${id}.js`;

/** Injects the scripts of sites into the tabs that show them already, which browsers do not do. Returns how many tabs. */
export async function injectIntoTabs(sites: readonly { site: Site; patterns: string[] }[]): Promise<number> {
  let count = 0;
  for (const { site, patterns } of sites) {
    for (const { id } of await browser.tabs.query({ url: patterns })) {
      if (id === undefined) continue;
      count++;
      // Error pages and discarded tabs refuse it; a discarded one gets its script when it loads again.
      await browser.scripting.executeScript({ target: { tabId: id }, files: [scriptOf(site)] }).catch(() => undefined);
    }
  }
  return count;
}
