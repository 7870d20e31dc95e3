/**
 * Makes changes. A change is one transaction and one journal entry. Large changes run in batches of 500 papers under
 * one open entry.
 */

import { ignoreRejection } from '../db/ignore-rejection';
import type { StoredEntry } from '../db/schema';
import type { Change } from '../types';
import * as journal from './journal';
import { takeBack } from './undo';
import { UnitOfWork } from './unit-of-work';
import type { Label, WriteContext } from './write-context';

/** Papers changed in one transaction, so that readers do not wait long. */
export const batchSize = 500;

const nothing: Change = { id: 0, numbers: [], keys: [] };

/** Makes a change in one transaction. */
export async function change(
  ctx: WriteContext,
  label: Label,
  make: (unit: UnitOfWork) => Promise<void>,
): Promise<Change> {
  const made = await ctx.connection.write(async (tx) => {
    const state = await journal.readState(tx);
    const id = state.nextEntry++;
    const at = ctx.now();
    const unit = new UnitOfWork(tx, state, id, at);
    await make(unit);
    const written = await unit.write(ctx.finder, true);
    if (written.diffs.length === 0) return nothing;
    await journal.begin(tx, state, label.origin);
    journal.add(tx, { id, at, ...label, papers: 0, parts: 0, standing: 0 }, written);
    ignoreRejection(tx.objectStore('state').put(state));
    return { id, numbers: written.numbers, keys: written.keys };
  });
  if (made.id !== 0) ctx.announce(made);
  return made;
}

/** Progress, cancellation and the last step of a change of many papers. */
export interface ProgressOptions {
  /** Runs in the last transaction. */
  last?: (unit: UnitOfWork) => Promise<void>;
  /** When aborted, the change is rolled back and throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called with the share that is done, 0 to 1. */
  progress?: ((done: number) => void) | undefined;
}

/**
 * Makes a change of many papers. Up to 500 are one transaction. More take several transactions under a journal entry
 * that stays open until the last; if the browser dies in between, the next start rolls the change back.
 */
export async function changeEach<P>(
  ctx: WriteContext,
  label: Label,
  papers: readonly P[],
  make: (unit: UnitOfWork, some: readonly P[]) => Promise<void>,
  options: ProgressOptions = {},
): Promise<Change> {
  if (papers.length <= batchSize) {
    return change(ctx, label, async (unit) => {
      await make(unit, papers);
      await options.last?.(unit);
    });
  }
  return ctx.withLock(() => inBatches(ctx, label, papers, make, options));
}

async function inBatches<P>(
  ctx: WriteContext,
  label: Label,
  papers: readonly P[],
  make: (unit: UnitOfWork, some: readonly P[]) => Promise<void>,
  { last, signal, progress }: ProgressOptions,
): Promise<Change> {
  const total: Change = { id: 0, numbers: [], keys: [] };
  let entry: StoredEntry | undefined;
  let diffs = 0;
  try {
    for (let at = 0; at < papers.length; at += batchSize) {
      signal?.throwIfAborted();
      const isLast = at + batchSize >= papers.length;
      const written = await ctx.connection.write(async (tx) => {
        const state = await journal.readState(tx);
        if (!entry) await journal.begin(tx, state, label.origin);
        const next: StoredEntry = entry
          ? { ...entry }
          : { id: state.nextEntry++, at: ctx.now(), ...label, papers: 0, parts: 0, standing: 0 };
        const unit = new UnitOfWork(tx, state, next.id, next.at);
        await make(unit, papers.slice(at, at + batchSize));
        if (isLast) await last?.(unit);
        const written = await unit.write(ctx.finder, true);
        if (isLast) delete next.open;
        else next.open = 'do';
        journal.add(tx, next, written);
        ignoreRejection(tx.objectStore('state').put(state));
        return { next, ...written };
      });
      entry = written.next;
      diffs += written.diffs.length;
      total.id = entry.id;
      total.numbers.push(...written.numbers);
      total.keys.push(...written.keys);
      ctx.announce(written);
      progress?.(Math.min(1, (at + batchSize) / papers.length));
    }
  } catch (error) {
    if (entry) await takeBack(ctx, entry.id).catch(() => {}); // if that fails too, the next start does it
    throw error;
  }
  if (entry && diffs === 0) {
    await takeBack(ctx, entry.id);
    return nothing;
  }
  return total;
}
