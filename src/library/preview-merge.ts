/** Shows the result of merging records before anything is written. Pure. */
import { orderIds } from '../paper/identity';
import type { Paper } from '../paper/paper';
import type { PaperRecord } from './db/record';
import { shownFacts } from './merge/merge';
import { join } from './write/join';

/**
 * The paper that `mergePapers` would make of these; the others are merged into the first. Undefined for an empty list.
 */
export function previewMerge(papers: readonly Paper[]): Paper | undefined {
  const [first] = papers;
  if (!first) return undefined;
  const kept = papers.map(({ key: _key, facts: _facts, ...rest }): PaperRecord => ({ ...rest, change: 0 }));
  const { change: _change, sources = [], sightings = [], ...one } = kept.reduce(join);
  const ids = orderIds(one.ids);
  return { ...one, ids, key: ids[0] ?? first.key, sources, sightings, facts: shownFacts(ids, sources, one.edits) };
}
