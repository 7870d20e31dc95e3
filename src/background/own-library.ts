/** The background's library: opened when first used, and again by itself should the browser close it. */

import { lookForLoss } from '../backup/data-loss';
import { openLibrary } from '../library/open';
import { tellTabs } from './tabs';

/** Every change, whoever made it, is told to the tabs. */
export async function told(keys: string[]): Promise<void> {
  await Promise.all([tellTabs('changed', { keys }), noteLibrary()]);
}

export const library = openLibrary({ tell: ({ keys }) => void told(keys) });

/** Notes how the library stands. A library that cannot be read is noted at the next change; who uses it is told why. */
export const noteLibrary = (): Promise<unknown> => lookForLoss(library).catch(() => undefined);
