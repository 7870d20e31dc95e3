/**
 * Tabs into which the generic reader was injected when the user asked for it (`activeTab`). Its messages are accepted only
 * from such a tab, and only while the tab stays at the same origin. Stored for the browser's session, because the worker
 * may be stopped at any time.
 */
import type { Runtime } from 'webextension-polyfill';
import browser from '../messages/browser';

const storageKey = 'readers';
/** Beyond this many the oldest are forgotten. */
const maxTabs = 200;

type ReaderTab = [tab: number, origin: string];

async function allReaders(): Promise<ReaderTab[]> {
  const { [storageKey]: stored } = await browser.storage.session.get(storageKey);
  return Array.isArray(stored) ? (stored as ReaderTab[]) : [];
}

/** Remembers that a tab gets the reader. Resolves once that is stored: before the reader sends anything. */
export async function giveReader(tab: number, origin: string): Promise<void> {
  const others = (await allReaders()).filter(([id]) => id !== tab);
  await browser.storage.session.set({ [storageKey]: [...others, [tab, origin]].slice(-maxTabs) });
}

/** Whether a message comes from a tab that was given the reader at its present origin. */
export async function isGivenReader({ tab, url }: Runtime.MessageSender): Promise<boolean> {
  const origin = url === undefined ? undefined : new URL(url).origin;
  return (await allReaders()).some(([id, given]) => id === tab?.id && given === origin);
}

/** The tabs that were given the reader; some may be closed or elsewhere by now. */
export const readerTabs = async (): Promise<number[]> => (await allReaders()).map(([id]) => id);
