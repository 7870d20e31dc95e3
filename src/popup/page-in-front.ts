import browser from '../messages/browser';

/** The tab in front and its address: known on the sites that are on, and where the popup was opened on the page (`activeTab`). */
export async function pageInFront(): Promise<{ id: number; url: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined ? undefined : { id: tab.id, url: tab.url };
}
