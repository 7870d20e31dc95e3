/** Undoes and redoes changes from the journal, and finishes changes that were interrupted when the browser died. */

import { ignoreRejection } from '../db/ignore-rejection';
import { LibraryError } from '../error';
import type { Change, Origin } from '../types';
import { apply, keepGone } from './apply';
import type { Way } from './diff';
import * as journal from './journal';
import { UnitOfWork } from './unit-of-work';
import type { WriteContext } from './write-context';

/**
 * Undoes a change; by default the newest that is not undone. Throws `missing` if there is none, `refused` if a page may
 * not undo it.
 */
export async function undo(ctx: WriteContext, id: number | undefined, origin: Origin): Promise<Change> {
  const entry = await ctx.connection.read(['journal'], async (tx) =>
    id === undefined
      ? journal.newestStanding(tx, origin === 'page' ? 'page' : undefined)
      : tx.objectStore('journal').get(id),
  );
  if (!entry || entry.standing === 0 || (entry.open && entry.open !== 'undo')) throw gone();
  if (origin === 'page' && entry.origin !== 'page') {
    throw new LibraryError('refused', 'A page can only take back what was done from a page.');
  }
  return turnLocked(ctx, entry.id, 'undo', entry.parts);
}

/** Redoes the change that was undone last. Throws `missing` if there is none, or if something new was done since. */
export async function redo(ctx: WriteContext): Promise<Change> {
  const entry = await ctx.connection.read(['state', 'journal'], async (tx) => {
    const id = (await journal.readState(tx)).undone.at(-1);
    return id === undefined ? undefined : tx.objectStore('journal').get(id);
  });
  if (!entry) throw gone();
  return turnLocked(ctx, entry.id, 'redo', entry.parts);
}

const gone = () => new LibraryError('missing', 'There is no such change any more.');

/**
 * Large changes are undone and redone under the lock, so that a page that opens the library does not take them for
 * interrupted ones.
 */
function turnLocked(ctx: WriteContext, id: number, way: Way, parts: number): Promise<Change> {
  return parts > 1 ? ctx.withLock(() => turn(ctx, id, way)) : turn(ctx, id, way);
}

/** Finishes or rolls back changes that were interrupted when the browser died. */
export async function recover(ctx: WriteContext): Promise<void> {
  const open = await ctx.connection.read(['journal'], async (tx) =>
    (await tx.objectStore('journal').getAll()).filter((entry) => entry.open),
  );
  for (const entry of open) {
    if (entry.open === 'do') await takeBack(ctx, entry.id);
    else await turn(ctx, entry.id, entry.open === 'redo' ? 'redo' : 'undo');
  }
}

/** Rolls back an unfinished change and deletes its entry. */
export const takeBack = (ctx: WriteContext, id: number): Promise<Change> => turn(ctx, id, 'undo', true);

/**
 * Applies an entry in one direction, one transaction per part; for undo the last part first. `forget` deletes the entry
 * afterwards.
 */
async function turn(ctx: WriteContext, id: number, way: Way, forget = false): Promise<Change> {
  const total: Change = { id, numbers: [], keys: [] };
  for (let finished = false; !finished; ) {
    const some = await ctx.connection.write(async (tx) => {
      const state = await journal.readState(tx);
      const entry = await tx.objectStore('journal').get(id);
      // Another page may have done it in the meantime.
      if (!entry || (!forget && entry.standing === (way === 'undo' ? 0 : entry.parts))) throw gone();
      const part = await tx.objectStore('diffs').get([id, way === 'undo' ? entry.standing - 1 : entry.standing]);
      const unit = new UnitOfWork(tx, state, id, ctx.now());
      if (part) await apply(unit, part.diffs, way);
      const written = await unit.write(ctx.finder, false);
      if (part) ignoreRejection(tx.objectStore('diffs').put({ ...part, diffs: keepGone(part.diffs, written.diffs) }));
      entry.standing += way === 'undo' ? -1 : 1;
      finished = entry.standing <= 0 || entry.standing >= entry.parts;
      entry.open = forget ? 'do' : way;
      if (finished) delete entry.open;
      if (finished && way === 'undo') state.undone.push(id);
      if (finished && way === 'redo') state.undone = state.undone.filter((other) => other !== id);
      if (finished && forget) {
        journal.forget(tx, id);
        state.undone.pop();
      } else ignoreRejection(tx.objectStore('journal').put(entry));
      ignoreRejection(tx.objectStore('state').put(state));
      return written;
    });
    total.numbers.push(...some.numbers);
    total.keys.push(...some.keys);
    ctx.announce(some);
  }
  return total;
}
