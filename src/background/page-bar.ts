/** The background's part of the page bar: its stored state for each site, and which addresses it may open. */
import type { Runtime } from 'webextension-polyfill';
import type { BarState } from '../messages/contract';
import { idOfUrl } from '../paper/identity';
import * as settings from '../settings';
import { siteFor } from '../sites';

/** Sites whose bar state is stored; beyond this the oldest is dropped. */
const maxSites = 100;

/** What a bar's state is stored under: the id of the site that reads the page, else the page's host. */
function siteOf(sender: Runtime.MessageSender): string {
  const url = new URL(sender.url ?? '');
  return siteFor(url)?.id ?? url.hostname;
}

/** The state of the bar on the sender's site; undefined where it was never changed. */
export async function barOf(sender: Runtime.MessageSender): Promise<BarState | undefined> {
  const { bars } = await settings.get();
  const site = siteOf(sender);
  return Object.hasOwn(bars, site) ? bars[site] : undefined;
}

/** Stores the state of the bar for the sender's site. */
export async function keepBar({ x, y, is }: BarState, sender: Runtime.MessageSender): Promise<void> {
  const { bars } = await settings.get();
  const site = siteOf(sender);
  const others = Object.entries(bars).filter(([name]) => name !== site);
  await settings.set({ bars: Object.fromEntries([...others.slice(1 - maxSites), [site, { x, y, is }]]) });
}

/** Whether a page may have an address opened in a background tab: a paper's, or one of the page's own origin. */
export function mayOpen(url: unknown, sender: Runtime.MessageSender): boolean {
  if (typeof url !== 'string' || url.length > 2000 || !URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return origin === new URL(sender.url ?? '').origin || idOfUrl(url) !== undefined;
}
