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
  const above = withParents(tags);
  return {
    tags: spread(tagLists, (list) => new Set(lists.tags.names(list).flatMap((id) => above.get(id) ?? []))),
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

/** For each tag, its id and those of its parents. */
function withParents(tags: ReadonlyMap<string, Tag>): Map<string, string[]> {
  const byName = new Map([...tags.values()].map((tag) => [foldName(tag.name), tag.id]));
  return new Map(
    [...tags.values()].map(({ id, name }) => {
      const parts = foldName(name).split('/');
      const parents = parts.map((_, i) => byName.get(parts.slice(0, i + 1).join('/')));
      return [id, [...new Set([id, ...parents.filter((parent) => parent !== undefined)])]];
    }),
  );
}
