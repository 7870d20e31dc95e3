/** Emptying the trash: the one change that can not be taken back. */

import { ignoreRejection } from './db/ignore-rejection';
import { batchSize } from './write/change';
import { readState } from './write/journal';
import type { WriteContext } from './write/write-context';

/** How long a removed paper lies in the trash, in milliseconds: 30 days. */
export const keepFor = 30 * 24 * 60 * 60 * 1000;

/**
 * Between the opening at which something was due first and the one that may throw it away, in milliseconds. The clock may be
 * wrong, years ahead for an hour, and this is for good: so it must have gone on, at an opening of the library, for a day.
 */
const secondLook = 24 * 60 * 60 * 1000;

const dueAt = (time: number) => IDBKeyRange.upperBound(time - keepFor);

/**
 * Throws away what has lain in the trash long enough: only what was so at an earlier opening too, a day ago or more. Notes
 * what is to be thrown away at a later one. A clock that was set back begins anew. Returns how many were thrown away.
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
  // Noted once, not at each opening: only where there is nothing noted yet, or what is noted was acted upon or can not be.
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

/** Throws away all that lies in the trash. Returns how many. */
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
