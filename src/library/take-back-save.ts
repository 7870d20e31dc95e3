/** Takes back a save from a page, as a page may: nothing is deleted, the papers go to the trash. */
import type { Diff } from './db/schema';
import { LibraryError } from './error';
import type { Change } from './types';
import { change } from './write/change';
import { partKeys } from './write/journal';
import type { WriteContext } from './write/write-context';

/**
 * Moves to the trash the papers that a save from a page added or restored. Papers that somebody else changed last stay: whose
 * last change is not among `changes`, those of the same page. So do papers that a page joined with another one, which may be the
 * user's. It is a change of its own, which the user can undo. Throws `missing` if there is no such entry, `refused` if it is not a
 * save from a page or no paper may be moved.
 */
export async function takeBackSave(ctx: WriteContext, id: number, changes: readonly number[]): Promise<Change> {
  const [entry, parts] = await ctx.connection.read(['journal', 'diffs'], (tx) =>
    Promise.all([tx.objectStore('journal').get(id), tx.objectStore('diffs').getAll(partKeys(id))]),
  );
  if (!entry || entry.standing === 0 || entry.open)
    throw new LibraryError('missing', 'There is no such change any more.');
  if (entry.origin !== 'page' || entry.what !== 'journalSave')
    throw new LibraryError('refused', 'A page can only take back what it saved.');
  const saved = parts.flatMap(({ diffs }) => diffs).flatMap((diff) => savedBy(diff) ?? []);
  const own = new Set([id, ...changes]);
  const moved = await change(ctx, { what: 'journalRemove', origin: 'page' }, async (unit) => {
    for (const n of saved) {
      const paper = await unit.paper(n, false);
      if (!paper || paper.removedAt !== undefined || paper.joinedByPage || !own.has(paper.change)) continue;
      unit.set(n, { ...paper, removedAt: unit.at });
    }
  });
  if (moved.id === 0) throw new LibraryError('refused', 'Nothing that was saved can be taken back.');
  return moved;
}

/** The number of the paper that a difference added or took out of the trash; undefined for any other. */
function savedBy(diff: Diff): number | undefined {
  if (diff.of !== 'paper') return undefined;
  if (diff.is === 'added') return diff.id;
  const isRestored = diff.is === 'changed' && diff.before.removedAt !== undefined && diff.after.removedAt === undefined;
  return isRestored ? diff.id : undefined;
}
