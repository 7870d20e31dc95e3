/**
 * Makes a backup with a URL to download, from the background. A worker has no `URL.createObjectURL`, so Chromium makes
 * it in an offscreen document. Firefox's background is a page and makes it directly.
 * https://developer.chrome.com/docs/extensions/reference/api/offscreen
 */
import browser from '../messages/browser';
import type { Settings } from '../settings';
import type { BackupFile } from './blob-file';

/** Answer of the offscreen document. */
export type Made = { address: string; name: string } | { error: string };

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

const offscreen = (): Offscreen | undefined => (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen;

/** Makes a backup with these settings. Throws what the library throws. */
export async function backupAddress(own: Settings): Promise<BackupFile> {
  const documents = offscreen();
  if (!documents) return (await import('./blob-file')).backupFile(own);
  await documents.closeDocument().catch(() => undefined); // left over from a worker that died
  await documents.createDocument({
    url: browser.runtime.getURL('src/offscreen/index.html'),
    reasons: ['BLOBS'],
    justification: 'Writes the backup that was asked for into the downloads folder.',
  });
  const made = (await browser.runtime.sendMessage({ offprint: 'makeBackup', input: own })) as Made;
  if ('error' in made) {
    await documents.closeDocument();
    throw new Error(made.error);
  }
  return { ...made, done: () => documents.closeDocument() };
}
