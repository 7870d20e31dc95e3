/**
 * Chromium's offscreen document: makes a backup when the worker asks, which cannot create the object URL itself; reads followed
 * listings, which the worker has no parser for.
 */

import { backupFile } from '../backup/blob-file';
import type { Made } from '../backup/offscreen-file';
import { Followed } from '../library/followed';
import browser from '../messages/browser';
import { ask, isEnvelope, tell } from '../messages/transport';
import type { Settings } from '../settings';
import { readFollowed } from '../today/read-followed';

/** Reads what is due, and tells the worker, which may have been stopped meanwhile. */
async function readInMorning(): Promise<void> {
  await readFollowed(new Followed(), {
    isOn: async (address) => (await ask('siteAt', address).catch(() => undefined))?.isOn === true,
  }).catch(() => undefined); // what went wrong is noted at each listing
  await tell('followedRead', undefined);
}

browser.runtime.onMessage.addListener(((
  message: unknown,
  sender: { id?: string; tab?: unknown },
  answer: (made: Made) => void,
) => {
  // Only the worker may ask: content scripts have a tab.
  if (!isEnvelope(message) || sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
  if (message.offprint === 'readFollowed') void readInMorning();
  if (message.offprint !== 'makeBackup') return undefined;
  backupFile(message.input as Settings).then(
    ({ address, name }) => answer({ address, name }),
    (error) => answer({ error: String(error) }),
  );
  return true;
}) as never);
