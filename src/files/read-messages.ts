/** Messages from the worker that reads a file to the page that waits for it. */
import { type FileProblem, type FormatId, readFile } from '../formats';
import type { LibraryParts, ReadOptions, UnknownTable } from '../formats/file-items';
import { type CheckedEntry, checkedEntry } from '../library/import/incoming';

/** What the worker is asked to read. */
export interface ReaderRequest {
  file: Blob;
  options?: ReadOptions;
}

/** In this order: the format, entries in batches, the end. */
export type ReaderMessage =
  | { is: 'format'; id: FormatId; name: string }
  /** No file of papers. */
  | { is: 'not-recognised' }
  /** `done`: progress, 0 to 1. */
  | { is: 'batch'; entries: CheckedEntry[]; problems: FileProblem[]; library: Partial<LibraryParts>; done: number }
  /** A table whose columns are not known. */
  | { is: 'table'; table: UnknownTable }
  /** `leftOut`: names of fields that are not kept, and how many records have them. */
  | { is: 'end'; leftOut: [name: string, count: number][] }
  | { is: 'failed'; reason: string };

/** A batch is posted when it has this many entries, or after this many milliseconds. */
const batchSize = 100;
const batchMs = 100;

/** Reads a file, checks its entries and posts them in batches. Never throws: errors are posted as `failed`. */
export async function postFile(
  file: Blob,
  post: (message: ReaderMessage) => void,
  options?: ReadOptions,
): Promise<void> {
  try {
    const opened = readFile(new Uint8Array(await file.arrayBuffer()), options?.columns && 'csv', options);
    if (!opened) return post({ is: 'not-recognised' });
    const { format, items, size } = opened;
    post({ is: 'format', id: format.id, name: format.name });
    const now = Date.now();
    let schema: number | undefined;
    let batch = empty(0);
    const leftOut = new Map<string, number>();
    let since = performance.now();
    for await (const item of items) {
      if ('entry' in item) batch.entries.push(checkedEntry(item.entry, `import:${format.id}`, now, schema));
      else if ('problem' in item) batch.problems.push(item.problem);
      else if ('library' in item) {
        Object.assign(batch.library, item.library);
        schema = item.library.schema;
      } else if ('table' in item) post({ is: 'table', table: item.table });
      else if ('leftOut' in item) for (const name of item.leftOut) leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
      else if ('at' in item) batch.done = item.at / size;
      if (batch.entries.length < batchSize && performance.now() - since < batchMs) continue;
      post(batch);
      batch = empty(batch.done);
      since = performance.now();
    }
    post({ ...batch, done: 1 });
    post({ is: 'end', leftOut: [...leftOut] });
  } catch (error) {
    post({ is: 'failed', reason: String(error) });
  }
}

const empty = (done: number): ReaderMessage & { is: 'batch' } => ({
  is: 'batch',
  entries: [],
  problems: [],
  library: {},
  done,
});
