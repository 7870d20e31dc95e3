/** Papers without a shared id that may be the same all the same: only ever suggested, never joined by themselves. Pure. */
import type { Facts } from '../paper/paper';
import { areDifferent } from './write/join';

/** What duplicates are told by. */
type Told = Pick<Facts, 'ids' | 'title' | 'authors' | 'published'>;

/** Titles as they are compared: letters and digits only, without case, accents and TeX's signs. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\\[a-z]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const surname = (name: string): string => plainTitle(name.trim().split(/\s+/).at(-1) ?? '');

/**
 * Whether two may be one paper: the same title apart from its dress, at least one author in common where both name
 * authors, and at most two years between them where both say when. Titles of fewer than twelve letters say too little.
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

/** Groups of numbers that may be one paper, from rows in any order and any number of them. */
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
