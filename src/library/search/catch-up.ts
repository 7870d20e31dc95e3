/** Keeps the index equal to the database: reads changed papers again, and loads parts when they are needed. */

import type { Leaf, Node, Query } from '../../query/query';
import type { Database, StoredChange } from '../db/schema';
import type { Indexed } from './columns';
import type { Touched } from './finder';
import { readIndexed, readIndexedRows, readNames, readTexts } from './index-store';
import type { Live } from './live';
import type { Segment } from './segment';

/** Whether a change may affect the term index. Changed facts, by corrections too, come with `text`. */
export function wordsChanged({ before, after, text }: Touched): boolean {
  if (!before || text) return true;
  const own = (row: Touched['after']) => JSON.stringify([row?.note, row?.ids]);
  return own(before) !== own(after);
}

/** Reads changed papers and updates the index. */
export async function takeIn(
  db: Database,
  live: Live,
  entries: readonly StoredChange[],
  pause: () => Promise<void>,
): Promise<void> {
  const words = new Set(entries.flatMap(({ texts }) => texts));
  const all = new Set(entries.flatMap(({ numbers }) => numbers));
  for (const n of all) if (!live.columns.of.home[n]) words.add(n);
  const rows = [...all].filter((n) => !words.has(n));
  for (const [numbers, read, take] of [
    [[...words], readIndexed, (paper: Indexed) => live.take(paper)],
    [rows, readIndexedRows, (paper: Indexed) => live.takeRow(paper)],
  ] as const) {
    for (let i = 0; i < numbers.length; i += 100) {
      const batch = numbers.slice(i, i + 100);
      for (const [k, paper] of (await read(db, batch)).entries()) {
        if (paper) take(paper);
        else live.delete(batch[k] ?? 0);
        await pause();
      }
    }
  }
}

/**
 * Loads what a query needs beyond terms and columns. Returns false if the stored index is no longer the one in memory.
 */
export async function loadParts(
  db: Database,
  live: Live,
  { node }: Query,
  names: boolean,
  pause: () => Promise<void>,
): Promise<boolean> {
  if (names && !live.names.loaded) live.names.load(await readNames(db));
  const leaves = textLeaves(node);
  if (leaves.every((leaf) => live.terms.isReady(leaf))) return true;
  live.keepsTexts = true;
  if (!(await loadTexts(db, live, live.terms.segments))) return false;
  for (const leaf of leaves) await live.terms.prepare(leaf, pause);
  return true;
}

/** Text conditions of a query. */
export function textLeaves(node: Node | undefined): (Leaf & { is: 'text' })[] {
  if (!node) return [];
  if (node.is === 'and' || node.is === 'or') return node.of.flatMap(textLeaves);
  if (node.is === 'not') return textLeaves(node.of);
  return node.is === 'text' ? [node] : [];
}

export async function loadTexts(db: Database, live: Live, segments: readonly Segment[]): Promise<boolean> {
  const missing = segments.map(({ id }) => id).filter((id) => !live.terms.texts.has(id));
  if (missing.length === 0) return true;
  const read = await readTexts(db, live.generation, missing);
  for (const [i, id] of missing.entries()) if (read?.[i]) live.terms.texts.set(id, read[i]);
  return read !== undefined;
}
