/** Who may ask what. */
import type { Runtime } from 'webextension-polyfill';
import browser from '../messages/browser';
import { sites } from '../sites';
import { matches } from '../sites/match';
import { isGivenReader } from './readers';

/** Match patterns of all pages that may be read, be they turned on or not: scripts of ours are in no other. */
export const readPages: readonly string[] = sites.flatMap((site) => site.matches);

/** A script of ours in the top frame of a page that we read: of a site's pages, or where the user asked for it. */
export function isReader(sender: Runtime.MessageSender): boolean | Promise<boolean> {
  if (sender.id !== browser.runtime.id || sender.tab === undefined || sender.frameId !== 0) return false;
  if (sender.url === undefined || !URL.canParse(sender.url)) return false;
  const url = new URL(sender.url);
  if (!/^https?:$/.test(url.protocol)) return false;
  return readPages.some((pattern) => matches(pattern, url)) || isGivenReader(sender);
}

/** A page of our own: popup, library, options. */
export const isOwnPage = (sender: Runtime.MessageSender): boolean =>
  sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
