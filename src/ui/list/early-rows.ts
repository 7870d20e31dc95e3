import type { Library } from '../../library/library';
import type { Row } from '../../library/types';

/** Rows read from the index before the first query is answered. */
const earlyRows = 50;

const reading = new WeakMap<Library, Promise<readonly Row[]>>();

/** Starts to read the newest rows: when a page begins, before it knows what to draw. */
export function startEarlyRows(library: Library): void {
  reading.set(library, read(library));
}

/** The newest rows; those that were started to be read, once. They would be old later. Empty where they cannot be read. */
export function takeEarlyRows(library: Library): Promise<readonly Row[]> {
  const started = reading.get(library);
  reading.delete(library);
  return started ?? read(library);
}

/** Lets go of what was started. */
export const dropEarlyRows = (library: Library): void => void reading.delete(library);

// An error is not shown here: the query that follows fails in the same way.
const read = (library: Library) => library.newest(earlyRows).catch((): readonly Row[] => []);
