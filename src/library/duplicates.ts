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

/** Groups of papers, by number, that may be one paper. Takes linear time unless many papers share a title. */
export function possibleDuplicates(rows: Iterable<{ n: number; facts: Told }>): number[][] {
  const byTitle = new Map<string, { n: number; facts: Told }[]>();
  for (const { n, facts } of rows) {
    const title = plainTitle(facts.title);
    byTitle.set(title, [...(byTitle.get(title) ?? []), { n, facts }]);
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
