import { useRef, useState } from 'preact/hooks';
import { type Entry, type FileProblem, type OpenFile, openFile } from '../formats';
import type { LibraryParts } from '../formats/format';
import type { ImportPlan, Library } from '../library/library';

/** What is known of a file that was chosen. */
export interface Preview {
  name: string;
  /** The format's proper name. */
  format: string;
  isBackup: boolean;
  plan: ImportPlan;
  problems: FileProblem[];
}

/** Where an import stands. Nothing is written before the user agrees to the preview. */
export type ImportState =
  | { is: 'none' }
  /** `done`: 0 to 1. */
  | { is: 'reading'; name: string; done: number }
  | { is: 'preview'; preview: Preview }
  | { is: 'failed'; error: unknown }
  | { is: 'strange'; name: string };

/** Work between two pauses, ms: less than a frame. */
const slice = 8;
const pause = () => new Promise<void>((go) => setTimeout(go));

interface Read {
  entries: Entry[];
  problems: FileProblem[];
  library: Partial<LibraryParts>;
}

/** Everything a file holds; yields to the page and stops with the signal. */
async function readAll(
  { items, size }: OpenFile,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Read> {
  const read: Read = { entries: [], problems: [], library: {} };
  let until = performance.now() + slice;
  for await (const item of items) {
    if ('entry' in item) read.entries.push(item.entry);
    else if ('problem' in item) read.problems.push(item.problem);
    else if ('library' in item) Object.assign(read.library, item.library);
    else progress(item.at / size);
    if (performance.now() < until) continue;
    await pause();
    signal.throwIfAborted();
    until = performance.now() + slice;
  }
  return read;
}

/** Reads a file and compares it with the library. */
export function useImport(library: Library) {
  const [state, setState] = useState<ImportState>({ is: 'none' });
  const running = useRef<AbortController>(undefined);
  const reset = () => {
    running.current?.abort();
    setState({ is: 'none' });
  };

  const look = async (file: File, signal: AbortSignal) => {
    const report = (done: number) => {
      if (!signal.aborted) setState({ is: 'reading', name: file.name, done });
    };
    report(0);
    const opened = await openFile(new Uint8Array(await file.arrayBuffer()), { pause, signal });
    if (!opened) return setState({ is: 'strange', name: file.name });
    const { format } = opened;
    const read = await readAll(opened, signal, (done) => report(done / 2));
    const plan = await library.importPlan(read.entries, {
      site: `import:${format.id}`,
      library: read.library,
      signal,
      progress: (done) => report((1 + done) / 2),
    });
    const preview = {
      name: file.name,
      format: format.name,
      isBackup: format.id === 'json',
      plan,
      problems: read.problems,
    };
    if (!signal.aborted) setState({ is: 'preview', preview });
  };
  const choose = (file: File) => {
    running.current?.abort();
    const reading = new AbortController();
    running.current = reading;
    look(file, reading.signal).catch((error) => {
      if (!reading.signal.aborted) setState({ is: 'failed', error });
    });
  };
  return { state, choose, reset };
}
