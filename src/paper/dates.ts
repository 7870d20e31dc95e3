/** Dates as other programs write them, as ISO dates of the precision they have. */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Month of a number or a name in English ("08", "Aug.", "August", "Jul-Aug": the first), 1 to 12. */
export function monthOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim().toLowerCase() ?? '';
  const number = /^\d{1,2}$/.test(trimmed) ? Number(trimmed) : monthNames.indexOf(trimmed.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 ? number : undefined;
}

/** `2024-08-02` from parts; as far as they are dates. */
export function isoDate(year: string | number | undefined, month?: number, day?: number): string | undefined {
  const text = String(year ?? '').trim();
  if (!/^\d{4}$/.test(text) || text === '0000') return undefined;
  if (month === undefined || month < 1 || month > 12) return text;
  const two = (n: number) => String(n).padStart(2, '0');
  const days = new Date(Date.UTC(Number(text), month, 0)).getUTCDate();
  if (day === undefined || day < 1 || day > days) return `${text}-${two(month)}`;
  return `${text}-${two(month)}-${two(day)}`;
}

/**
 * A date in a text: ISO of any precision (the beginning of a range), `2014/04/03/`, "16-18 Oct. 2014", "Oct 4, 2014",
 * "2014 Oct 4", "2014 Jul-Aug"; failing all that the year alone.
 */
export function dateIn(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  const numeric = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])/.exec(trimmed);
  if (numeric?.[2] !== undefined)
    return isoDate(numeric[1], Number(numeric[2]), numeric[3] ? Number(numeric[3]) : undefined);
  const year = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(trimmed)?.[1];
  if (year === undefined) return undefined;
  const rest = trimmed.replace(year, ' ');
  const month = monthOf(/[A-Za-z]{3,}/.exec(rest)?.[0]);
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(rest)?.[1];
  return isoDate(year, month, day === undefined || month === undefined ? undefined : Number(day));
}
