/** Papers of the library as a file of some format, made in pieces so that the page stays responsive. */

import { pause } from '../async/pause';
import { type ExportPaper, type FileChunk, type Format, toExport, type WriteOptions, writeFile } from '../formats';
import type { Library } from '../library/library';
import { plural, statusName, t } from '../locale';
import type { Tag } from '../paper/paper';

/** Papers read from the library at a time. */
const batch = 100;

/** Papers as formats see them, and their numbers in the library. */
export interface Exported {
  papers: ExportPaper[];
  numbers: number[];
}

/** Papers with their tags' names; those that are gone left out. Stops with the signal's reason. */
export async function exportPapers(
  library: Pick<Library, 'papers'>,
  tags: ReadonlyMap<string, Tag>,
  numbers: readonly number[],
  signal?: AbortSignal,
): Promise<Exported> {
  const read = new Map<number, ExportPaper>();
  // Neighbours are read together: in their own order, whatever the order of the list.
  const sorted = [...numbers].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length; at += batch) {
    for (const paper of await library.papers(sorted.slice(at, at + batch)))
      read.set(
        paper.n,
        toExport(paper, (id) => tags.get(id)?.name),
      );
    await pause();
    signal?.throwIfAborted();
  }
  const found = numbers.filter((n) => read.has(n));
  return { papers: found.map((n) => read.get(n) as ExportPaper), numbers: found };
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

/** What a writer needs besides the user's choices. The words are looked up by those that write any: Chromium's page for backups has none. */
export function writeOptions(options: Partial<WriteOptions>): WriteOptions {
  let found: WriteOptions['words'];
  return {
    now: new Date(),
    get words() {
      found ??= words();
      return found;
    },
    ...options,
  };
}

/** The file in pieces: all text, or all bytes. Stops with the signal's reason. */
export const piecesOf = (
  format: Format,
  papers: readonly ExportPaper[],
  options: Partial<WriteOptions> = {},
  signal?: AbortSignal,
): Promise<FileChunk[]> => writeFile(format.id, papers, writeOptions(options), { pause, ...(signal && { signal }) });

/** Pieces that are turned into bytes in one go: a megabyte of papers, some milliseconds. */
const joined = 400;

/** The pieces as one file, made in steps so that the page stays responsive. */
export async function fileOf(pieces: readonly FileChunk[], format: Format): Promise<Blob> {
  const parts: Blob[] = [];
  for (let at = 0; at < pieces.length; at += joined) {
    parts.push(new Blob(pieces.slice(at, at + joined) as BlobPart[]));
    await pause();
  }
  return new Blob(parts, { type: format.mime });
}

/** Puts a file into the browser's downloads. */
export async function download(pieces: readonly FileChunk[], format: Format, name = 'offprint'): Promise<void> {
  const address = URL.createObjectURL(await fileOf(pieces, format));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${format.extension}`;
  link.click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
