import { LibraryError } from '../../library/error';

/**
 * Waits for a read that only draws. When its page goes, the library is closed and there is nothing left to draw on: no
 * failure then. Any other failure stays an uncaught error; the list, which reads the same database, says why.
 */
export function ignoreClosed(work: Promise<unknown>): void {
  work.catch((error) => {
    if (!(error instanceof LibraryError && error.code === 'closed')) throw error;
  });
}
