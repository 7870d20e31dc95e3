/** Dates as pages write them, in English. Pure. */

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const monthFirst = new RegExp(`\\b${month}\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?\\b`, 'i');
const dayFirst = new RegExp(`\\b(\\d{1,2})\\s+${month}\\.?,?(?:\\s+(\\d{4}|\\d\\d(?!:)))?\\b`, 'i');

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The first day named in a text as an ISO date: "Oct 4, 2026", "Published on October 4", "4 Oct 2026", "4 Oct 98". A day without a year
 * is in the latest year that does not put it after `now` (the time of capture, UTC). Undefined where there is no such day.
 */
export function day(text: string | undefined, now: Date): string | undefined {
  let [, date, name, written] = dayFirst.exec(text ?? '') ?? [];
  if (!name) [, name, date, written] = monthFirst.exec(text ?? '') ?? [];
  if (!date || !name) return undefined;
  const index = months.indexOf(name.toLowerCase()) / 3;
  const century = written?.length === 2 ? (written < '70' ? 2000 : 1900) : 0;
  const first = century + Number(written ?? now.getUTCFullYear());
  // A leap day lies at most eight years back.
  for (let year = first; year >= first - (written ? 0 : 8); year--) {
    const at = new Date(Date.UTC(year, index, Number(date)));
    if (at.getUTCMonth() === index && (written || at <= now)) return `${year}-${two(index + 1)}-${two(Number(date))}`;
  }
  return undefined;
}
