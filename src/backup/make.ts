/** The whole library as one file. */

import { download, exportPapers, piecesOf } from '../files/export-file';
import { type FileChunk, type Format, formatOf } from '../formats';
import type { LibraryParts } from '../formats/format';
import { schemaVersion } from '../library/db/schema';
import type { Library } from '../library/library';
import * as settings from '../settings';

/** A file that holds everything. */
export interface Backup {
  pieces: FileChunk[];
  format: Format;
  /** How many papers it holds, without those in the trash. */
  papers: number;
}

/** What a library holds beside papers, with the settings given or as they are now. */
export async function backupParts(library: Library, given?: settings.Settings): Promise<LibraryParts> {
  const [tags, filters, rules, own] = await Promise.all([
    library.tags(),
    library.filters(),
    library.rules(),
    given ?? settings.get(),
  ]);
  return { tags, filters, rules, settings: own, schema: schemaVersion };
}

/** Everything: papers, those in the trash too, tags, filters, settings. Throws what the library throws. */
export async function makeBackup(library: Library, own?: settings.Settings): Promise<Backup> {
  const format = formatOf('json');
  if (!format) throw new TypeError('The backup has no format');
  const [{ numbers }, trash, parts] = await Promise.all([library.find(''), library.trash(), backupParts(library, own)]);
  const all = [...numbers, ...trash.map(({ n }) => n)];
  const { papers } = await exportPapers(library, new Map(parts.tags.map((tag) => [tag.id, tag])), all);
  return { pieces: await piecesOf(format, papers, { library: parts }), format, papers: numbers.length };
}

/** Its name without extension: the day it was made on, where its owner is. */
export function backupName(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `offprint-backup-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Writes the backup into the downloads. Returns how many papers it holds. Throws what the library throws. */
export async function downloadBackup(library: Library): Promise<number> {
  const { pieces, format, papers } = await makeBackup(library);
  await download(pieces, format, backupName());
  await settings.set({ backedUpAt: Date.now(), backupOffered: true });
  return papers;
}
