/** Counts over time for the overview's plots. Pure. */
import type { Row } from '../library/types';

/** What was saved and read in a week. */
export interface Week {
  /** Monday, 00:00 in the user's time zone, ms since 1970. */
  from: number;
  saved: number;
  read: number;
}

/** Monday, 00:00, of the week of a time. */
function monday(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)).getTime();
}

/** How many papers were saved and read in each of the last `count` weeks up to `now`. */
export function weeks(rows: Iterable<Pick<Row, 'savedAt' | 'readAt'>>, now: number, count = 26): Week[] {
  const last = new Date(monday(now));
  const list = Array.from({ length: count }, (_, i): Week => {
    const from = new Date(last.getFullYear(), last.getMonth(), last.getDate() - 7 * (count - 1 - i)).getTime();
    return { from, saved: 0, read: 0 };
  });
  const byStart = new Map(list.map((week) => [week.from, week]));
  for (const { savedAt, readAt } of rows) {
    const saved = byStart.get(monday(savedAt));
    if (saved) saved.saved++;
    const read = readAt === undefined ? undefined : byStart.get(monday(readAt));
    if (read) read.read++;
  }
  return list;
}

/** How many papers were saved with a tag, by month. */
export interface TagSeries {
  id: string;
  /** Counts by month, oldest first. */
  months: number[];
}

/** The first days of the last `count` months, and the counts of the `maxTags` most frequent tags in them. */
export function tagMonths(
  rows: Iterable<Pick<Row, 'savedAt' | 'tags'>>,
  now: number,
  count = 12,
  maxTags = 6,
): { months: number[]; tags: TagSeries[] } {
  const today = new Date(now);
  const months = Array.from({ length: count }, (_, i) =>
    new Date(today.getFullYear(), today.getMonth() - (count - 1 - i), 1).getTime(),
  );
  const index = new Map(months.map((month, i) => [month, i]));
  const series = new Map<string, number[]>();
  for (const { savedAt, tags } of rows) {
    const saved = new Date(savedAt);
    const month = index.get(new Date(saved.getFullYear(), saved.getMonth(), 1).getTime());
    if (month === undefined) continue;
    for (const id of tags) {
      const counts = series.get(id) ?? Array.from({ length: count }, () => 0);
      counts[month] = (counts[month] ?? 0) + 1;
      series.set(id, counts);
    }
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
  const sorted = [...series].sort(([, a], [, b]) => total(b) - total(a));
  return { months, tags: sorted.slice(0, maxTags).map(([id, counts]) => ({ id, months: counts })) };
}
