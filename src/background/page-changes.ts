/**
 * Which page made which change, so that a page undoes only its own. A page is a tab at one origin. Remembered for the browser's
 * session.
 */
import type { Runtime } from 'webextension-polyfill';
import { SessionValue } from './session-value';

/** `save`: only papers were saved. `other`: tags, notes and the like were changed. */
type Kind = 'save' | 'other';
type PageChange = [tab: number, origin: string, change: number, kind: Kind];

/** Beyond this many the oldest are forgotten, and can only be undone in the library. */
const maxChanges = 2000;

const all = new SessionValue<PageChange[]>('page-changes', []);

/** Remembers a change that was made for the page in a tab. Resolves once that is stored. */
export async function rememberChange(tab: number, url: string, change: number, kind: Kind): Promise<void> {
  if (change === 0) return;
  const changes = await all.get();
  changes.push([tab, new URL(url).origin, change, kind]);
  changes.splice(0, changes.length - maxChanges);
  await all.store();
}

/** Whether a change saved papers for a page in the tab. */
export const isSaveOf = async (tab: number, change: number): Promise<boolean> =>
  (await all.get()).some(([id, , number, kind]) => id === tab && number === change && kind === 'save');

/** All changes that a page made, by number, with their kind. */
export async function changesOf({ tab, url }: Runtime.MessageSender): Promise<ReadonlyMap<number, Kind>> {
  const { origin } = new URL(url ?? '');
  const own = (await all.get()).filter(([id, at]) => id === tab?.id && at === origin);
  return new Map(own.map(([, , change, kind]) => [change, kind]));
}
