/**
 * Finds papers that may be the same although they share no id. They are only suggested to the user, never merged
 * automatically. Pure.
 */
import type { Facts } from '../paper/paper';
import { areDifferent } from './write/join';

/** The facts that are compared to find duplicates. */
type Told = Pick<Facts, 'ids' | 'title' | 'authors' | 'published'>;

/** A title reduced for comparison: letters and digits only, without case, accents and TeX commands. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\\[a-z]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const surname = (name: string): string => plainTitle(name.trim().split(/\s+/).at(-1) ?? '');

/**
 * Whether two records may be one paper. Their reduced titles must be equal and have at least twelve letters. Where both
 * name authors, one surname must be shared. Where both have a date, at most two years may lie between them.
 */
export function mayBeSame(a: Told, b: Told): boolean {
  const title = plainTitle(a.title);
  if (title.length < 12 || title !== plainTitle(b.title) || areDifferent(a.ids, b.ids)) return false;
  const [yearA, yearB] = [a, b].map(({ published }) => Number(published?.slice(0, 4)));
  if (Math.abs((yearA ?? Number.NaN) - (yearB ?? Number.NaN)) > 2) return false;
  if (!a.authors || !b.authors) return true;
  const names = new Set(a.authors.map(surname));
  return b.authors.some((name) => names.has(surname(name)));
}

/** What is compared of a paper; `alike` are ids of other records that a page gave for it. */
export interface Compared {
  n: number;
  facts: Told;
  alike?: readonly string[];
}

/** Groups of papers, by number, that may be one paper. Takes linear time unless many papers share a title. */
export function possibleDuplicates(rows: readonly Compared[]): number[][] {
  const titled = byTitles(rows);
  const groupOf = new Map(titled.flatMap((group) => group.map((n) => [n, group] as const)));
  const isKnown = (group: readonly number[]) => new Set(group.map((n) => groupOf.get(n) ?? n)).size === 1;
  return [...titled, ...byPages(rows).filter((group) => !isKnown(group))];
}

/** Groups that pages gave: a paper with those that have one of its `alike` ids. Each paper is in one such group. */
function byPages(rows: readonly Compared[]): number[][] {
  const wanted = new Set(rows.flatMap(({ alike = [] }) => alike));
  if (wanted.size === 0) return [];
  const owners = new Map<string, number>();
  for (const { n, facts } of rows) for (const id of facts.ids) if (wanted.has(id)) owners.set(id, n);
  const grouped = new Set<number>();
  const groups: number[][] = [];
  for (const { n, alike = [] } of rows) {
    const others = alike.flatMap((id) => owners.get(id) ?? []).filter((other) => other !== n && !grouped.has(other));
    if (others.length === 0 || grouped.has(n)) continue;
    const group = [n, ...new Set(others)];
    for (const one of group) grouped.add(one);
    groups.push(group);
  }
  return groups;
}

function byTitles(rows: readonly Compared[]): number[][] {
  const byTitle = new Map<string, Compared[]>();
  for (const row of rows) {
    const title = plainTitle(row.facts.title);
    const same = byTitle.get(title);
    if (same) same.push(row);
    else byTitle.set(title, [row]);
  }
  const groups: number[][] = [];
  for (const alike of byTitle.values()) {
    const left = new Set(alike);
    for (const one of alike) {
      if (!left.delete(one)) continue;
      const same = [...left].filter((other) => mayBeSame(one.facts, other.facts));
      for (const other of same) left.delete(other);
      if (same.length > 0) groups.push([one.n, ...same.map(({ n }) => n)]);
    }
  }
  return groups;
}
