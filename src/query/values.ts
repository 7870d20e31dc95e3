/** Parses values of fields: numbers, days, ages and ranges of them. Pure. */

/** Inclusive bounds. */
export interface Bounds {
  min: number;
  max: number;
}

/** Parses one end of a range; undefined if it is not understood. A larger age is an earlier time. */
type Point = (text: string) => (Bounds & { age?: boolean }) | undefined;

/**
 * Bounds of `2023`, `>50`, `>=50`, `<7d`, `2023..2025`, `2023..`, `..2020`. Undefined if the text is not understood or
 * the range is empty, like `2025..2023`.
 */
export function bounds(text: string, point: Point): Bounds | undefined {
  const span = /^(.*?)(?:\.\.\.?|…)(.*)$/.exec(text);
  const found = span ? between(span[1] ?? '', span[2] ?? '', point) : compared(text, point);
  return found && found.min <= found.max ? { min: found.min, max: found.max } : undefined;
}

function between(first: string, last: string, point: Point): Bounds | undefined {
  if (first === '' && last === '') return undefined;
  const a = first === '' ? undefined : point(first);
  const b = last === '' ? undefined : point(last);
  if ((first !== '' && !a) || (last !== '' && !b)) return undefined;
  const [low, high] = (a ?? b)?.age ? [b, a] : [a, b]; // 7d..30d: the larger age is the lower bound
  return { min: low?.min ?? Number.NEGATIVE_INFINITY, max: high?.max ?? Number.POSITIVE_INFINITY };
}

function compared(text: string, point: Point): Bounds | undefined {
  const [, sign = '', rest = ''] = /^([<>]=?|[≤≥=])?(.*)$/.exec(text) ?? [];
  const at = point(rest);
  if (!at) return undefined;
  const below = { min: Number.NEGATIVE_INFINITY, max: at.min - 1 };
  const above = { min: at.max + 1, max: Number.POSITIVE_INFINITY };
  const upTo = { min: Number.NEGATIVE_INFINITY, max: at.max };
  const since = { min: at.min, max: Number.POSITIVE_INFINITY };
  // For ages, less means later: `<7d` is after that time. A plain `7d` means within the last seven days.
  if (at.age)
    return { '': since, '=': since, '<': above, '<=': since, '≤': since, '>': below, '>=': upTo, '≥': upTo }[sign];
  return { '': at, '=': at, '<': below, '<=': upTo, '≤': upTo, '>': above, '>=': since, '≥': since }[sign];
}

/** A whole number. */
export const numberPoint: Point = (text) => {
  if (!/^\d{1,9}$/.test(text)) return undefined;
  return { min: Number(text), max: Number(text) };
};

/** A year, as bounds of day numbers (`dayNumber`). */
export const year: Point = (text) => (/^[12]\d{3}$/.test(text) ? publishedDay(text) : undefined);

/**
 * A date of publication as bounds of day numbers: `2024-07` is 20240700 to 20240799. Takes `2024`, `2024-07`,
 * `2024-07-31`, ages, `today` and `yesterday`.
 */
export const publishedOn =
  (now: Date): Point =>
  (text) => {
    const then = moment(text, now);
    if (!then) return publishedDay(text);
    const day = then.from.getFullYear() * 10000 + (then.from.getMonth() + 1) * 100 + then.from.getDate();
    return { min: day, max: day, age: then.age };
  };

/** The same for times, in milliseconds since 1970. Days begin at midnight of the local time zone. */
export const timeOf =
  (now: Date): Point =>
  (text) => {
    const then = moment(text, now) ?? span(text);
    return then && { min: then.from.getTime(), max: then.to.getTime() - (then.age ? 0 : 1), age: then.age };
  };

/** A date as a number of eight digits, with 00 for unknown parts. 0 if there is none. */
export function dayNumber(published: string | undefined): number {
  const [year = '0', month = '0', day = '0'] = published?.split('-') ?? [];
  return Number(year) * 10000 + Number(month) * 100 + Number(day) || 0;
}

const isoDay = /^([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/;

function publishedDay(text: string): Bounds | undefined {
  if (!span(text)) return undefined;
  const [, year = '', month, day] = isoDay.exec(text) ?? [];
  const from = Number(year) * 10000 + Number(month ?? 0) * 100 + Number(day ?? 0);
  return { min: from, max: from + (month === undefined ? 9999 : day === undefined ? 99 : 0) };
}

interface Span {
  from: Date;
  /** Exclusive. */
  to: Date;
  age: boolean;
}

function span(text: string): Span | undefined {
  const [, year, month, day] = isoDay.exec(text) ?? [];
  if (year === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = new Date(y, m, d);
  if (from.getMonth() !== m || from.getDate() !== d) return undefined; // no such day
  const to =
    month === undefined ? new Date(y + 1, 0, 1) : day === undefined ? new Date(y, m + 1, 1) : new Date(y, m, d + 1);
  return { from, to, age: false };
}

function moment(text: string, now: Date): Span | undefined {
  const midnight = (back: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  if (text === 'today') return { from: midnight(0), to: midnight(-1), age: false };
  if (text === 'yesterday') return { from: midnight(1), to: midnight(0), age: false };
  const [, count, unit] = /^(\d{1,4})(h|d|w|m|y)$/i.exec(text) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const then = new Date(now);
  const back = Number(count);
  const step = {
    h: () => then.setHours(then.getHours() - back),
    d: () => then.setDate(then.getDate() - back),
    w: () => then.setDate(then.getDate() - 7 * back),
    m: () => then.setMonth(then.getMonth() - back),
    y: () => then.setFullYear(then.getFullYear() - back),
  }[unit.toLowerCase()];
  step?.();
  return { from: then, to: then, age: true };
}
