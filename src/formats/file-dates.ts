/** Dates of publication as other programs write them, beyond what pages show: further orders of the parts, months of other languages. */
import { dateIn, isoDate } from '../paper/dates';

const english = 'january february march april may june july august september october november december'.split(' ');
/** Months by how they begin, without accents. What begins alike in several languages means the same month there. */
const beginnings: [prefix: string, month: number][] = Object.entries({
  1: 'januar janv ener gennaio janeiro januari ledn leden stycz ocak янв sausi',
  2: 'februar fevr febr feve febbraio unor lut subat фев',
  3: 'maerz marz mars marzo marco maart brez marzec marca mart мар mrt',
  4: 'avri abri april aprile dub kwie nisan апр',
  5: 'mai mayo magg maio mei kvet maj mayıs май мая',
  6: 'juni juin junio giug junho cerven cervn czerw haziran июн',
  7: 'juli juil julio lugl julho cervenc cervenec lip temmuz июл',
  8: 'augu aout agos srp sierp agus авг',
  9: 'sept septiembre settem setem zar wrzes eylul сен',
  10: 'okt octo octubre ottob outub rij pazdz ekim окт',
  11: 'nove noviembre listopad kasım ноя',
  12: 'dez decem diciem dicem dezem prosin grud aralık дек',
}).flatMap(([month, list]) => list.split(' ').map((prefix): [string, number] => [prefix, Number(month)]));

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Replaces the first month of another language by its English name. */
const inEnglish = (text: string): string =>
  text.replace(/\p{L}{3,}/u, (word) => {
    const start = folded(word);
    if (english.some((name) => name.startsWith(start))) return word;
    const found = beginnings.filter(([prefix]) => start.startsWith(prefix)).sort(([a], [b]) => b.length - a.length)[0];
    return found ? (english[found[1] - 1] ?? word) : word;
  });

/**
 * The ISO date in a field that holds a date and nothing else: what `dateIn` reads, and "28.05.2013", "28/05/2013" (where day
 * and month cannot be mixed up), "20130528", "2013年5月28日", "5 février 2019", and years before 1400. Undefined for dates
 * before Christ and for what is no date.
 */
export function fileDate(text: string | undefined): string | undefined {
  const date = text?.trim().replace(/^[[({<\s]+|[\])}>\s]+$/g, '') ?? '';
  if (date === '' || /^-|\bB\.?C\b|v\. ?Chr|^1?\d\d[uxX-]/.test(date)) return undefined;
  const compact =
    /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? /^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?/.exec(date);
  if (compact) return isoDate(compact[1], Number(compact[2]), Number(compact[3]));
  const [, first, separator, second, year] = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(date) ?? [];
  if (year !== undefined) {
    const [a, b] = [Number(first), Number(second)];
    if (separator === '.' || a > 12) return isoDate(year, b, a);
    return b > 12 ? isoDate(year, a, b) : isoDate(year);
  }
  if (/^\d{3,4}$/.test(date)) return /^10[01]$/.test(date) ? undefined : isoDate(date.padStart(4, '0'));
  return dateIn(inEnglish(date)) ?? yearIn(date);
}

/** The year of "c. 1387", "1987a", "0380-01-01", "2021年". */
const yearIn = (text: string): string | undefined =>
  isoDate(/^(?:c(?:a|irca)?\.?\s*|ca\.\s*)?([01]\d{3}|20\d\d)(?!\d)/i.exec(text)?.[1]);
