/** Counts how many of some papers have each tag, status, site and year. */
import { statuses, type Tag } from '../../paper/paper';
import { foldName } from '../../query/fold';
import type { FacetCounts } from '../types';
import { type Columns, flag } from './columns';

/** Counts over papers, in one pass over the columns. Each distinct list of tags or sites is expanded once. */
export function countFacets(
  numbers: ArrayLike<number>,
  { of, lists }: Columns,
  tags: ReadonlyMap<string, Tag>,
): FacetCounts {
  const byStatus = [0, 0, 0, 0];
  let starred = 0;
  const years = new Map<number, number>();
  const tagLists = new Uint32Array(lists.tags.all.length);
  const siteLists = new Uint32Array(lists.sites.all.length);
  for (let i = 0; i < numbers.length; i++) {
    const n = numbers[i] ?? 0;
    const flags = of.flags[n] ?? 0;
    byStatus[flags & 3] = (byStatus[flags & 3] ?? 0) + 1;
    if (flags & flag.starred) starred++;
    count(tagLists, of.tags[n] ?? 0);
    count(siteLists, of.sites[n] ?? 0);
    const year = Math.floor((of.published[n] ?? 0) / 10000);
    if (year > 0) years.set(year, (years.get(year) ?? 0) + 1);
  }
  const above = parentsOf(tags);
  return {
    tags: spread(tagLists, (list) => new Set(lists.tags.names(list).flatMap(above))),
    status: Object.fromEntries(statuses.map((status, i) => [status, byStatus[i] ?? 0])) as FacetCounts['status'],
    starred,
    sites: spread(siteLists, (list) => lists.sites.names(list)),
    years: new Map([...years].sort(([a], [b]) => b - a).map(([year, papers]) => [String(year), papers])),
  };
}

const count = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

function spread(counts: Uint32Array, names: (list: number) => Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [list, papers] of counts.entries()) {
    if (papers > 0) for (const name of names(list)) found.set(name, (found.get(name) ?? 0) + papers);
  }
  return found;
}

/** Gives the id of a tag and those of its parents; nothing for an id that is not known. */
type Parents = (id: string) => readonly string[];

/** What was made for a set of tags, which never changes: the next query counts with the same. */
const made = new WeakMap<ReadonlyMap<string, Tag>, Parents>();

function parentsOf(tags: ReadonlyMap<string, Tag>): Parents {
  const known = made.get(tags) ?? withParents(tags);
  made.set(tags, known);
  return known;
}

/** Only of the tags that are asked for: of 50,000 a page of papers has few. */
function withParents(tags: ReadonlyMap<string, Tag>): Parents {
  let byName: Map<string, string> | undefined;
  const found = new Map<string, readonly string[]>();
  return (id) => {
    const known = found.get(id);
    if (known) return known;
    const parts = foldName(tags.get(id)?.name ?? '').split('/');
    if (parts.length > 1) byName ??= new Map([...tags.values()].map((tag) => [foldName(tag.name), tag.id]));
    const parents = parts.slice(0, -1).map((_, i) => byName?.get(parts.slice(0, i + 1).join('/')));
    const all = tags.has(id) ? [...new Set([id, ...parents.filter((parent) => parent !== undefined)])] : [];
    found.set(id, all);
    return all;
  };
}
