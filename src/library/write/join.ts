/** Joins records that turn out to be one paper. */
import { idScheme } from '../../paper/identity';
import { type Status, statuses } from '../../paper/paper';
import type { PaperRecord } from '../db/record';
import { uniteSources } from '../merge/merge';
import { uniteSightings } from '../merge/sightings';
import type { UnitOfWork } from './unit-of-work';

/**
 * Schemes of which a paper has only one id. Records with different ids of such a scheme are different papers, whatever
 * a page says.
 */
const single = ['arxiv', 'pmid', 'pmcid'];

/**
 * Finds or makes the one record for ids that belong together. Records that have one of the ids are joined into the
 * oldest. Records that are a different paper are left alone and keep their ids. Returns the record, if there is one,
 * and the ids that it may take.
 */
export async function joinAll(
  unit: UnitOfWork,
  ids: readonly string[],
): Promise<{ paper?: PaperRecord; ids: string[] }> {
  const owners = new Map<string, number>();
  for (const id of ids) {
    const n = await unit.find(id);
    if (n !== undefined) owners.set(id, n);
  }
  const papers: PaperRecord[] = [];
  const others = new Set<number>();
  let all = ids.slice(0, 1);
  for (const n of new Set(owners.values())) {
    const paper = await unit.paper(n, true);
    if (!paper) continue;
    if (areDifferent(paper.ids, all)) others.add(n);
    else {
      papers.push(paper);
      all = [...all, ...paper.ids];
    }
  }
  const own = ids.filter((id) => !others.has(owners.get(id) ?? 0));
  const [first, ...joining] = papers.sort((a, b) => a.savedAt - b.savedAt || a.n - b.n);
  if (!first) return { ids: own };
  for (const { n } of joining) unit.set(n, undefined);
  const joined = joining.reduce(join, first);
  if (joining.length > 0) unit.set(joined.n, joined);
  return { paper: joined, ids: own };
}

/** Whether the ids of two records show that they are different papers. */
export function areDifferent(a: readonly string[], b: readonly string[]): boolean {
  return single.some((scheme) => {
    const [one, other] = [a, b].map((ids) => ids.filter((id) => idScheme(id) === scheme)) as [string[], string[]];
    return one.length > 0 && other.length > 0 && !one.some((id) => other.includes(id));
  });
}

/**
 * Joins two records. Ids, tags, sources and sightings are united and notes concatenated. The earliest save and star and
 * the furthest status win. If one record is in the trash and the other is not, the result is not.
 */
export function join(first: PaperRecord, second: PaperRecord): PaperRecord {
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
