/** Two records that turn out to be one paper. */
import type { Status } from '../paper';
import { statuses } from '../paper';
import type { Draft } from './draft';
import { uniteSources } from './merge';
import type { Kept } from './record';
import { uniteSightings } from './sightings';

/** The one record of all that have one of the ids, joined into the oldest of them; undefined if there is none. */
export async function joinAll(draft: Draft, ids: readonly string[]): Promise<Kept | undefined> {
  const numbers = new Set<number>();
  for (const id of ids) {
    const n = await draft.find(id);
    if (n !== undefined) numbers.add(n);
  }
  const papers: Kept[] = [];
  for (const n of numbers) {
    const paper = await draft.paper(n, true);
    if (paper) papers.push(paper);
  }
  const [first, ...others] = papers.sort((a, b) => a.savedAt - b.savedAt || a.n - b.n);
  if (!first || others.length === 0) return first;
  for (const { n } of others) draft.set(n, undefined);
  const joined = others.reduce(join, first);
  draft.set(joined.n, joined);
  return joined;
}

/**
 * One record of two. Ids, tags, sources and sightings are united, notes joined, the earliest save and star kept, the status
 * is that which is further on. What lies in the trash comes back with the one that does not.
 */
export function join(first: Kept, second: Kept): Kept {
  const { removedAt, note, starredAt, edits, ...base } = first;
  const further = order(second.status) > order(first.status) ? second : first;
  const { readingAt: _r, readAt: _d, ...rest } = base;
  const notes = joinNotes(note, second.note);
  const starred = earliest(starredAt, second.starredAt);
  const removed = removedAt !== undefined && second.removedAt !== undefined && Math.max(removedAt, second.removedAt);
  return {
    ...rest,
    ids: [...new Set([...first.ids, ...second.ids])],
    tags: [...new Set([...first.tags, ...second.tags])],
    sources: uniteSources(first.sources ?? [], second.sources ?? []),
    sightings: uniteSightings(first.sightings ?? [], second.sightings ?? []),
    savedAt: Math.min(first.savedAt, second.savedAt),
    status: further.status,
    ...(further.readingAt !== undefined && { readingAt: further.readingAt }),
    ...(further.readAt !== undefined && { readAt: further.readAt }),
    ...(starred !== undefined && { starredAt: starred }),
    ...(notes !== undefined && { note: notes }),
    ...((edits || second.edits) && { edits: { ...second.edits, ...edits } }),
    ...((first.citationKeys || second.citationKeys) && {
      citationKeys: { ...second.citationKeys, ...first.citationKeys },
    }),
    ...(removed !== false && { removedAt: removed }),
  };
}

const order = (status: Status): number => statuses.indexOf(status);

function joinNotes(first: string | undefined, second: string | undefined): string | undefined {
  if (!first || !second) return first ?? second;
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
