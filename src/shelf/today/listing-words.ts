import type { FollowedListing, ReadProblem } from '../../library/followed-listing';
import { date, day, plural, t } from '../../locale';

/** A time in words: the time of day today, the weekday within the last six days, else the date. Takes ms since 1970. */
export function whenWords(at: number, now = Date.now()): string {
  if (new Date(at).toDateString() === new Date(now).toDateString())
    return date(at, { hour: 'numeric', minute: 'numeric' });
  return now - at < 6 * 24 * 60 * 60 * 1000 ? date(at, { weekday: 'long' }) : day(at);
}

/** What was wrong, within a sentence: "the server is busy (503)". */
function problemWords({ code, status = 0, until }: ReadProblem): string {
  switch (code) {
    case 'unreachable':
      return t('todayUnreachable');
    case 'slow':
      return t('todaySlow');
    case 'busy':
      return until === undefined ? t('todayBusy', status) : t('todayBusyUntil', status, whenWords(until));
    case 'refused':
      return t('todayRefused', status);
    case 'moved':
      return t('todayMoved');
    case 'shape':
      return t('todayShape');
    case 'off':
      return t('todayOff');
  }
}

/** How the last reading of a listing went: "Read 08:12 · 46 papers", "Not read since Tuesday: the server is busy (503)". */
export function listingWords({ readAt, papers = 0, isCut, problem }: FollowedListing): string {
  if (problem)
    return readAt === undefined
      ? t('todayNeverRead', problemWords(problem))
      : t('todayNotSince', whenWords(readAt), problemWords(problem));
  if (readAt === undefined) return t('todayUnread');
  const read = t('todayReadAt', whenWords(readAt), plural('papers', papers));
  return isCut ? `${read} · ${t('todayCut')}` : read;
}
