/** Sort keys for titles and first authors. Loaded only when a list is sorted by them. */
import { fold } from '../../query/fold';
import { chunkSize } from './columns';

/** Sort key of a title: its folded words, cut to what a list shows. */
export const titleKey = (title: string): string => fold(title).trim().slice(0, 80);

/** Sort key of the first author: the last word of the name, then the rest. A name of one word stays as it is. */
export function authorKey(authors: readonly string[] | undefined): string {
  const words = fold(authors?.[0] ?? '').trim();
  if (!authors?.[0]?.trim().includes(' ')) return words.slice(0, 40);
  const space = words.lastIndexOf(' ');
  return space < 0 ? words : `${words.slice(space + 1)} ${words.slice(0, space)}`.slice(0, 40);
}

/**
 * The first ten characters of a folded name as a number with the same order. It stops at the first character other than
 * a to z, digits and space; names with equal numbers must be compared as text.
 */
export function beginning(name: string): number {
  let value = 0;
  let open = true;
  for (let i = 0; i < 10; i++) {
    const unit = open && i < name.length ? name.charCodeAt(i) : 0;
    const rank = unit === 0 ? 0 : unit === 32 ? 1 : unit < 58 ? unit - 46 : unit < 123 ? unit - 85 : 38;
    if (rank === 38) open = false;
    value = value * 39 + rank;
  }
  return value;
}

/** A stored chunk, indexed by number modulo `chunkSize`. */
export interface NamesChunk {
  chunk: number;
  title: string[];
  author: string[];
}

/** Sort keys by number of the paper. */
export class Names {
  title: string[] = [];
  author: string[] = [];
  /** Whether the stored names are loaded. Before that, only changed names are here. */
  loaded = false;
  /** Numbers changed since the chunks were stored. */
  changed = new Set<number>();

  set(n: number, title: string, author: string): void {
    while (this.title.length < n) this.title.push('');
    while (this.author.length < n) this.author.push('');
    this.title[n] = title;
    this.author[n] = author;
    this.changed.add(n);
  }

  /** Loads stored names, except those that changed since. */
  load(chunks: readonly NamesChunk[]): void {
    for (const { chunk, title, author } of chunks) {
      for (let i = 0; i < title.length; i++) {
        const n = chunk * chunkSize + i;
        if (this.changed.has(n)) continue;
        this.title[n] = title[i] ?? '';
        this.author[n] = author[i] ?? '';
      }
    }
    this.loaded = true;
  }

  /** A chunk to store: the stored one, updated with changes. */
  chunk(chunk: number, stored: NamesChunk | undefined): NamesChunk {
    const title = [...(stored?.title ?? [])];
    const author = [...(stored?.author ?? [])];
    for (const n of this.changed) {
      if (Math.floor(n / chunkSize) !== chunk) continue;
      const i = n % chunkSize;
      while (title.length <= i) title.push('');
      while (author.length <= i) author.push('');
      title[i] = this.title[n] ?? '';
      author[i] = this.author[n] ?? '';
    }
    return { chunk, title, author };
  }
}
