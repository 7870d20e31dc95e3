import { useRef, useState } from 'preact/hooks';
import { downloadBackup } from '../../backup/make';
import { restorable } from '../../backup/restore-settings';
import { readPaperFile } from '../../files/read-file';
import type { FileProblem } from '../../formats';
import type { ReadOptions, UnknownTable } from '../../formats/file-items';
import { LibraryError } from '../../library/error';
import type { ImportPlan } from '../../library/import/import-plan';
import type { Library } from '../../library/library';
import { plural, t } from '../../locale';
import * as settings from '../../settings';
import type { Changes } from '../library/use-changes';

/** The result of reading a file and comparing it with the library. */
export interface Preview {
  name: string;
  /** The format's proper name. */
  format: string;
  isBackup: boolean;
  plan: ImportPlan;
  problems: FileProblem[];
  /** Names of fields that are not kept, and how many records have them. */
  leftOut: [name: string, count: number][];
  /** Whether the library is empty, as after an installation. */
  isFirst: boolean;
}

/** How to import a backup. */
export interface HowToImport {
  /** Replace the library, after downloading a safety copy of it. */
  replace: boolean;
  /** Import its settings, too. */
  settings: boolean;
}

/** State of an import. Nothing is written before the user confirms the preview. */
export type ImportState =
  | { is: 'none' }
  /** `done`: 0 to 1. */
  | { is: 'reading'; name: string; done: number }
  | { is: 'preview'; preview: Preview }
  /** A table whose columns must be named by hand. */
  | { is: 'columns'; file: File; table: UnknownTable }
  /** `done`: 0 to 1. */
  | { is: 'writing'; done: number }
  /** A backup whose schema is newer than ours. */
  | { is: 'newer' }
  | { is: 'failed'; error: unknown }
  | { is: 'not-recognised'; name: string };

/** Reads a file, compares it with the library, and imports it. */
export function useImport(library: Library, changes: Changes) {
  const [state, setState] = useState<ImportState>({ is: 'none' });
  const running = useRef<AbortController>(undefined);
  const reset = () => {
    running.current?.abort();
    setState({ is: 'none' });
  };

  const look = async (file: File, signal: AbortSignal, options?: ReadOptions) => {
    const report = (done: number) => {
      if (!signal.aborted) setState({ is: 'reading', name: file.name, done });
    };
    report(0);
    const read = await readPaperFile(file, signal, (done) => report(done / 2), options);
    if (!read) return setState({ is: 'not-recognised', name: file.name });
    const { format, table } = read;
    if (table) return setState({ is: 'columns', file, table });
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
      leftOut: read.leftOut,
      isFirst: (await library.size()) === 0,
    };
    if (!signal.aborted) setState({ is: 'preview', preview });
  };
  const choose = (file: File, options?: ReadOptions) => {
    running.current?.abort();
    const reading = new AbortController();
    running.current = reading;
    look(file, reading.signal, options).catch((error) => {
      if (reading.signal.aborted) return;
      const isNewer = error instanceof LibraryError && error.code === 'newer';
      setState(isNewer ? { is: 'newer' } : { is: 'failed', error });
    });
  };
  /** Carries out the import that the preview shows. */
  const apply = async ({ plan }: Preview, how: HowToImport) => {
    const writing = new AbortController();
    running.current = writing;
    const { signal } = writing;
    const progress = (done: number) => {
      if (!signal.aborted) setState({ is: 'writing', done });
    };
    progress(0);
    const write = async (own: Library) => {
      if (how.replace && (await own.size()) > 0) await downloadBackup(own);
      const change = await own.applyImport(plan, { replace: how.replace, signal, progress });
      if (how.settings) await settings.set(restorable(plan.library.settings, await settings.get()));
      return change;
    };
    await changes.attempt(
      (own) =>
        write(own).catch((error) => {
          if (signal.aborted) return undefined;
          throw error;
        }),
      (change) => (change ? plural('importDone', change.numbers.length) : t('importStopped')),
    );
  };
  return { state, choose, reset, apply };
}
