/** Exports papers of the library to a file, in pieces so that the page stays responsive. */

import { pause } from '../async/pause';
import { type ExportPaper, type FileChunk, type Format, toExport, type WriteOptions, writeFile } from '../formats';
import type { Library } from '../library/library';
import { language, plural, statusName, t } from '../locale';
import type { Tag } from '../paper/paper';
import { hasFormula } from '../paper/tex/parts';
import { plainFormula } from '../paper/tex/plain-formula';

/** Papers read from the library at a time. */
const batch = 100;

/** Papers to export, and their numbers in the library. */
export interface Exported {
  papers: ExportPaper[];
  numbers: number[];
}

/** Reads papers with their tags' names; deleted ones are left out. Throws the signal's reason when aborted. */
export async function exportPapers(
  library: Pick<Library, 'papers'>,
  tags: ReadonlyMap<string, Tag>,
  numbers: readonly number[],
  signal?: AbortSignal,
): Promise<Exported> {
  const read = new Map<number, ExportPaper>();
  // Sorted, so that papers stored side by side are read together.
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
  abstract: t('importFieldAbstract'),
  contents: t('exportContents'),
  elsewhere: t('exportElsewhere'),
  language: language(),
  papers: (n) => plural('papers', n),
  authors: (n) => plural('uiAuthorsUnnamed', n),
});

/** Completes the options of a writer. Words are looked up lazily: Chromium's offscreen page has no i18n API. */
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

/** Formulas as MathML, named by their plain text. Loaded for a page that has some. */
async function mathOf(format: Format, papers: readonly ExportPaper[]): Promise<Pick<WriteOptions, 'math'>> {
  const isWanted = ({ facts }: ExportPaper) => hasFormula(facts.title) || hasFormula(facts.abstract ?? '');
  if (format.id !== 'html' || !papers.some(isWanted)) return {};
  const [{ loadMath }, { mathMarkup }] = await Promise.all([
    import('../formulas/math-tree'),
    import('../formulas/math-markup'),
  ]);
  const read = await loadMath();
  return {
    math: (tex, isDisplay) => {
      const tree = read(tex, isDisplay);
      return tree && mathMarkup(tree, plainFormula(tex) ?? tex);
    },
  };
}

/** Writes the file in pieces. Throws the signal's reason when aborted. */
export async function piecesOf(
  format: Format,
  papers: readonly ExportPaper[],
  options: Partial<WriteOptions> = {},
  signal?: AbortSignal,
): Promise<FileChunk[]> {
  const math = await mathOf(format, papers);
  return writeFile(format.id, papers, writeOptions({ ...options, ...math }), { pause, ...(signal && { signal }) });
}

/** Pieces encoded at once: about a megabyte, a few milliseconds. */
const piecesPerBlob = 400;

/** Joins pieces to a Blob, in steps so that the page stays responsive. */
export async function fileOf(pieces: readonly FileChunk[], format: Format): Promise<Blob> {
  const parts: Blob[] = [];
  for (let at = 0; at < pieces.length; at += piecesPerBlob) {
    parts.push(new Blob(pieces.slice(at, at + piecesPerBlob) as BlobPart[]));
    await pause();
  }
  return new Blob(parts, { type: format.mime });
}

/** Downloads a file. `name`: without extension. */
export async function download(pieces: readonly FileChunk[], format: Format, name = 'offprint'): Promise<void> {
  const address = URL.createObjectURL(await fileOf(pieces, format));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${format.extension}`;
  link.click();
  // A download that has begun no longer needs the address.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
