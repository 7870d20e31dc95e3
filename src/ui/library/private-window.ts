/** Private windows of Firefox, where pages of extensions have no databases. The background has them: saving works there. */
import { LibraryError } from '../../library/error';
import browser from '../../messages/browser';

/**
 * Whether an error means that Firefox refuses databases to pages of extensions in private windows: each opening fails as a lost
 * connection does.
 */
export const isRefusedToPrivateWindow = (error: unknown): boolean =>
  error instanceof LibraryError && error.code === 'closed' && browser.extension?.inIncognitoContext === true;

/** Opens the library in a window that is not private. */
export const openInNormalWindow = (): void =>
  void browser.windows.create({ url: browser.runtime.getURL('src/shelf/index.html'), incognito: false });
