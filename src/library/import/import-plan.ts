/** What an import would do, as it is shown before anything is written. */
import type { LibraryParts } from '../../formats/format';
import type { Incoming } from './incoming';

/** What is known of a file whose entries are to be imported. */
export interface ImportOptions {
  /** `import:` and the format's id: the source's name in the records. */
  site: string;
  /** What a backup holds beside papers. */
  library?: Partial<LibraryParts>;
  signal?: AbortSignal;
  /** Called with the part done, 0 to 1. */
  progress?: (done: number) => void;
}

/** One paper of a file against the library. */
export interface PlannedPaper {
  /** `twin`: the file has the same paper before, which is new. */
  is: 'new' | 'changed' | 'same' | 'twin';
  title: string;
  /** Number of the paper that is here already. */
  n?: number;
  /** What would change, by name: facts, `ids`, `tags`, `note`, `status`, `starred`, `removed` (it would come out of the trash). */
  changes: string[];
  incoming: Incoming;
}

/** What an import would do: nothing has been written. */
export interface ImportPlan {
  papers: PlannedPaper[];
  /** Entries that cannot be kept, with the line they begin on (0: not known) and why, in plain English. */
  refused: { line: number; title: string; reason: string }[];
  library: Partial<LibraryParts>;
}

/** How a plan is carried out. */
export interface HowToApply {
  /**
   * The library becomes the file: what is not in it goes to the trash, and what is in both becomes what the file says.
   * Otherwise the two are merged.
   */
  replace?: boolean;
  /** Aborted: what was done is taken back, and the import fails with the signal's reason. */
  signal?: AbortSignal;
  /** Called with the part done, 0 to 1. */
  progress?: (done: number) => void;
}
