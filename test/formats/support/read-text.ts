import { type FormatId, readFile } from '../../../src/formats';
import type { FileEntry, FileProblem, ReadOptions, UnknownTable } from '../../../src/formats/file-items';

/** Everything that a file gives. */
export interface ReadResult {
  format: string | undefined;
  entries: FileEntry[];
  problems: FileProblem[];
  /** How often each field was left out. */
  leftOut: Record<string, number>;
  table?: UnknownTable;
}

/** Reads a text or bytes, of a format or of the one recognised. */
export async function readText(file: string | Uint8Array, id?: FormatId, options?: ReadOptions): Promise<ReadResult> {
  const opened = readFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, id, options);
  const result: ReadResult = { format: opened?.format.id, entries: [], problems: [], leftOut: {} };
  for await (const item of opened?.items ?? []) {
    if ('entry' in item) result.entries.push(item.entry);
    else if ('problem' in item) result.problems.push(item.problem);
    else if ('table' in item) result.table = item.table;
    else if ('leftOut' in item) for (const name of item.leftOut) result.leftOut[name] = (result.leftOut[name] ?? 0) + 1;
  }
  return result;
}
