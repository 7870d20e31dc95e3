/** Empties the trash: the only change that cannot be undone. */

import { ignoreRejection } from './db/ignore-rejection';
import { batchSize } from './write/change';
import { readState } from './write/journal';
import type { WriteContext } from './write/write-context';

/** How long a removed paper stays in the trash, in milliseconds: 30 days. */
export const keepFor = 30 * 24 * 60 * 60 * 1000;

/**
 * Time between first finding an expired paper and deleting it, in milliseconds. A clock may be wrong for an hour, even
 * by years, and a deletion is final. So a paper must still be expired at an opening of the library a day later.
 */
const secondLook = 24 * 60 * 60 * 1000;

const dueAt = (time: number) => IDBKeyRange.upperBound(time - keepFor);

/**
 * Deletes papers that have been in the trash long enough and were already expired at an opening a day or more ago.
 * Otherwise notes when papers were first found expired. A clock that was set back starts the wait again. Returns how
 * many were deleted.
 */
export async function emptyDue(ctx: WriteContext): Promise<number> {
  const now = ctx.now();
  const look = await ctx.connection.read(['papers', 'state'], async (tx) => {
    const index = tx.objectStore('papers').index('removedAt');
    const { dueSince } = await readState(tx);
    return { dueSince, isDue: (await index.getKey(dueAt(now))) !== undefined };
  });
  const since = look.dueSince ?? now;
  const isSecond = now - since >= secondLook;
  const gone = isSecond ? await throwAway(ctx, dueAt(since)) : 0;
  // Write the note only if it changes: none yet, used now, or in the future because the clock was set back.
  if (look.isDue ? look.dueSince === undefined || isSecond || since > now : look.dueSince !== undefined) {
    await note(ctx, look.isDue ? now : undefined);
  }
  return gone;
}

async function note(ctx: WriteContext, dueSince: number | undefined): Promise<void> {
  await ctx.connection.write(async (tx) => {
    const { dueSince: _, ...state } = await readState(tx);
    ignoreRejection(tx.objectStore('state').put(dueSince === undefined ? state : { ...state, dueSince }));
  });
}

/** Deletes everything in the trash. Returns how many papers that were. */
export const emptyTrash = (ctx: WriteContext): Promise<number> => throwAway(ctx);

async function throwAway(ctx: WriteContext, range?: IDBKeyRange): Promise<number> {
  let gone = 0;
  for (;;) {
    const some = await ctx.connection.write(async (tx) => {
      const papers = tx.objectStore('papers');
      const rows = await papers.index('removedAt').getAll(range, batchSize);
      for (const { n } of rows) {
        ignoreRejection(papers.delete(n));
        ignoreRejection(tx.objectStore('texts').delete(n));
      }
      await ctx.finder.record(
        tx,
        rows.map((row) => ({ n: row.n, before: row })),
      );
      return rows;
    });
    if (some.length === 0) return gone;
    gone += some.length;
    ctx.announce({ numbers: some.map(({ n }) => n), keys: some.flatMap(({ ids }) => ids) });
  }
}
