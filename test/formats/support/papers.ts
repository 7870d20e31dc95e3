import type { ExportPaper } from '../../../src/formats/format';
import type { Facts } from '../../../src/paper/paper';

export const now = new Date('2026-11-24T12:00:00Z');

/** An invented paper, with what a test says of it. */
export function paper(facts: Partial<Facts> = {}, rest: Partial<ExportPaper> = {}): ExportPaper {
  const ids = rest.ids ?? facts.ids ?? ['arxiv:2408.01234'];
  return {
    ids,
    facts: {
      title: 'Scaling the Diameter of Small Graphs',
      authors: ['Ada Lovelace', 'Vera van der Berg'],
      published: '2024-08-02',
      categories: ['cs.LG', 'cs.DM'],
      ...facts,
      ids,
    },
    tags: ['graphs/small', 'to present'],
    status: 'unread',
    savedAt: Date.UTC(2024, 7, 3),
    changedAt: Date.UTC(2024, 7, 3),
    ...rest,
  };
}
