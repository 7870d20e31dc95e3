/** Writes the whole library into one file. */

import { download, exportPapers, piecesOf } from '../files/export-file';
import { type FileChunk, type Format, formatOf } from '../formats';
import type { LibraryParts } from '../formats/file-items';
import { schemaVersion } from '../library/db/schema';
import type { Library } from '../library/library';
import * as settings from '../settings';

/** A backup file. */
export interface Backup {
  pieces: FileChunk[];
  format: Format;
  /** Number of papers, without the trash. */
  papers: number;
}

/** Everything but the papers: tags, filters, rules and settings. By default the current settings. */
export async function backupParts(library: Library, given?: settings.Settings): Promise<LibraryParts> {
  const [tags, filters, rules, own] = await Promise.all([
    library.tags(),
    library.filters(),
    library.rules(),
    given ?? settings.get(),
  ]);
  const { semanticScholarKey: _, ...shared } = own; // a key is as good as a password
  return { tags, filters, rules, settings: shared, schema: schemaVersion };
}

/**
 * Makes a backup of all papers, including the trash, tags, filters, rules and settings. Throws what the library throws.
 */
export async function makeBackup(library: Library, own?: settings.Settings): Promise<Backup> {
  const format = formatOf('json');
  if (!format) throw new TypeError('The backup has no format');
  const [{ numbers }, trash, parts] = await Promise.all([library.find(''), library.trash(), backupParts(library, own)]);
  const all = [...numbers, ...trash.map(({ n }) => n)];
  const { papers } = await exportPapers(library, new Map(parts.tags.map((tag) => [tag.id, tag])), all);
  return { pieces: await piecesOf(format, papers, { library: parts }), format, papers: numbers.length };
}

/** File name without extension. It contains the local date. */
export function backupName(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `offprint-backup-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Downloads a backup. Returns the number of papers in it. Throws what the library throws. */
export async function downloadBackup(library: Library): Promise<number> {
  const { pieces, format, papers } = await makeBackup(library);
  await download(pieces, format, backupName());
  await settings.set({ backedUpAt: Date.now(), backupOffered: true });
  return papers;
}
