/** The rule before the memory, to compare with: authors give a tag 3 points a paper, rare long words of the title 1; 3 are needed. */

import type { Facts } from '../../../src/paper/paper';
import { fold } from '../../../src/query/fold';
import type { KeptPaper } from './readers';

/** What more papers share says nothing. */
const maxFound = 40;

const wordsOf = (title: string) =>
  [...new Set(fold(title).trim().split(' '))]
    .filter((word) => word.length >= 5)
    .sort((a, b) => b.length - a.length)
    .slice(0, 4);

/** Papers by author and by word of the title. */
export class OlderRule {
  private by = new Map<string, KeptPaper[]>();

  constructor(kept: readonly KeptPaper[]) {
    for (const each of kept) {
      const { title, authors = [] } = each.paper.facts;
      const words = new Set(fold(title).trim().split(' '));
      for (const key of [...authors.map((name) => `a ${name}`), ...[...words].map((word) => `w ${word}`)]) {
        this.by.set(key, [...(this.by.get(key) ?? []), each]);
      }
    }
  }

  suggest({ title, authors = [] }: Facts): string[] {
    const points = new Map<string, number>();
    const add = (key: string, of: number) => {
      const found = this.by.get(key) ?? [];
      if (found.length > maxFound) return;
      for (const tag of found.flatMap(({ given }) => given)) points.set(tag, (points.get(tag) ?? 0) + of);
    };
    for (const name of authors.slice(0, 4)) add(`a ${name}`, 3);
    for (const word of wordsOf(title)) add(`w ${word}`, 1);
    const sorted = [...points].filter(([, sum]) => sum >= 3).sort((a, b) => b[1] - a[1]);
    return sorted.slice(0, 3).map(([tag]) => tag);
  }
}
