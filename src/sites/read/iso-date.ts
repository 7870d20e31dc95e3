/** Dates as pages write them, with the precision they are written in. Pure. */

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const month = new RegExp(`\\b(${months})[a-z]*`, 'i');
const two = (n: number): string => String(n).padStart(2, '0');

/** `2024-07-31` of its parts, or as much of it as they hold: no month, no day. */
function iso(year: string, month: number, day: number): string {
  if (!(month >= 1 && month <= 12)) return year;
  return day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
}

/**
 * The date in a text: "2024/7/31", "2024-07", "31 July 2024", "Jul 31, 2024", "2024 Jul-Aug", "6-7 July 2005", "June 2019",
 * "2024"; of a span its beginning. The day of "7/8/2024" cannot be told from its month: only the year is given. Undefined
 * where no year stands.
 */
export function isoDate(text: string | null | undefined): string | undefined {
  const numeric = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d/])/.exec(text ?? '');
  if (numeric?.[2]) return iso(numeric[1] as string, Number(numeric[2]), Number(numeric[3]));
  const year = /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/.exec(text ?? '')?.[0];
  if (!text || !year) return undefined;
  const name = month.exec(text);
  if (!name) return year;
  const beside = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|[-–]+\\d+)?[\\s.,-]+${name[0]}|${name[0]}\\.?\\s+(\\d{1,2})(?!\\d)`,
  ).exec(text);
  return iso(year, months.indexOf((name[1] as string).toLowerCase()) / 4 + 1, Number(beside?.[1] ?? beside?.[2]));
}

/** The earliest of some dates; of `2024` and `2024-07` the more precise, and `2024-01-01` beside another day is only a year. */
export function earliest(dates: Iterable<string | undefined>): string | undefined {
  const known = [...dates].filter((date) => date !== undefined);
  const real = known.some((date) => date.length === 10 && !date.endsWith('-01-01'));
  const [first, ...rest] = real ? known.map((date) => date.replace(/-01-01$/, '')) : known;
  return rest.reduce((best, date) => {
    if (date.startsWith(best ?? '')) return date;
    return best?.startsWith(date) || (best && best < date) ? best : date;
  }, first);
}
