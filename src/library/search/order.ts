/**
 * Sorts papers by a sort key. Sorting 100,000 papers takes longer than a frame, so it is done once and then updated.
 */
import type { SortKey } from '../../query/query';
import type { Bits } from './bits';
import type { Columns } from './columns';
import { beginning, type Names } from './names';
import { venueRanks } from './venue-ranks';

export type OrderKey = Exclude<SortKey, 'relevance'>;

/**
 * All present papers, smallest first. Papers without the property come last, newest first. Papers saved together have
 * ascending numbers in their page's order; newest first shows them in that order, as `newest` does.
 */
export interface Order {
  numbers: Uint32Array;
  /** Number of papers with the property. */
  known: number;
}

type Compare = (a: number, b: number) => number;

/** The comparison for a sort key, and whether a paper lacks the property. `many` prepares for many comparisons. */
function comparison(
  by: OrderKey,
  columns: Columns,
  names: Names,
  many = false,
): { compare: Compare; lacks(n: number): boolean } {
  const { of } = columns;
  const numeric =
    (column: Uint32Array | Float64Array): Compare =>
    (a, b) =>
      (column[a] ?? 0) - (column[b] ?? 0);
  const textual = (list: readonly string[]): Compare => {
    // Most names differ in their first letters. Comparing those as one number is several times faster.
    const begins = many ? Float64Array.from(list, (name) => beginning(name ?? '')) : undefined;
    return (a, b) => {
      const difference = begins ? (begins[a] ?? 0) - (begins[b] ?? 0) : 0;
      if (difference !== 0) return difference;
      const [x, y] = [list[a] ?? '', list[b] ?? ''];
      return x < y ? -1 : x > y ? 1 : 0;
    };
  };
  const never = () => false;
  switch (by) {
    case 'saved':
      return { compare: numeric(of.saved), lacks: never };
    case 'changed':
      return { compare: numeric(of.changed), lacks: never };
    case 'published':
      return { compare: numeric(of.published), lacks: (n) => of.published[n] === 0 };
    case 'status':
      return { compare: (a, b) => ((of.flags[a] ?? 0) & 3) - ((of.flags[b] ?? 0) & 3), lacks: never };
    case 'venue': {
      const ranks = venueRanks(columns.lists.venue);
      return {
        compare: (a, b) => (ranks[of.venue[a] ?? 0] ?? 0) - (ranks[of.venue[b] ?? 0] ?? 0),
        lacks: (n) => !of.venue[n],
      };
    }
    case 'title':
      return { compare: textual(names.title), lacks: (n) => !names.title[n] };
    case 'author':
      return { compare: textual(names.author), lacks: (n) => !names.author[n] };
    default:
      return { compare: numeric(of[by]), lacks: (n) => of[by][n] === 0 };
  }
}

/** Sorts papers. Calls `pause` between steps. */
export async function order(
  by: OrderKey,
  numbers: readonly number[],
  columns: Columns,
  names: Names,
  pause: () => Promise<void>,
): Promise<Order> {
  const { compare, lacks } = comparison(by, columns, names, true);
  const { all, back } = complete(compare, columns);
  const known = await sorted(
    numbers.filter((n) => !lacks(n)),
    all,
    pause,
  );
  const lacking = await sorted(numbers.filter(lacks), back, pause);
  return { numbers: Uint32Array.from([...known, ...lacking]), known: known.length };
}

/** Merge sort with pauses. */
async function sorted(numbers: readonly number[], compare: Compare, pause: () => Promise<void>): Promise<number[]> {
  const piece = 4000;
  let runs: number[][] = [];
  for (let i = 0; i < numbers.length; i += piece) {
    runs.push(numbers.slice(i, i + piece).sort(compare));
    await pause();
  }
  while (runs.length > 1) {
    const merged: number[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(await merge(runs[i] ?? [], runs[i + 1] ?? [], compare, pause));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge(a: number[], b: number[], compare: Compare, pause: () => Promise<void>): Promise<number[]> {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const x = a[i];
    const y = b[j];
    if (y === undefined || (x !== undefined && compare(x, y) <= 0)) {
      both.push(x as number);
      i++;
    } else {
      both.push(y);
      j++;
    }
    if ((both.length & 8191) === 0) await pause();
  }
  return both;
}

/** Updates an order: moves the changed papers to their new places. */
export function mend(was: Order, changed: ReadonlySet<number>, by: OrderKey, columns: Columns, names: Names): Order {
  const { compare, lacks } = comparison(by, columns, names);
  const { all, back } = complete(compare, columns);
  const now = [...changed].filter((n) => columns.present(n));
  const stays = (n: number) => !changed.has(n);
  const known = insert(was.numbers.subarray(0, was.known).filter(stays), now.filter((n) => !lacks(n)).sort(all), all);
  const lacking = insert(was.numbers.subarray(was.known).filter(stays), now.filter(lacks).sort(back), back);
  const numbers = new Uint32Array(known.length + lacking.length);
  numbers.set(known);
  numbers.set(lacking, known.length);
  return { numbers, known: known.length };
}

/** Inserts a few sorted numbers into many. */
function insert(many: Uint32Array, some: readonly number[], compare: Compare): Uint32Array {
  const both = new Uint32Array(many.length + some.length);
  let from = 0;
  for (const [i, n] of some.entries()) {
    let low = from;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(many[middle] ?? 0, n) < 0) low = middle + 1;
      else high = middle;
    }
    both.set(many.subarray(from, low), from + i);
    both[low + i] = n;
    from = low;
  }
  both.set(many.subarray(from), from + some.length);
  return both;
}

/** Total orders for papers with the property and for papers without it. */
function complete(compare: Compare, { of }: Columns): { all: Compare; back: Compare } {
  const bySaved: Compare = (a, b) => (of.saved[a] ?? 0) - (of.saved[b] ?? 0);
  return {
    all: (a, b) => compare(a, b) || bySaved(a, b) || b - a,
    back: (a, b) => bySaved(b, a) || a - b,
  };
}

/** The values that a paper's place in an order depends on, as one value to compare. */
export function placeKey(n: number, by: OrderKey, columns: Columns, names: Names): unknown {
  if (!columns.present(n)) return undefined;
  const { of } = columns;
  if (by === 'title' || by === 'author') return `${names[by][n] ?? ''} ${of.saved[n]}`;
  const value = by === 'status' ? columns.status(n) : of[by][n];
  return `${value} ${of.saved[n]}`;
}

/** Papers of a set in an order or its reverse. Papers without the property stay last. */
export function inOrder(set: Bits, { numbers, known }: Order, descending: boolean): Uint32Array {
  const found = new Uint32Array(set.count());
  const { words } = set;
  let count = 0;
  for (let i = 0; i < numbers.length && count < found.length; i++) {
    const n = numbers[i < known && descending ? known - 1 - i : i] as number;
    if (((words[n >>> 5] as number) >>> (n & 31)) & 1) found[count++] = n;
  }
  return found.subarray(0, count);
}

/** Papers of a set by score, best first. Equal scores are ordered newest first. */
export function byScore(set: Bits, scores: Uint16Array, saved: Order, descending: boolean): Uint32Array {
  // Sort one number per paper: score × 2²⁴ + place in the order of saving, which is always below 2²⁴.
  const keys: number[] = [];
  for (const [place, n] of saved.numbers.entries()) if (set.has(n)) keys.push((scores[n] ?? 0) * 2 ** 24 + place);
  const sortedKeys = Float64Array.from(keys).sort();
  const found = Uint32Array.from(sortedKeys, (key) => saved.numbers[key % 2 ** 24] ?? 0);
  return descending ? found.reverse() : found;
}
