/** All formats, each listed once, and what the surfaces do with them. */
import { bibtex } from './bibtex';
import type { Chunk, ExportPaper, Format, FormatId, WriteOptions } from './format';
import { json } from './json';
import { markdown } from './markdown';

/** In the order in which they are offered. */
export const formats: readonly Format[] = [bibtex, markdown, json];

export const formatOf = (id: string): Format | undefined => formats.find((format) => format.id === id);

/** Formats that can be written. */
export const writable = (): Format[] => formats.filter((format) => format.write !== undefined);

/** A whole file as one text, at once: for a few papers, previews and tests. Throws for a format of bytes. */
export function writeText(id: FormatId, papers: readonly ExportPaper[], options: WriteOptions): string {
  let text = '';
  for (const chunk of chunksOf(id, papers, options)) {
    if (typeof chunk !== 'string') throw new TypeError(`${id} is not text`);
    text += chunk;
  }
  return text;
}

/**
 * A whole file piece by piece: after each slice of time (milliseconds) `pause` is awaited, where a page yields to its user.
 * Throws the signal's reason when aborted.
 */
export async function writeFile(
  id: FormatId,
  papers: readonly ExportPaper[],
  options: WriteOptions,
  { signal, pause, slice = 8 }: { signal?: AbortSignal; pause: () => Promise<void>; slice?: number },
): Promise<Chunk[]> {
  const parts: Chunk[] = [];
  let until = performance.now() + slice;
  for (const chunk of chunksOf(id, papers, options)) {
    parts.push(chunk);
    if (performance.now() < until) continue;
    await pause();
    signal?.throwIfAborted();
    until = performance.now() + slice;
  }
  return parts;
}

function chunksOf(id: FormatId, papers: readonly ExportPaper[], options: WriteOptions): Iterable<Chunk> {
  const write = formatOf(id)?.write;
  if (!write) throw new TypeError(`${id} cannot be written`);
  return write(papers, options);
}

export type { Chunk, Entry, ExportPaper, FileProblem, Format, FormatId, Item, WriteOptions } from './format';
export { toExport } from './format';
export { markdownLinkOf } from './markdown';
