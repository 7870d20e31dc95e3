/** The whole library as one file, and when that was last done. */
import { formatOf } from '../formats';
import type { Library } from '../library/library';
import { steps } from '../library/schema';
import * as settings from '../settings';
import { download, exportPapers, piecesOf } from './export-file';

/** Writes the backup into the downloads. Returns how many papers it holds. Throws what the library throws. */
export async function downloadBackup(library: Library): Promise<number> {
  const format = formatOf('json');
  if (!format) throw new TypeError('The backup has no format');
  const [{ numbers }, tags, filters, rules, own] = await Promise.all([
    library.find(''),
    library.tags(),
    library.filters(),
    library.rules(),
    settings.get(),
  ]);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const { papers } = await exportPapers(library, byId, Array.from(numbers));
  const pieces = await piecesOf(format, papers, {
    library: { tags, filters, rules, settings: own, schema: steps.length },
  });
  download(pieces, format);
  return papers.length;
}
