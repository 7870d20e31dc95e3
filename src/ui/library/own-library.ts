/** The library as a page of ours opens it: what it changes is also told to the background, which may be asleep. */

import type { Library } from '../../library/library';
import { openLibrary } from '../../library/open';
import browser from '../../messages/browser';

/** Opens the library; marks on web pages follow what is changed here. */
export const openOwnLibrary = (): Library =>
  openLibrary({
    tell: ({ keys }) => {
      // Nobody listens while the background is being updated; pages look their papers up again when they are next shown.
      void browser.runtime.sendMessage({ offprint: 'libraryChanged', input: keys }).catch(() => undefined);
    },
  });
