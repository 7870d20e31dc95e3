/**
 * Detects that the browser deleted the library and started an empty one. Browsers do so with files they take for
 * damaged, and when the user clears the data of extensions. The number of papers and the highest number given to a
 * paper are noted in `storage.local`, which is stored in other files. Numbers are never reused, so a library that has
 * given fewer numbers than noted is a new one.
 */

import type { Library } from '../library/library';
import browser from '../messages/browser';
import * as settings from '../settings';

/** What was lost. */
export interface DataLoss {
  papers: number;
  /** When the loss was detected, milliseconds since 1970. */
  at: number;
}

/** What is kept in `storage.local`. */
interface Kept {
  'library:noted'?: { papers: number; given: number };
  'library:lost'?: DataLoss | null;
}

/** Settings that name papers by number. In a new library these would be other papers. */
const { exported, zoteroSent, zoteroPending } = settings.defaults;

/**
 * Compares the library with the note, and updates the note. Returns what was lost, until the user dismisses it or has
 * as many papers again. Throws what the library throws.
 */
export async function checkForDataLoss(library: Pick<Library, 'size' | 'numbersGiven'>): Promise<DataLoss | undefined> {
  // Read the note first: if two pages check at the same time, neither may compare the library with a newer note.
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

/** Stops showing the loss: the user has read it. */
export const dismissDataLoss = (): Promise<void> => keep({ 'library:lost': null });
