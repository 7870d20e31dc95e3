/** What the reader of files tells the page that waits for it. */
import { type FileProblem, type FormatId, readFile } from '../formats';
import type { LibraryParts } from '../formats/format';
import { type CheckedEntry, checkedEntry } from '../library/import/incoming';

/** In this order: what it is, what it holds lot by lot, the end. */
export type ReaderMessage =
  | { is: 'format'; id: FormatId; name: string }
  /** No file of papers. */
  | { is: 'strange' }
  /** `done`: the part of the file that was read, 0 to 1. */
  | { is: 'lot'; entries: CheckedEntry[]; problems: FileProblem[]; library: Partial<LibraryParts>; done: number }
  | { is: 'end' }
  | { is: 'failed'; why: string };

/** Entries in a lot, and milliseconds after which one is told though it is small. */
const most = 100;
const longest = 100;

/** Reads a file, checks its entries, and tells all of it. Throws nothing. */
export async function postFile(file: Blob, tell: (message: ReaderMessage) => void): Promise<void> {
  try {
    const opened = readFile(new Uint8Array(await file.arrayBuffer()));
    if (!opened) return tell({ is: 'strange' });
    const { format, items, size } = opened;
    tell({ is: 'format', id: format.id, name: format.name });
    const now = Date.now();
    let schema: number | undefined;
    let lot = empty(0);
    let since = performance.now();
    for await (const item of items) {
      if ('entry' in item) lot.entries.push(checkedEntry(item.entry, `import:${format.id}`, now, schema));
      else if ('problem' in item) lot.problems.push(item.problem);
      else if ('library' in item) {
        Object.assign(lot.library, item.library);
        schema = item.library.schema;
      } else lot.done = item.at / size;
      if (lot.entries.length < most && performance.now() - since < longest) continue;
      tell(lot);
      lot = empty(lot.done);
      since = performance.now();
    }
    tell({ ...lot, done: 1 });
    tell({ is: 'end' });
  } catch (error) {
    tell({ is: 'failed', why: String(error) });
  }
}

const empty = (done: number): ReaderMessage & { is: 'lot' } => ({
  is: 'lot',
  entries: [],
  problems: [],
  library: {},
  done,
});
