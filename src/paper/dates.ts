/**
 * Dates of publication: ISO dates of the precision that is known (`2024`, `2024-07`, `2024-07-31`), and dates as pages and
 * other programs write them. Pure.
 */

/** English months by their first three letters. */
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** 1 to 12 of a word that begins as a month does; else no such number. */
const monthAt = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) / 4 + 1;

/** "July" of 7, the month of a date that is known to have one. */
export const monthName = (month: number): string =>
  'January February March April May June July August September October November December'.split(' ')[month - 1] ?? '';

/** "jul" of 7, as BibTeX has it. */
export const monthAbbreviation = (month: number): string => months.split('|')[month - 1] ?? '';

/** Month of a number or a name in English ("08", "Aug.", "August", "Jul-Aug": the first), 1 to 12. */
export function monthOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  const month = /^[a-z]{3}/i.test(trimmed) ? monthAt(trimmed) : /^\d{1,2}$/.test(trimmed) ? Number(trimmed) : 0;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `2024-08-02` of its parts, as far as there is such a month and such a day in it; undefined without a year of four digits. */
export function isoDate(year: string | number | undefined, month?: number, day?: number): string | undefined {
  const written = String(year ?? '').trim();
  if (!/^(?!0000)\d{4}$/.test(written)) return undefined;
  if (!month || month < 1 || month > 12) return written;
  const days = new Date(Date.UTC(Number(written), month, 0)).getUTCDate();
  return `${written}-${two(month)}${day && day >= 1 && day <= days ? `-${two(day)}` : ''}`;
}

/** The parts of a date. */
export interface DateParts {
  /** Four digits. */
  year: string;
  /** 1 to 12. */
  month?: number;
  day?: number;
}

/** The date by which a work is cited and exported: of its issue where that is known, else of its first publication. */
export const citedDate = ({ issued, published }: { issued?: string; published?: string }): string | undefined =>
  issued ?? published;

/** Year, month and day of an ISO date of any precision; undefined where it is none. */
export function dateParts(published: string | undefined): DateParts | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(published ?? '');
  if (!found) return undefined;
  const [, year = '', month, day] = found;
  if (month === undefined) return { year };
  return day === undefined ? { year, month: Number(month) } : { year, month: Number(month), day: Number(day) };
}

/**
 * The date in a text: "2024/7/31", "2024-07", "07/2024", "31 July 2024", "Jul 31, 2024", "2024 Jul-Aug", "6-7 July 2005", "June 2019",
 * "2024"; of a span its beginning. The day of "7/8/2024" cannot be told from its month: only the year is given. Undefined
 * where no year stands.
 */
export function dateIn(text: string | null | undefined): string | undefined {
  const numeric = /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(text ?? '');
  if (numeric) return isoDate(numeric[1], Number(numeric[2]), Number(numeric[3]));
  const monthly = /^\s*(\d{1,2})\/(\d{4})\s*$/.exec(text ?? '');
  if (monthly) return isoDate(monthly[2], Number(monthly[1]));
  const year = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/.exec(text ?? '')?.[0];
  const name = new RegExp(`\\b(?:${months})[a-z]*`, 'i').exec(text ?? '')?.[0];
  if (!text || !name) return year;
  const beside = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|[-–]+\\d+)?[\\s.,-]+${name}|${name}\\.?\\s+(\\d{1,2})(?!\\d)`,
  ).exec(text);
  return isoDate(year, monthAt(name), Number(beside?.[1] ?? beside?.[2]));
}

/**
 * The first day named in a text as an ISO date: "Oct 4, 2026", "Published on October 4", "4 Oct 2026", "4 Oct 98". A day
 * without a year is in the latest year that does not put it after `now` (the time of capture, UTC). Undefined where there is
 * no such day.
 */
export function dayIn(text: string | undefined, now: Date): string | undefined {
  const monthWord = `(${months})[a-z]*`;
  const dayFirst = new RegExp(`\\b(\\d{1,2})\\s+${monthWord}\\.?,?(?:\\s+(\\d{4}|\\d\\d(?!:)))?\\b`, 'i');
  const monthFirst = new RegExp(`\\b${monthWord}\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?\\b`, 'i');
  let [, date, name, written] = dayFirst.exec(text ?? '') ?? [];
  if (!name) [, name, date, written] = monthFirst.exec(text ?? '') ?? [];
  const day = Number(date);
  const century = written?.length === 2 ? (written < '70' ? 2000 : 1900) : 0;
  const first = century + Number(written ?? now.getUTCFullYear());
  // A leap day lies at most eight years back.
  for (let year = first; name && year >= first - (written ? 0 : 8); year--) {
    const found = isoDate(year, monthAt(name), day);
    if (found?.length === 10 && (written || new Date(found) <= now)) return found;
  }
  return undefined;
}

/**
 * Like `dayIn` for a paper with an arXiv id: a day without a year lies in the month that the id names (`2506.…`) or the one before
 * it; only if it can not, before `now`.
 */
export function dayNearArxivId(text: string | undefined, id: string, now: Date): string | undefined {
  const [, year, month] = /^(\d\d)(\d\d)\./.exec(id) ?? [];
  const [y, m] = [2000 + Number(year), Number(month)];
  const day = year && dayIn(text, new Date(Date.UTC(y, m, 0)));
  return day && new Date(day) >= new Date(Date.UTC(y, m - 2)) ? day : dayIn(text, now);
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
