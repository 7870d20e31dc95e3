import browser from '../messages/browser';

/** Opens a page of the extension in a tab, at a place in it if one is given, and closes the popup. */
export async function openPage(page: 'shelf' | 'options', hash = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`src/${page}/index.html${hash}`) });
  close();
}
