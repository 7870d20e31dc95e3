import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pause } from '../../async/pause';
import { runInSlices } from '../../async/slices';
import { backupParts } from '../../backup/make';
import { type Exported, exportPapers, piecesOf, writeOptions } from '../../files/export-file';
import type { Choices, ExportPaper, FileChunk, Format, WriteOptions } from '../../formats';
import { keysInSteps } from '../../formats/citation-keys';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';
import * as settings from '../../settings';
import { errorWords } from '../library/error-words';
import type { Tags } from '../tags/use-tags';

/** Length of the preview, UTF-16 units. */
const previewLength = 1500;
/** Papers in the preview. */
const previewPapers = 8;
/** Rows read at a time. */
const batch = 500;
/** Up to so many papers are read while the dialog is open, so that the file is ready at the click; more only at the click. */
const maxReadAhead = 20_000;

/** What is read of the papers to export while the dialog is open. */
export interface PreparedExport {
  numbers: readonly number[];
  /** Citation keys by paper number: unique among these and in the whole library. */
  keys: ReadonlyMap<number, string>;
  /** Papers without author names, and how many of them have an arXiv id to look them up by. */
  lacking: number;
  completable: number;
  /** The papers in full: already read, or read now where they were too many. */
  papers(): Promise<Exported>;
}

/** The rows of papers, which is all that citation keys need: for exports too large to read in full ahead. */
async function readRows(library: Library, numbers: readonly number[], signal: AbortSignal) {
  const rows: Pick<Row, 'n' | 'ids' | 'facts' | 'citationKeys'>[] = [];
  for (let at = 0; at < numbers.length; at += batch) {
    rows.push(...(await library.rows(numbers.slice(at, at + batch))));
    await pause();
    signal.throwIfAborted();
  }
  return { papers: rows, numbers: rows.map(({ n }) => n) };
}

async function prepare(
  library: Library,
  tags: Tags,
  numbers: readonly number[],
  template: string,
  signal: AbortSignal,
): Promise<PreparedExport> {
  const read = numbers.length <= maxReadAhead ? await exportPapers(library, tags.byId, numbers, signal) : undefined;
  const { papers: cited, numbers: found } = read ?? (await readRows(library, numbers, signal));
  const taken = await library.citationKeys(template);
  for (const n of found) taken.delete(n);
  const keys = await runInSlices(keysInSteps(cited, template, taken.values()), signal);
  const lacking = cited.filter(({ facts }) => !facts.authors?.length);
  return {
    numbers: found,
    papers: async () => read ?? exportPapers(library, tags.byId, found, signal),
    keys: new Map(found.map((n, i) => [n, keys[i] ?? ''])),
    lacking: lacking.length,
    completable: lacking.filter(({ ids }) => ids.some((id) => id.startsWith('arxiv:'))).length,
  };
}

/** Prepares an export, again after each change of the library. `latest` is for actions to wait for, `prepared` for display. */
export function usePreparedExport(
  library: Library,
  tags: Tags,
  numbers: readonly number[] | undefined,
  template: string,
) {
  const [prepared, setPrepared] = useState<PreparedExport>();
  const [changes, setChanges] = useState(0);
  const [error, setError] = useState<unknown>();
  const latest = useRef<Promise<PreparedExport>>(undefined);
  useEffect(() => library.onChange(() => setChanges((times) => times + 1)), [library]);
  // A layout effect: a click on what this render shows must find the request already made.
  useLayoutEffect(() => {
    if (!numbers) return;
    const stop = new AbortController();
    const work = prepare(library, tags, numbers, template, stop.signal);
    latest.current = work;
    work.then(setPrepared, (reason) => stop.signal.aborted || setError(reason));
    return () => stop.abort();
  }, [library, tags, numbers, template, changes]);
  return { prepared, latest, error };
}

/** The beginning of the file, as text. */
export function usePreview(
  library: Library,
  tags: Tags,
  format: Format | undefined,
  prepared: PreparedExport | undefined,
  choices: Choices & Pick<WriteOptions, 'title' | 'intro'>,
): string {
  const [papers, setPapers] = useState<{ list: readonly ExportPaper[]; keys: string[] }>();
  const [text, setText] = useState('');
  useEffect(() => {
    if (!prepared) return;
    const stop = new AbortController();
    exportPapers(library, tags.byId, prepared.numbers.slice(0, previewPapers), stop.signal).then(
      ({ papers: list, numbers }) =>
        stop.signal.aborted || setPapers({ list, keys: numbers.map((n) => prepared.keys.get(n) ?? '') }),
      (error) => stop.signal.aborted || setText(errorWords(error)),
    );
    return () => stop.abort();
  }, [library, tags, prepared]);
  useEffect(() => {
    if (!format || !papers) return;
    setText(previewText(format, papers.list, { ...choices, keys: papers.keys }));
  }, [format, papers, choices]);
  return text;
}

function previewText(format: Format, papers: readonly ExportPaper[], options: Partial<WriteOptions>): string {
  const all = writeOptions(options);
  let text = format.preview?.(papers, all) ?? '';
  for (const piece of format.preview ? [] : (format.write?.(papers, all) ?? [])) {
    text += piece;
    if (text.length > previewLength) break;
  }
  return text.length > previewLength ? `${text.slice(0, previewLength)}…` : text;
}

/** Makes the file, in pieces. Throws the signal's reason when it is aborted. */
export async function makeFile(
  library: Library,
  format: Format,
  prepared: PreparedExport,
  choices: Choices & Pick<WriteOptions, 'title' | 'intro'>,
  signal: AbortSignal,
): Promise<FileChunk[]> {
  const { papers, numbers } = await prepared.papers();
  signal.throwIfAborted();
  const keys = numbers.map((n) => prepared.keys.get(n) ?? '');
  const parts = format.id === 'json' ? { library: await jsonParts(library, papers) } : {};
  return piecesOf(format, papers, { ...choices, ...parts, keys }, signal);
}

/** What a JSON file holds besides the papers: their tags' colours; if it has all papers, everything, so that it is a backup. */
async function jsonParts(library: Library, papers: readonly ExportPaper[]) {
  const parts = await backupParts(library);
  if (papers.length >= (await library.size())) return parts;
  const names = new Set(papers.flatMap((paper) => paper.tags));
  return { tags: parts.tags.filter(({ name }) => names.has(name)), schema: parts.schema };
}

/** Records an export: its citation keys stay with the papers, and papers saved later count as new. */
export async function recordExport(
  library: Library,
  kind: settings.ExportKind,
  { keys, template }: { keys?: ReadonlyMap<number, string>; template: string },
): Promise<void> {
  const [{ exported }, { numbers }] = await Promise.all([settings.get(), library.find('')]);
  const upTo = numbers.reduce((greatest, n) => Math.max(greatest, n), 0);
  await settings.set({ exported: { ...exported, [kind]: { upTo, at: Date.now() } } });
  if (keys) await library.keepCitationKeys(template, keys);
}
