/** Numbers for lists of names (a paper's tags, sites, categories, its venue): many papers share few distinct lists. */

import { foldAll } from '../../query/fold';

/** Each distinct list once; number 0 is the empty list. */
export class Lists {
  private known = new Map<string, number>();
  private lists: (readonly string[])[] = [];
  private texts: string[] = [];

  constructor(stored: readonly (readonly string[])[] = [[]]) {
    for (const list of stored) this.number(list);
  }

  /** The number of a list. Equal names in equal order have the same number. */
  number(list: readonly string[]): number {
    const key = JSON.stringify(list);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.lists.length);
    return this.lists.push(list) - 1;
  }

  /** The names behind a number. */
  names(number: number): readonly string[] {
    return this.lists[number] ?? [];
  }

  get all(): readonly (readonly string[])[] {
    return this.lists;
  }

  /**
   * For each list, 1 if its names contain a needle (see `fold`). The folded names are cached, because every typed word
   * asks.
   */
  holding(needle: string): Uint8Array {
    for (let i = this.texts.length; i < this.lists.length; i++) this.texts.push(foldAll(this.lists[i] ?? []));
    return Uint8Array.from(this.texts, (text) => (text.includes(needle) ? 1 : 0));
  }

  /** For each list, 1 if it fulfils a condition: evaluated once per list instead of once per paper. */
  which(fulfils: (list: readonly string[]) => boolean): Uint8Array {
    return Uint8Array.from(this.lists, (list) => (fulfils(list) ? 1 : 0));
  }
}
