import { toRow } from '../../library/db/row';
import { schemaVersion } from '../../library/db/schema';
import type { FirstRows } from '../../library/first-rows';
import type { Library } from '../../library/library';
import type { Row } from '../../library/types';

/** Rows read from the index before the first query is answered. */
const maxRows = 50;
/** How long a page waits for rows before it is drawn without them, ms. */
const patienceMs = 150;

const handedIn = new WeakMap<Library, readonly Row[]>();

/**
 * Hands in the newest rows, which a page began to read before its own code was loaded, so that the first frame has them. Resolves
 * once they are there or take too long. Those of a database of another version are not used.
 */
export async function awaitEarlyRows(library: Library, first: Promise<FirstRows>): Promise<void> {
  const late = new Promise<undefined>((go) => setTimeout(go, patienceMs));
  const found = await Promise.race([first, late]);
  if (found?.version === schemaVersion) handedIn.set(library, found.rows.map(toRow));
}

/** The rows that were handed in, once: they would be old later. */
export function takeEarlyRows(library: Library): readonly Row[] | undefined {
  const rows = handedIn.get(library);
  handedIn.delete(library);
  return rows;
}

/** The newest rows. Empty where they cannot be read: an error is not shown here, the query that follows fails in the same way. */
export const readEarlyRows = (library: Library): Promise<readonly Row[]> =>
  library.newest(maxRows).catch((): readonly Row[] => []);
