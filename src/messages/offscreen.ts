/**
 * Chromium's offscreen document, for what its worker cannot do; Firefox's background is a page and needs none. There is one at
 * a time. https://developer.chrome.com/docs/extensions/reference/api/offscreen
 */
import browser from './browser';

export interface OffscreenDocuments {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Undefined where there are none. */
export const offscreenDocuments = (): OffscreenDocuments | undefined =>
  (globalThis as { chrome?: { offscreen?: OffscreenDocuments } }).chrome?.offscreen;

/** Opens the document, in place of one that a stopped worker may have left. */
export async function openOffscreen(
  documents: OffscreenDocuments,
  reason: 'BLOBS' | 'DOM_PARSER',
  justification: string,
): Promise<void> {
  await documents.closeDocument().catch(() => undefined);
  const url = browser.runtime.getURL('src/offscreen/index.html');
  await documents.createDocument({ url, reasons: [reason], justification });
}
