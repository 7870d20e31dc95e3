/**
 * Requests to Semantic Scholar's graph, and its answers as facts. Pure. https://api.semanticscholar.org/api-docs/graph
 */
import { isObject } from '../../formats/json/safe';
import { toFacts } from '../../paper/check';
import { arxivToId, doiToId, idScheme, idValue } from '../../paper/identity';
import type { Facts, PaperType } from '../../paper/paper';
import { bestDoi, isPreprintDoi } from '../../paper/publication';
import { isPreprintVenue } from '../../paper/venue';
import type { Host, Request } from '../client';
import { type Json, jsonList, jsonObject, jsonText, jsonTexts, pages } from '../json';
import { isSamePaper } from '../same-paper';

/** Without a key everybody shares 100 requests in five minutes. */
export const semanticScholarApi: Host = {
  id: 'semantic-scholar',
  origin: 'https://api.semanticscholar.org/*',
  spacingMs: 3000,
  retries: 5,
  maxBytes: 40_000_000,
};
/** With a key of one's own one request a second is allowed. */
export const spacingWithKeyMs = 1000;
/** Ids per request. */
export const papersPerRequest = 500;

const fields =
  'externalIds,title,authors,venue,publicationVenue,journal,year,publicationDate,publicationTypes,citationCount,influentialCitationCount,openAccessPdf';

/** Schemes by which papers are asked for, the best first, as the service writes them. */
const prefixes: Record<string, string> = { arxiv: 'ARXIV:', doi: 'DOI:', acl: 'ACL:', pmid: 'PMID:' };

/** The id by which to ask for a paper; undefined if the service knows none of its schemes. */
export const askedId = (ids: readonly string[]): string | undefined =>
  Object.keys(prefixes).flatMap((scheme) => ids.find((id) => idScheme(id) === scheme) ?? [])[0];

/** Asks for papers by ids that `askedId` gave. */
export const papersRequest = (ids: readonly string[], key = ''): Request => ({
  url: `https://api.semanticscholar.org/graph/v1/paper/batch?fields=${fields}`,
  body: { ids: ids.map((id) => `${prefixes[idScheme(id)]}${idValue(id)}`) },
  ...(key !== '' && { headers: { 'x-api-key': key } }),
});

/** The answer's papers in the order of the request; undefined if it is another answer. */
export const papersAnswer =
  (asked: number) =>
  (json: unknown): unknown[] | undefined =>
    Array.isArray(json) && json.length === asked ? json : undefined;

/**
 * The facts of a record. Undefined if it is none (`null`: unknown), or not the paper that was asked for: the id must be
 * among its own, and the record must agree with what we know.
 */
export function factsOf(record: unknown, asked: string, ours: Pick<Facts, 'title' | 'authors'>): Facts | undefined {
  if (!isObject(record)) return undefined;
  const ids = idsOf(jsonObject(record.externalIds));
  if (!ids.includes(asked)) return undefined;
  const published = jsonText(record.publicationDate) ?? (record.year ? `${record.year}` : undefined);
  const { facts } = toFacts({
    ids: ids.filter((id) => idScheme(id) !== 'acl' || id === asked),
    title: record.title,
    authors: jsonList(record.authors).flatMap((author) => jsonText(jsonObject(author).name) ?? []),
    published,
    ...publicationOf(record, ids),
    links: { openPdf: openPdf(record) },
    metrics: { citations: record.citationCount, influential: record.influentialCitationCount },
  });
  return facts && isSamePaper(ours, facts) ? facts : undefined;
}

function idsOf(external: Json): string[] {
  const [arxiv, doi, acl, pmid, pmcid] = ['ArXiv', 'DOI', 'ACL', 'PubMed', 'PubMedCentral'].map((name) =>
    jsonText(external[name]),
  );
  return [
    arxiv && arxivToId(arxiv),
    doi && doiToId(doi),
    acl && `acl:${acl}`,
    pmid && `pmid:${pmid}`,
    pmcid && `pmcid:PMC${pmcid.replace(/^PMC/i, '')}`,
  ].filter((id) => id !== undefined && id !== '') as string[];
}

/** Where it appeared: nothing but the type of a preprint, whose journals on SSRN are lists of subjects. */
function publicationOf(record: Json, ids: readonly string[]) {
  const doi = bestDoi(ids);
  const journal = jsonObject(record.journal);
  const place = jsonObject(record.publicationVenue);
  const dblp = jsonText(jsonObject(record.externalIds).DBLP);
  const issued = dblpYear(dblp, Number(record.year));
  const names = [jsonText(journal.name), jsonText(record.venue), jsonText(place.name)].filter(
    (name) => name !== undefined,
  );
  if (doi !== undefined && isPreprintDoi(doi)) return { type: 'preprint' };
  if (names.some(isPreprintVenue) && (doi === undefined || names.every(isPreprintVenue))) {
    return doi === undefined ? { type: 'preprint' } : { issued };
  }
  const known = names.filter((name) => !isPreprintVenue(name));
  if (known.length === 0) return { issued };
  const type = typeOf(record, jsonText(place.type), dblp);
  const venue = type === 'conference' ? (seriesOf(place) ?? jsonText(record.venue) ?? known[0]) : known[0];
  return { venue, type, issued, volume: jsonText(journal.volume), pages: pages(journal.pages) };
}

function typeOf(record: Json, place: string | undefined, dblp: string | undefined): PaperType | undefined {
  if (place === 'conference' || dblp?.startsWith('conf/')) return 'conference';
  if (place === 'journal' || (dblp?.startsWith('journals/') && !dblp.startsWith('journals/corr/'))) return 'article';
  const types = jsonTexts(record.publicationTypes);
  if (types.includes('Conference')) return 'conference';
  if (types.includes('BookSection')) return 'chapter';
  if (types.includes('Book')) return 'book';
  return types.includes('JournalArticle') ? 'article' : undefined;
}

/** The short name by which a series is known, among its other names: ICML. */
const seriesOf = (place: Json): string | undefined =>
  jsonTexts(place.alternate_names).find((name) => /^[A-Z][A-Za-z+-]*[A-Z]$/.test(name) && name.length <= 10);

/**
 * The year in which it appeared, from its dblp record (`conf/icml/ZhouPZLXZ21`): the service's own year is often the
 * preprint's. Undefined where the key does not end in a year of the years after that.
 */
function dblpYear(key: string | undefined, first: number): string | undefined {
  const two = /^(?:conf|journals)\/(?!corr\/).*?(\d\d)[a-z]{0,2}$/.exec(key ?? '')?.[1];
  if (two === undefined) return undefined;
  const year = Number(two) + (Number(two) > 60 ? 1900 : 2000);
  return year >= first && year <= first + 5 ? String(year) : undefined;
}

/** A free PDF that is not arXiv's, which every reader finds by the paper's id. */
function openPdf(record: Json): string | undefined {
  const url = jsonText(jsonObject(record.openAccessPdf).url);
  return url && !/^https?:\/\/(?:[\w-]+\.)*arxiv\.org\//i.test(url) ? url : undefined;
}
