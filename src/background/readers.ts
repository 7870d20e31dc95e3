/**
 * Tabs that were given the reader of any page, on the user's click there (`activeTab`). It asks the same as the scripts of
 * sites do, so that the background hears it; but only from a tab that was given it, and only while the tab is at the same
 * origin. Kept for the browser's session, since the worker may be stopped at any time.
 */
import type { Runtime } from 'webextension-polyfill';
import browser from '../messages/browser';

const key = 'readers';
/** Tabs that are remembered; the oldest are forgotten first. */
const most = 200;

type Given = [tab: number, origin: string][];

async function all(): Promise<Given> {
  const { [key]: given } = await browser.storage.session.get(key);
  return Array.isArray(given) ? (given as Given) : [];
}

/** Remembers that a tab gets the reader. Resolves once it is stored: before the reader asks anything. */
export async function giveReader(tab: number, origin: string): Promise<void> {
  const others = (await all()).filter(([id]) => id !== tab);
  await browser.storage.session.set({ [key]: [...others, [tab, origin]].slice(-most) });
}

/** Whether a message comes from a reader where the user asked for one. */
export async function isGivenReader({ tab, url }: Runtime.MessageSender): Promise<boolean> {
  const origin = url === undefined ? undefined : new URL(url).origin;
  return (await all()).some(([id, at]) => id === tab?.id && at === origin);
}

/** The tabs that have a reader, or had. */
export const readerTabs = async (): Promise<number[]> => (await all()).map(([id]) => id);
