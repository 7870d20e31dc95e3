import { describe, expect, test } from 'vitest';
import type { PaperRecord } from '../../src/library/db/record';
import { areDifferent, join } from '../../src/library/write/join';

const id = 'arxiv:2601.00001';

describe('joining two records', () => {
  const record = (more: Partial<PaperRecord>): PaperRecord => ({
    n: 1,
    ids: [id],
    tags: [],
    status: 'unread',
    savedAt: 1000,
    changedAt: 1000,
    change: 1,
    sources: [{ site: 'arxiv', at: 1000, facts: { ids: [id], title: 'A title' } }],
    sightings: [],
    ...more,
  });
  test('joining unites tags and notes, and keeps the earliest times and the furthest status', () => {
    const first = record({ tags: ['t1', 't2'], note: 'first', starredAt: 500 });
    const second = record({
      n: 2,
      ids: ['doi:10.1000/x'],
      tags: ['t2', 't3'],
      note: 'second',
      status: 'reading',
      readingAt: 700,
      savedAt: 900,
      starredAt: 400,
    });
    expect(join(first, second)).toMatchObject({
      n: 1,
      ids: [id, 'doi:10.1000/x'],
      tags: ['t1', 't2', 't3'],
      note: 'first\n\nsecond',
      status: 'reading',
      readingAt: 700,
      savedAt: 900,
      starredAt: 400,
    });
  });
  test('a note that contains the other one is not repeated', () => {
    expect(join(record({ note: 'long note' }), record({ note: 'note' })).note).toBe('long note');
    expect(join(record({}), record({ note: 'only' })).note).toBe('only');
  });
  test('corrections and citation keys are united, and those of the first record win', () => {
    const first = record({ edits: { title: 'Mine' }, citationKeys: { file: 'one' } });
    const second = record({ edits: { title: 'Theirs', venue: 'ICML' }, citationKeys: { file: 'two', other: 'x' } });
    expect(join(first, second)).toMatchObject({
      edits: { title: 'Mine', venue: 'ICML' },
      citationKeys: { file: 'one', other: 'x' },
    });
  });
  test('joining a paper in the trash with one that is not restores it', () => {
    expect(join(record({ removedAt: 5 }), record({}))).not.toHaveProperty('removedAt');
    expect(join(record({ removedAt: 5 }), record({ removedAt: 7 })).removedAt).toBe(7);
  });
  test('records with different arXiv ids stay two papers, whatever a page says', () => {
    expect(areDifferent([id, 'doi:10.1000/x'], ['arxiv:2601.00002', 'doi:10.1000/x'])).toBe(true);
    expect(areDifferent([id], ['doi:10.1000/x'])).toBe(false);
  });
});
