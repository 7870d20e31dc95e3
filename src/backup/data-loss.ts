/**
 * Tells when the browser deleted the library, and by itself began an empty one: it does so with files that it takes for
 * damaged, and when its user clears the data of extensions. How many papers there were is noted beside it, in
 * `storage.local`, which is kept in other files; and the highest number given to a paper, since numbers are given once: a
 * library that has given fewer than were noted is another one.
 */

import type { Library } from '../library/library';
import browser from '../messages/browser';
import * as settings from '../settings';

/** What was lost. */
export interface DataLoss {
  papers: number;
  /** When it was found out, milliseconds since 1970. */
  at: number;
}

/** What is kept in `storage.local`. */
interface Kept {
  'library:noted'?: { papers: number; given: number };
  'library:lost'?: DataLoss | null;
}

/** Settings that name papers by number: they would be of other papers now. */
const { exported, zoteroSent, zoteroPending } = settings.defaults;

/**
 * Compares the library with what was noted of it and notes how it stands now. Resolves with what was lost, until the user
 * has dismissed it or has as many papers again. Throws what the library throws.
 */
export async function checkForDataLoss(library: Pick<Library, 'size' | 'numbersGiven'>): Promise<DataLoss | undefined> {
  // The note before the library: of two that look at the same time none may find a note newer than what it compares.
  const kept: Kept = await browser.storage.local.get(['library:noted', 'library:lost']);
  const given = await library.numbersGiven();
  const papers = await library.size();
  const { 'library:noted': noted, 'library:lost': known } = kept;
  const isOther = noted !== undefined && given < noted.given;
  const found = isOther && noted.papers > 0 ? { papers: noted.papers, at: Date.now() } : (known ?? undefined);
  const lost = found && papers < found.papers ? found : undefined;
  if (isOther) await settings.set({ exported, zoteroSent, zoteroPending });
  if (noted?.papers !== papers || noted.given !== given || lost?.at !== known?.at) {
    await keep({ 'library:noted': { papers, given }, 'library:lost': lost ?? null });
  }
  return lost;
}

const keep = (some: Kept): Promise<void> => browser.storage.local.set(some as Record<string, unknown>);

/** The user has read it. */
export const dismissDataLoss = (): Promise<void> => keep({ 'library:lost': null });
