/** Who may ask what. */
import type { Runtime } from 'webextension-polyfill';
import browser from '../browser';
import { matches } from '../sites/match';

/** The scripts that the manifest puts into pages: their files, and the match patterns of those pages. */
export const pageScripts = (): { js: string[]; patterns: string[] }[] =>
  (browser.runtime.getManifest().content_scripts ?? []).map(({ js = [], matches: patterns = [] }) => ({
    js,
    patterns,
  }));

/** Match patterns of all pages that are read. */
export const readPages = (): string[] => pageScripts().flatMap(({ patterns }) => patterns);

/** A script of ours in the top frame of a page that we read. */
export function isReader(sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id || sender.tab === undefined || sender.frameId !== 0) return false;
  if (sender.url === undefined || !URL.canParse(sender.url)) return false;
  const url = new URL(sender.url);
  return readPages().some((pattern) => matches(pattern, url));
}

/** A page of our own: popup, library, options. */
export const isOwnPage = (sender: Runtime.MessageSender): boolean =>
  sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
