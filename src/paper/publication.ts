/**
 * What became of a paper: whether it is published, corrected or retracted. From what its sources say, and from the words that
 * publishers put before the title of a retracted paper.
 */
import { idScheme, idValue } from './identity';
import type { EditorialNotice } from './notice';
import type { Facts } from './paper';
import { isPreprintVenue, kindOf } from './venue';

/**
 * DOIs of preprint servers: arXiv, bioRxiv and medRxiv (whose registrant also has journals), SSRN, Research Square, Preprints.org,
 * ChemRxiv, OSF, TechRxiv, Authorea.
 */
const preprintDoi =
  /^10\.(?:48550\/|1101\/(?:\d{4}\.\d\d\.\d\d\.)?\d+(?:v\d+)?$|64898\/|2139\/ssrn\.|21203\/rs\.|20944\/preprints|26434\/chemrxiv|312(?:19|34)\/osf\.io|36227\/techrxiv|22541\/au\.)/;

/** Whether a DOI, as `identity.ts` writes it, is a preprint's. */
export const isPreprintDoi = (doi: string): boolean => preprintDoi.test(doi);

/** A paper's DOI among its ids: that of the published version, else the preprint's. */
export function bestDoi(ids: readonly string[]): string | undefined {
  const all = ids.filter((id) => idScheme(id) === 'doi').map(idValue);
  return all.find((each) => !isPreprintDoi(each)) ?? all[0];
}

/** In front of the titles of retracted papers. "Retracted:" in small letters also stands before notices of retraction. */
const inCapitals = /^\W*(?:RETRACTED|WITHDRAWN)\b/;
const inWords = /^(?:\[retracted\]|\(retracted\)|retracted (?:article|chapter|paper)\b)/i;

/** Whether a title says that its paper was retracted: "RETRACTED: …", "Retracted Article: …". */
export const isRetractedTitle = (title: string): boolean => inCapitals.test(title) || inWords.test(title);

/** The title without these words. */
export const withoutRetracted = (title: string): string =>
  isRetractedTitle(title)
    ? title.replace(/^\W*(?:retracted|withdrawn)\W*(?:(?:article|chapter|paper)\b\W*)?/i, '') || title
    : title;

type Told = Pick<Facts, 'ids' | 'title' | 'venue' | 'type' | 'notice'>;

/** The gravest notice of a paper; a title alone gives neither DOI nor date. */
export function noticeOf({ notice, title }: Pick<Told, 'notice' | 'title'>): EditorialNotice | undefined {
  if (notice?.is !== 'retracted' && isRetractedTitle(title)) return { is: 'retracted' };
  return notice;
}

export const isRetracted = (facts: Pick<Told, 'notice' | 'title'>): boolean => noticeOf(facts)?.is === 'retracted';

/** Whether a paper appeared in a journal, in proceedings or as a book, retracted or not. */
export function isPublishedPaper(facts: Told): boolean {
  if (facts.venue === undefined || isPreprintVenue(facts.venue)) return false;
  return ['article', 'conference', 'book', 'chapter'].includes(kindOf(facts));
}
