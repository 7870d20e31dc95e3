/** Groups the papers that a query found, in one pass over the columns. */
import { statuses, type Tag } from '../../paper/paper';
import type { GroupKey } from '../../query/query';
import type { PaperGroup } from '../types';
import type { Columns } from './columns';
import { venueRanks } from './venue-ranks';

/** Which group a paper is in: groups are in ascending order of `place`; those without the property have `last`. */
interface Grouping {
  place(n: number): number;
  name(place: number): string;
}

const last = 0xffffffff;

/** Months and years: the newest first. */
const newestFirst = (value: number): number => (value === 0 ? last : last - value);

/** No month of any time zone begins within one. */
const quarterMs = 15 * 60 * 1000;

/** Months since year 0, in the user's time zone. Cached by quarter of an hour: making a date takes longer than all else. */
function monthsOf(saved: Float64Array): (n: number) => number {
  const known = new Map<number, number>();
  return (n) => {
    const quarter = Math.floor((saved[n] ?? 0) / quarterMs);
    const month = known.get(quarter);
    if (month !== undefined) return month;
    const date = new Date(quarter * quarterMs);
    known.set(quarter, date.getFullYear() * 12 + date.getMonth());
    return known.get(quarter) as number;
  };
}

/** A paper's group is that of its first tag: it is listed once. */
function byTag({ of, lists }: Columns, tags: ReadonlyMap<string, Tag>): Grouping {
  const sorted = [...tags.values()].sort((a, b) => a.name.localeCompare(b.name));
  const places = new Map(sorted.map(({ id }, place) => [id, place]));
  const ofList = lists.tags.all.map((ids) => {
    const first = ids.find((id) => places.has(id));
    return first === undefined ? last : (places.get(first) as number);
  });
  return { place: (n) => ofList[of.tags[n] ?? 0] ?? last, name: (place) => sorted[place]?.name ?? '' };
}

function byVenue({ of, lists }: Columns): Grouping {
  const ranks = venueRanks(lists.venue);
  const names = new Map<number, string>();
  for (const [list, rank] of ranks.entries()) names.set(rank, names.get(rank) ?? lists.venue.names(list)[0] ?? '');
  return {
    place: (n) => (of.venue[n] ? (ranks[of.venue[n]] ?? last) : last),
    name: (place) => names.get(place) ?? '',
  };
}

function groupingBy(by: GroupKey, columns: Columns, tags: ReadonlyMap<string, Tag>): Grouping {
  const { of } = columns;
  if (by === 'tag') return byTag(columns, tags);
  if (by === 'venue') return byVenue(columns);
  if (by === 'status') return { place: (n) => (of.flags[n] ?? 0) & 3, name: (place) => statuses[place] ?? '' };
  if (by === 'year') {
    const year = (n: number) => Math.floor((of.published[n] ?? 0) / 10000);
    return { place: (n) => newestFirst(year(n)), name: (place) => String(last - place) };
  }
  const month = monthsOf(of.saved);
  return {
    place: (n) => newestFirst(month(n)),
    name: (place) => {
      const months = last - place;
      return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
    },
  };
}

/** Papers in groups, each in the order given; the groups by name, times newest first, papers without the property last. */
export function grouped(
  numbers: Uint32Array,
  by: GroupKey,
  columns: Columns,
  tags: ReadonlyMap<string, Tag>,
): { numbers: Uint32Array; groups: PaperGroup[] } {
  const { place, name } = groupingBy(by, columns, tags);
  const places = Uint32Array.from(numbers, place);
  const counts = new Map<number, number>();
  for (const each of places) counts.set(each, (counts.get(each) ?? 0) + 1);
  const next = new Map<number, number>();
  const groups: PaperGroup[] = [];
  let from = 0;
  for (const [each, papers] of [...counts].sort(([a], [b]) => a - b)) {
    groups.push({ name: each === last ? '' : name(each), from, papers });
    next.set(each, from);
    from += papers;
  }
  const inGroups = new Uint32Array(numbers.length);
  for (const [i, n] of numbers.entries()) {
    const at = next.get(places[i] as number) as number;
    inGroups[at] = n;
    next.set(places[i] as number, at + 1);
  }
  return { numbers: inGroups, groups };
}
