/** The background's library: opened when first used, and reopened when the browser closes it. */

import { checkForDataLoss } from '../backup/data-loss';
import { openLibrary } from '../library/open';
import { sendToTabs } from './tabs';

/** Tells the tabs that show papers which of them changed, whoever changed them. */
export async function notifyTabs(keys: string[]): Promise<void> {
  await Promise.all([sendToTabs('changed', { keys }), checkOwnLibrary()]);
}

export const library = openLibrary({ tell: ({ keys }) => void notifyTabs(keys) });

/** Records how many papers there are, to notice data loss. Errors are ignored: the next change tries again. */
export const checkOwnLibrary = (): Promise<unknown> => checkForDataLoss(library).catch(() => undefined);
