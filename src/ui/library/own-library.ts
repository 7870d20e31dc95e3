import type { Library } from '../../library/library';
import { openLibrary } from '../../library/open';
import { tell } from '../../messages/transport';

/** Opens the library for a page of the extension. Its changes are sent to the background, which tells the tabs. */
export const openOwnLibrary = (): Library => openLibrary({ tell: ({ keys }) => void tell('libraryChanged', keys) });
