import browser from '../messages/browser';

/**
 * The active tab. Its address is known on sites that are on, and on the page on which the popup was opened (`activeTab`);
 * elsewhere it is undefined.
 */
export async function activeTab(): Promise<{ id: number; url: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}
