/** Chromium's offscreen document: makes a backup when the worker asks, which cannot create the object URL itself. */

import { backupFile } from '../backup/blob-file';
import type { Made } from '../backup/offscreen-file';
import browser from '../messages/browser';
import { isEnvelope } from '../messages/transport';
import type { Settings } from '../settings';

browser.runtime.onMessage.addListener(((
  message: unknown,
  sender: { id?: string; tab?: unknown },
  answer: (made: Made) => void,
) => {
  if (!isEnvelope(message) || message.offprint !== 'makeBackup') return undefined;
  // Only the worker may ask: content scripts have a tab.
  if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
  backupFile(message.input as Settings).then(
    ({ address, name }) => answer({ address, name }),
    (error) => answer({ error: String(error) }),
  );
  return true;
}) as never);
