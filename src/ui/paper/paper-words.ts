/** A paper's facts as text for display. What is unknown is said to be unknown or left out; nothing is guessed. */

import { number, plural, t } from '../../locale';
import { citedDate } from '../../paper/dates';
import { displayName } from '../../paper/east-asian-names';
import { idScheme } from '../../paper/identity';
import type { Facts } from '../../paper/paper';
import { schemeWords } from '../../sites/catalog';

/** How many authors there are, as far as known: the source's own count where its list was cut. */
export const authorTotal = (facts: Pick<Facts, 'authors' | 'authorCount'>): number | undefined =>
  facts.authorCount ?? facts.authors?.length;

/** "Chong You, Kan Wu + 17", "5 authors, not named here", "Authors not named here". */
export function authorsLine(facts: Pick<Facts, 'authors' | 'authorCount'>, shown = 2): string {
  const total = authorTotal(facts);
  if (!facts.authors?.length) return total ? plural('uiAuthorsUnnamed', total) : t('uiAuthorsMissing');
  // One more name takes no more room than "+ 1".
  const fits = facts.authors.length === total && total <= shown + 1 ? total : shown;
  const names = facts.authors.slice(0, fits).map(displayName).join(', ');
  const more = (total ?? 0) - Math.min(fits, facts.authors.length);
  return more > 0 ? t('uiAuthorsMore', names, number(more)) : names;
}

/**
 * A date of first publication as the reader's language writes it, no more precise than the source: `2024`, `2024-07` and
 * `2024-07-31` are "2024", "Jul 2024" and "Jul 31, 2024". `short` leaves out the day. Written without `Intl`, whose first
 * formatter of dates takes longer to make than a page's first rows to draw.
 */
export function publishedWords(published: string, short = false): string {
  const [year, month, day] = published.split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return String(year);
  const name = t('dateMonths').split(',')[month - 1] ?? '';
  return day === undefined || short ? t('dateMonth', name, year) : t('dateDay', name, year, day);
}

/** The display name of an id's scheme: "arXiv". */
export const schemeName = (id: string): string => schemeWords(idScheme(id));

/** Where and when a paper was published: "ICML 2022", "arXiv · Jun 2025"; without a date "DOI". */
export function whereAndWhen(facts: Pick<Facts, 'venue' | 'published' | 'issued'>, key: string): string {
  const { venue, published } = facts;
  if (venue !== undefined) {
    const year = citedDate(facts)?.slice(0, 4);
    return year === undefined || venue.includes(year) ? venue : `${venue} ${year}`;
  }
  const place = idScheme(key) === 'url' ? hostOf(key) : schemeName(key);
  return [place, published && publishedWords(published, true)].filter(Boolean).join(' · ');
}

const hostOf = (key: string): string => {
  const address = key.slice('url:'.length);
  return URL.canParse(address) ? new URL(address).hostname : address;
};
