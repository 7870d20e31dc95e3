/** Lists of names (a paper's tags, sites, categories, its venue) as numbers: few different ones serve many papers. */

import { foldAll } from '../../query/fold';

/** Every different list once; 0 is the empty one. */
export class Lists {
  private known = new Map<string, number>();
  private lists: (readonly string[])[] = [];
  private texts: string[] = [];

  constructor(stored: readonly (readonly string[])[] = [[]]) {
    for (const list of stored) this.number(list);
  }

  /** The number of a list; the same for the same names in the same order. */
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

  /** For each list whether its names hold a needle (see `fold`). Folded once, since every word that is typed asks. */
  holding(needle: string): Uint8Array {
    for (let i = this.texts.length; i < this.lists.length; i++) this.texts.push(foldAll(this.lists[i] ?? []));
    return Uint8Array.from(this.texts, (text) => (text.includes(needle) ? 1 : 0));
  }

  /** For each list whether it fulfils something, by number: asked once a list instead of once a paper. */
  which(fulfils: (list: readonly string[]) => boolean): Uint8Array {
    return Uint8Array.from(this.lists, (list) => (fulfils(list) ? 1 : 0));
  }
}
