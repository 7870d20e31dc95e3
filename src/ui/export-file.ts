/** Papers of the library as a file of some format, made in pieces so that the page stays responsive. */
import { type Chunk, type ExportPaper, type Format, toExport, type WriteOptions, writeFile } from '../formats';
import type { Library } from '../library/library';
import { plural, t } from '../locale';
import type { Tag } from '../paper';
import { statusName } from './status-control';

/** Papers read from the library at a time. */
const batch = 500;

const pause = () => new Promise<void>((go) => setTimeout(go));

/** Papers as formats see them, and their numbers in the library. */
export interface Exported {
  papers: readonly ExportPaper[];
  numbers: readonly number[];
}

/** Papers with their tags' names. Stops with the signal's reason. */
export async function exportPapers(
  library: Library,
  tags: ReadonlyMap<string, Tag>,
  numbers: readonly number[],
  signal?: AbortSignal,
): Promise<Exported> {
  const papers: ExportPaper[] = [];
  const found: number[] = [];
  for (let at = 0; at < numbers.length; at += batch) {
    signal?.throwIfAborted();
    const read = await library.papers(numbers.slice(at, at + batch));
    papers.push(...read.map((paper) => toExport(paper, (id) => tags.get(id)?.name)));
    found.push(...read.map((paper) => paper.n));
  }
  return { papers, numbers: found };
}

/** The words of a reading list in the interface's language. */
const words = (): NonNullable<WriteOptions['words']> => ({
  title: t('exportListTitle'),
  status: { unread: statusName('unread'), reading: statusName('reading'), read: statusName('read') },
  untagged: t('exportUntagged'),
  undated: t('exportUndated'),
  starred: t('uiStarred'),
  code: t('uiCode'),
  pdf: 'PDF',
  note: t('uiNote'),
  papers: (n) => plural('papers', n),
});

/** The file in pieces: all text, or all bytes. Stops with the signal's reason. */
export function piecesOf(
  format: Format,
  papers: readonly ExportPaper[],
  options: Partial<WriteOptions> = {},
  signal?: AbortSignal,
): Promise<Chunk[]> {
  const all: WriteOptions = { now: new Date(), words: words(), ...options };
  return writeFile(format.id, papers, all, { pause, ...(signal && { signal }) });
}

/** Puts a file into the browser's downloads. */
export function download(pieces: readonly Chunk[], format: Format): void {
  const address = URL.createObjectURL(new Blob(pieces as BlobPart[], { type: format.mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `offprint.${format.extension}`;
  link.click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
