/** The list of all formats, and functions to find, write, recognise and read them. */
import { inSlices } from '../async/slices';
import { biblatex } from './biblatex';
import { bibtex } from './bibtex';
import { cnki } from './cnki';
import { csl } from './csl';
import { csv } from './csv';
import { decodeFile } from './encoding/decode';
import { endnote } from './endnote';
import { endnoteXml } from './endnote-xml';
import type { FileItem, ReadOptions } from './file-items';
import type { ExportPaper, FileChunk, FormatDefinition, WriteOptions } from './format';
import { html } from './html';
import { ids } from './ids';
import { json } from './json';
import { links } from './links';
import { markdown } from './markdown';
import { nbib } from './nbib';
import { noteExpress } from './noteexpress';
import { obsidian } from './obsidian';
import { papermemory } from './papermemory';
import { refworks } from './refworks';
import { ris } from './ris';
import { webOfScience } from './web-of-science';

/** All formats, in the order in which the export dialog offers them. */
export const formats = [
  bibtex,
  biblatex,
  ris,
  csl,
  csv,
  markdown,
  obsidian,
  html,
  links,
  json,
  papermemory,
  nbib,
  webOfScience,
  endnote,
  endnoteXml,
  refworks,
  noteExpress,
  cnki,
  ids,
] as const;

export type FormatId = (typeof formats)[number]['id'];

/** A format of the list. */
export type Format = FormatDefinition<FormatId>;

const all: readonly Format[] = formats;

export const formatOf = (id: string): Format | undefined => all.find((format) => format.id === id);

/** Formats that can be written. */
export const writable = (): Format[] => all.filter((format) => format.write !== undefined);

/** Writes a file as one text, synchronously: for few papers, previews and tests. Throws for formats of bytes. */
export function writeText(id: FormatId, papers: readonly ExportPaper[], options: WriteOptions): string {
  let text = '';
  for (const chunk of chunksOf(id, papers, options)) {
    if (typeof chunk !== 'string') throw new TypeError(`${id} is not text`);
    text += chunk;
  }
  return text;
}

/**
 * Writes a file piece by piece. After each slice of time it awaits `pause`, so that a page stays responsive.
 * Throws the signal's reason when aborted.
 */
export async function writeFile(
  id: FormatId,
  papers: readonly ExportPaper[],
  options: WriteOptions,
  { signal, pause }: { signal?: AbortSignal; pause: () => Promise<void> },
): Promise<FileChunk[]> {
  const parts: FileChunk[] = [];
  await inSlices(
    chunksOf(id, papers, options),
    (chunk) => parts.push(chunk),
    async () => {
      await pause();
      signal?.throwIfAborted();
    },
  );
  return parts;
}

/**
 * Recognises the format of a text by its content, never by the file's name. Any other text is read as `ids`, since it may
 * name papers; undefined for binary content.
 */
export function recognise(text: string): Format | undefined {
  const head = text.slice(0, 1 << 16);
  let best: { format: Format; sureness: number } | undefined;
  for (const format of all) {
    const sureness = format.looksLike?.(head) ?? 0;
    if (sureness > (best?.sureness ?? 0)) best = { format, sureness };
  }
  return best?.format ?? (head.includes('\0') ? undefined : ids);
}

/** A file of a known format. */
export interface OpenFile {
  format: Format;
  /** Length of its text in UTF-16 units; progress (`at`) counts up to it. */
  size: number;
  items: AsyncIterable<FileItem>;
}

/** Opens a file in the given format, otherwise in the one recognised. Undefined if it is no file of papers. */
export function readFile(bytes: Uint8Array, from?: FormatId, options?: ReadOptions): OpenFile | undefined {
  const text = decodeFile(bytes);
  const format = from ? formatOf(from) : recognise(text);
  return format?.read && { format, size: text.length, items: format.read(text, options) };
}

function chunksOf(id: FormatId, papers: readonly ExportPaper[], options: WriteOptions): Iterable<FileChunk> {
  const write = formatOf(id)?.write;
  if (!write) throw new TypeError(`${id} cannot be written`);
  return write(papers, options);
}

export { type CitationStyle, citationStyles, cite, styleNames } from './cite';
export type { FileEntry, FileItem, FileProblem } from './file-items';
export type { Choices, ExportPaper, FileChunk, WriteOptions } from './format';
export { toExport } from './format';
export { markdownLinkOf } from './markdown';
export { type ZoteroItem, zoteroItem } from './zotero';
