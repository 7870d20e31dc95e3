import type { Library } from '../../library/library';
import { tell } from '../../messages/transport';
import { loadLater } from './load-later';

/**
 * Opens the library for a page of the extension; its code is loaded when it is first asked for something, which pages do once
 * they are drawn. Its changes are sent to the background, which tells the tabs.
 */
export const openOwnLibrary = (): Library =>
  loadLater(async () => {
    const { openLibrary } = await import('../../library/open');
    return openLibrary({ tell: ({ keys }) => void tell('libraryChanged', keys) });
  });
