/** Papers in the order of a sort key. Sorting 100,000 takes longer than a frame: it is done once, then mended. */
import type { SortKey } from '../../query/query';
import type { Bits } from './bits';
import type { Columns } from './columns';
import { beginning, type Names } from './names';

export type OrderKey = Exclude<SortKey, 'relevance'>;

/**
 * All papers that are present, smallest first; those that lack the property last, as the newest saved first. Papers saved
 * together have rising numbers in their page's order, and newest first shows them in that order, as `newest` does.
 */
export interface Order {
  numbers: Uint32Array;
  /** How many have the property. */
  known: number;
}

type Compare = (a: number, b: number) => number;

/** How two papers compare, and whether one lacks the property; made ready for `many` comparisons. */
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
    // Most names differ in their first letters: comparing those as one number is several times as quick.
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
    case 'title':
      return { compare: textual(names.title), lacks: (n) => !names.title[n] };
    case 'author':
      return { compare: textual(names.author), lacks: (n) => !names.author[n] };
    default:
      return { compare: numeric(of[by]), lacks: (n) => of[by][n] === 0 };
  }
}

/** Puts numbers in order. Calls `pause` between pieces. */
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

/** Sorts piece by piece, then merges two and two. */
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

/** An order without the papers that changed, and with them again where they now belong. */
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

/** Inserts some sorted numbers into many. */
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

/** A comparison made complete, and the one of papers that lack the property. */
function complete(compare: Compare, { of }: Columns): { all: Compare; back: Compare } {
  const bySaved: Compare = (a, b) => (of.saved[a] ?? 0) - (of.saved[b] ?? 0);
  return {
    all: (a, b) => compare(a, b) || bySaved(a, b) || b - a,
    back: (a, b) => bySaved(b, a) || a - b,
  };
}

/** What a paper's place in an order depends on: as long as it is the same, so is the place. */
export function placeKey(n: number, by: OrderKey, columns: Columns, names: Names): unknown {
  if (!columns.present(n)) return undefined;
  const { of } = columns;
  if (by === 'title' || by === 'author') return `${names[by][n] ?? ''} ${of.saved[n]}`;
  const value = by === 'status' ? columns.status(n) : of[by][n];
  return `${value} ${of.saved[n]}`;
}

/** The papers of a set in an order, or in the reverse of it; those that lack the property stay last. */
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

/** The papers of a set by their scores, best first; of equal ones the newest saved first. */
export function byScore(set: Bits, scores: Uint16Array, saved: Order, descending: boolean): Uint32Array {
  // One number for both: a score times 2²⁴, and the place in the order of saving, which is always below that.
  const keys: number[] = [];
  for (const [place, n] of saved.numbers.entries()) if (set.has(n)) keys.push((scores[n] ?? 0) * 2 ** 24 + place);
  const sortedKeys = Float64Array.from(keys).sort();
  const found = Uint32Array.from(sortedKeys, (key) => saved.numbers[key % 2 ** 24] ?? 0);
  return descending ? found.reverse() : found;
}
