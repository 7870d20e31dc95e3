/** Joins records that turn out to be one paper. */
import { idScheme } from '../../paper/identity';
import { type Status, statuses } from '../../paper/paper';
import type { PaperRecord } from '../db/record';
import { uniteSources } from '../merge/merge';
import { uniteSightings } from '../merge/sightings';
import type { Origin } from '../types';
import type { UnitOfWork } from './unit-of-work';

/**
 * Schemes of which a paper has only one id. Records with different ids of such a scheme are different papers, whatever
 * a page says.
 */
const single = ['arxiv', 'pmid', 'pmcid'];

/** Ids of other records that a record remembers as possible duplicates. */
const maxAlike = 50;

/**
 * Finds or makes the one record for ids that belong together. Records that have one of the ids are joined into the
 * oldest. Records that are a different paper are left alone and keep their ids. Returns the record, if there is one,
 * and the ids that it may take.
 *
 * A page cannot be trusted with that: a save from a page joins two records at most, each once. Where it names more, nothing is
 * joined, and the first record remembers the others as possible duplicates.
 */
export async function joinAll(
  unit: UnitOfWork,
  ids: readonly string[],
  origin: Origin,
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
  if (joining.length === 0) return { paper: first, ids: own };
  if (origin === 'page' && (joining.length > 1 || papers.some(({ joinedByPage }) => joinedByPage)))
    return keepApart(own, owners, papers);
  for (const { n } of joining) unit.set(n, undefined);
  const joined: PaperRecord = { ...joining.reduce(join, first), ...(origin === 'page' && { joinedByPage: true }) };
  unit.set(joined.n, joined);
  return { paper: joined, ids: own };
}

/** One of several records that a page says are one paper, preferably not in the trash, with the ids of the others as `alike`. */
function keepApart(
  ids: readonly string[],
  owners: ReadonlyMap<string, number>,
  papers: readonly PaperRecord[],
): { paper?: PaperRecord; ids: string[] } {
  const paper = papers.find(({ removedAt }) => removedAt === undefined) ?? papers[0];
  if (!paper) return { ids: [] };
  const isTheirs = (id: string) => owners.has(id) && owners.get(id) !== paper.n;
  const alike = [...new Set([...(paper.alike ?? []), ...ids.filter(isTheirs)])].slice(0, maxAlike);
  return { paper: { ...paper, alike }, ids: ids.filter((id) => !isTheirs(id)) };
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
  const { removedAt, note, starredAt, edits, alike: _alike, ...base } = first;
  const further = order(second.status) > order(first.status) ? second : first;
  const { readingAt: _r, readAt: _d, ...rest } = base;
  const notes = joinNotes(note, second.note);
  const ids = [...new Set([...first.ids, ...second.ids])];
  const alike = [...new Set([...(first.alike ?? []), ...(second.alike ?? [])])].filter((id) => !ids.includes(id));
  const unfit = [...new Set([...(first.unfitTags ?? []), ...(second.unfitTags ?? [])])];
  const starred = earliest(starredAt, second.starredAt);
  const removed = removedAt !== undefined && second.removedAt !== undefined && Math.max(removedAt, second.removedAt);
  return {
    ...rest,
    ids,
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
    ...(unfit.length > 0 && { unfitTags: unfit }),
    ...(alike.length > 0 && { alike: alike.slice(0, maxAlike) }),
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
