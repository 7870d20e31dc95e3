import { LibraryError } from '../../library/error';

/**
 * For reads whose only purpose is to be rendered: ignores that the library was closed, which happens when the page goes
 * away. Any other error stays an uncaught one; the list, which reads the same database, shows the reason.
 */
export function ignoreClosed(work: Promise<unknown>): void {
  work.catch((error) => {
    if (!(error instanceof LibraryError && error.code === 'closed')) throw error;
  });
}
