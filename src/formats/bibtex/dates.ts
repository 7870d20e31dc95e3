/** The date of an entry: BibLaTeX's `date`, BibTeX's `year`, `month` and `day`. */
import { isoDate, monthOf } from '../../paper/dates';
import { fileDate } from '../file-dates';

/** The ISO date of an entry's fields, given by name; undefined if they have none that can be read. */
export function dateOf(field: (name: string) => string | undefined): string | undefined {
  const [date, year, month, day] = [field('date'), field('year'), field('month'), field('day')];
  // Of a range its beginning.
  const whole = fileDate(date?.split('/')[0]);
  if (whole !== undefined) return whole;
  const only = fileDate(year);
  if (only === undefined || only.length > 4) return only;
  // "8 aug", "aug 8" and the like hold the day as well.
  const named = fileDate(`${month ?? ''} ${only}`) ?? only;
  const digits = /^\s*(\d{1,2})\s*月?\s*$/.exec(month ?? '')?.[1];
  const monthNumber = digits ? monthOf(digits) : Number(named.slice(5, 7));
  const dayText = /^\s*\d{1,2}\s*$/.test(day ?? '') ? day : named.slice(8);
  return isoDate(only, monthNumber || undefined, Number(dayText) || undefined);
}
