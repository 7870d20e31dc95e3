/** Types of an import plan, which is shown before anything is written. */
import type { LibraryParts } from '../../formats/file-items';
import type { Incoming } from './incoming';

/** About the file whose entries are imported. */
export interface ImportOptions {
  /** Name of the source in the records: `import:` and the format's id. */
  site: string;
  /** Contents of a backup besides papers. */
  library?: Partial<LibraryParts>;
  signal?: AbortSignal;
  /** Called with the share that is done, 0 to 1. */
  progress?: (done: number) => void;
}

/** One paper of a file, compared with the library. */
export interface PlannedPaper {
  /** `twin`: the same as a new paper earlier in the file. */
  is: 'new' | 'changed' | 'same' | 'twin';
  title: string;
  /** Number of the paper in the library. */
  n?: number;
  /**
   * Names of what would change: facts, `ids`, `tags`, `note`, `status`, `starred`, `removed` (it would leave the
   * trash).
   */
  changes: string[];
  incoming: Incoming;
}

/** What an import would do. Nothing has been written. */
export interface ImportPlan {
  papers: PlannedPaper[];
  /** Entries that cannot be stored, with their first line (0: not known) and the reason in English. */
  refused: { line: number; title: string; reason: string }[];
  library: Partial<LibraryParts>;
}

/** How a plan is carried out. */
export interface HowToApply {
  /**
   * Makes the library equal to the file: other papers go to the trash, and papers in both become what the file says.
   * Otherwise the two are merged.
   */
  replace?: boolean;
  /** When aborted, the import is rolled back and throws the signal's reason. */
  signal?: AbortSignal;
  /** Called with the share that is done, 0 to 1. */
  progress?: (done: number) => void;
}
