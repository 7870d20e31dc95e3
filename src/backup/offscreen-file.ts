/**
 * Makes a backup with a URL to download, from the background. A worker has no `URL.createObjectURL`, so Chromium makes
 * it in an offscreen document. Firefox's background is a page and makes it directly.
 * https://developer.chrome.com/docs/extensions/reference/api/offscreen
 */
import browser from '../messages/browser';
import { offscreenDocuments, openOffscreen } from '../messages/offscreen';
import type { Settings } from '../settings';
import type { BackupFile } from './blob-file';

/** Answer of the offscreen document. */
export type Made = { address: string; name: string } | { error: string };

/** Makes a backup with these settings. Throws what the library throws. */
export async function backupAddress(own: Settings): Promise<BackupFile> {
  const documents = offscreenDocuments();
  if (!documents) return (await import('./blob-file')).backupFile(own);
  // Listings that are being read there are read to the end first.
  await navigator.locks.request('today-reading', async () => undefined);
  await openOffscreen(documents, 'BLOBS', 'Writes the backup that was asked for into the downloads folder.');
  const made = (await browser.runtime.sendMessage({ offprint: 'makeBackup', input: own })) as Made;
  if ('error' in made) {
    await documents.closeDocument();
    throw new Error(made.error);
  }
  return { ...made, done: () => documents.closeDocument() };
}
