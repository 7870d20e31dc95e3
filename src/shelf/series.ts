/** Counts over time for the overview's plots. Pure. */
import type { Row } from '../library/types';

export interface Week {
  /** Its Monday, 00:00 of the reader's time zone, milliseconds since 1970. */
  from: number;
  saved: number;
  read: number;
}

/** Monday of the week a moment lies in. */
function monday(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)).getTime();
}

/** The last `count` weeks up to `now`: how many papers were saved and read in each. */
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

export interface TagSeries {
  id: string;
  /** Papers saved with the tag, a month each, oldest first. */
  months: number[];
}

/** The last `count` months, as the first day of each; and the `most` commonest tags in them. */
export function tagMonths(
  rows: Iterable<Pick<Row, 'savedAt' | 'tags'>>,
  now: number,
  count = 12,
  most = 6,
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
  return { months, tags: sorted.slice(0, most).map(([id, counts]) => ({ id, months: counts })) };
}
