/** Reads a file of papers in a worker of its own. */
import type { FileProblem, FormatId } from '../formats';
import type { LibraryParts, ReadOptions, UnknownTable } from '../formats/file-items';
import type { CheckedEntry } from '../library/import/incoming';
import type { ReaderMessage, ReaderRequest } from './read-messages';

/** Everything read from a file. */
export interface ReadFile {
  format: { id: FormatId; name: string };
  /** Checked entries, and those that were refused. */
  entries: CheckedEntry[];
  problems: FileProblem[];
  library: Partial<LibraryParts>;
  /** Names of fields that are not kept, and how many records have them. */
  leftOut: [name: string, count: number][];
  /** A table whose columns are not known: to be read again with `ReadOptions.columns`. */
  table?: UnknownTable;
}

/** Reads a file. `progress`: 0 to 1. Resolves to undefined if it is no file of papers. Rejects with the signal's reason when aborted. */
export function readPaperFile(
  file: Blob,
  signal: AbortSignal,
  progress: (done: number) => void,
  options?: ReadOptions,
): Promise<ReadFile | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    const stop = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    let read: ReadFile | undefined;
    const settle = (settled: () => void) => {
      signal.removeEventListener('abort', stop);
      end();
      settled();
    };
    worker.onerror = (event) => settle(() => reject(new Error(event.message)));
    worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => {
      if (data.is === 'format') read = { format: data, entries: [], problems: [], library: {}, leftOut: [] };
      else if (data.is === 'batch') {
        read?.entries.push(...data.entries);
        read?.problems.push(...data.problems);
        if (read) Object.assign(read.library, data.library);
        progress(data.done);
      } else if (data.is === 'failed') settle(() => reject(new Error(data.reason)));
      else if (data.is === 'table') {
        if (read) read.table = data.table;
      } else {
        if (read && data.is === 'end') read.leftOut = data.leftOut;
        settle(() => resolve(read));
      }
    };
    worker.postMessage({ file, ...(options && { options }) } satisfies ReaderRequest);
  });
}
