/** Reads a file of papers in a worker of its own. */
import type { FileProblem, FormatId } from '../formats';
import type { LibraryParts } from '../formats/file-items';
import type { CheckedEntry } from '../library/import/incoming';
import type { ReaderMessage } from './read-messages';

/** Everything read from a file. */
export interface ReadFile {
  format: { id: FormatId; name: string };
  /** Checked entries, and those that were refused. */
  entries: CheckedEntry[];
  problems: FileProblem[];
  library: Partial<LibraryParts>;
}

/** Reads a file. `progress`: 0 to 1. Resolves to undefined if it is no file of papers. Rejects with the signal's reason when aborted. */
export function readPaperFile(
  file: Blob,
  signal: AbortSignal,
  progress: (done: number) => void,
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
      if (data.is === 'format') read = { format: data, entries: [], problems: [], library: {} };
      else if (data.is === 'batch') {
        read?.entries.push(...data.entries);
        read?.problems.push(...data.problems);
        if (read) Object.assign(read.library, data.library);
        progress(data.done);
      } else if (data.is === 'failed') settle(() => reject(new Error(data.reason)));
      else settle(() => resolve(read));
    };
    worker.postMessage(file);
  });
}
