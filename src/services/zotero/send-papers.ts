/** Sends papers to Zotero in batches and records each, so that nothing arrives twice after an interruption. */

import type { ZoteroItem } from '../../formats';
import * as settings from '../../settings';
import { type SendOptions, sendToZotero, ZoteroError } from './connector';

/** Papers per request. */
const batchSize = 50;

export interface Sending extends Pick<SendOptions, 'tags' | 'signal' | 'base'> {
  target: string;
  /** Items of papers, in order. Deleted papers are left out. */
  itemsOf(numbers: readonly number[]): Promise<ZoteroItem[]>;
  /** Called with the number of papers sent so far. */
  progress?(sent: number): void;
}

/**
 * Sends papers. An interrupted earlier upload to the same target is finished first, under its own session, because
 * Zotero recognizes batches that arrived although their answer did not. Returns the number of papers sent; throws
 * `ZoteroError` with the number sent before the error, or the signal's reason.
 */
export async function sendPapers(numbers: readonly number[], options: Sending): Promise<number> {
  const { zoteroPending: left } = await settings.get();
  const rest = left?.numbers.slice(left.sent) ?? [];
  const isPart = left?.target === options.target && rest.length > 0 && rest.every((n) => numbers.includes(n));
  let sent = 0;
  const count = (more: number) => {
    sent += more;
    options.progress?.(sent);
  };
  try {
    if (left && isPart) await run(left, options, count);
    const others = isPart ? numbers.filter((n) => !rest.includes(n)) : numbers;
    const fresh = { session: crypto.randomUUID(), numbers: [...others], sent: 0, target: options.target };
    await run(fresh, options, count);
    return sent;
  } catch (error) {
    if (error instanceof ZoteroError) throw new ZoteroError(error.code, error.message, sent, { cause: error });
    throw error;
  }
}

async function run(
  pending: settings.ZoteroPending,
  { itemsOf, target, tags = [], signal, base }: Sending,
  count: (more: number) => void,
): Promise<void> {
  const { session, numbers } = pending;
  for (let at = pending.sent; at < numbers.length; at += batchSize) {
    signal?.throwIfAborted();
    await settings.set({ zoteroPending: { ...pending, sent: at } });
    const some = numbers.slice(at, at + batchSize);
    const items = await itemsOf(some);
    const named = { session: `${session}-${at}`, target, tags, ...(signal && { signal }), ...(base && { base }) };
    if (items.length > 0) await sendToZotero(items, named);
    const { zoteroSent } = await settings.get();
    await settings.set({ zoteroSent: [...new Set([...zoteroSent, ...some])] });
    count(some.length);
  }
  await settings.set({ zoteroPending: null });
}
