/** Which senders of messages are trusted with what. */
import type { Runtime } from 'webextension-polyfill';
import browser from '../messages/browser';
import { patternsOf, sites } from '../sites';
import { matches } from '../sites/match';
import { isGivenReader } from './readers';

/** Match patterns of every page that a site reads, turned on or not. No other page has a script of ours by itself. */
export const readPages: readonly string[] = sites.flatMap(patternsOf);

/** Whether the sender is a script of ours in the top frame of a page that is read: a site's, or one the user asked for. */
export function isReader(sender: Runtime.MessageSender): boolean | Promise<boolean> {
  if (sender.id !== browser.runtime.id || sender.tab === undefined || sender.frameId !== 0) return false;
  if (sender.url === undefined || !URL.canParse(sender.url)) return false;
  const url = new URL(sender.url);
  if (!/^https?:$/.test(url.protocol)) return false;
  return readPages.some((pattern) => matches(pattern, url)) || isGivenReader(sender);
}

/** Whether the sender is a page of the extension: popup, library, options. Older browsers do not tell its origin. */
export function isOwnPage({ id, url, origin }: Runtime.MessageSender & { origin?: string }): boolean {
  const own = browser.runtime.getURL('');
  return id === browser.runtime.id && url?.startsWith(own) === true && (origin === undefined || `${origin}/` === own);
}
