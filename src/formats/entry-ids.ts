/** The ids and links of a record: from its DOI, arXiv id and addresses, however they are written. */
import { addressOfId, arxivAbstract } from '../paper/addresses';
import { arxivToId, canonicalUrl, doiInUrl, doiToId, idOfAddress, idValue, isId, orderIds } from '../paper/identity';
import { arxivIn } from '../paper/ids-in-text';
import type { Facts } from '../paper/paper';
import { Checksum } from './json/checksum';
import type { RawRecord } from './raw-record';
import { oneLine, safeUrl } from './text';

/** The record's ids, the best first; never empty. */
export function recordIds(raw: RawRecord): string[] {
  const written = [oneLine(raw.arxiv ?? ''), ...(raw.mentions ?? []).map((text) => arxivIn(text) ?? '')];
  const urls = urlsOf(raw);
  const ids = orderIds([
    written.map(arxivToId).find(Boolean),
    doiIn(raw.doi),
    pmid(raw.pmid),
    raw.pmcid && /^(?:PMC)?\d{1,9}$/i.test(raw.pmcid.trim())
      ? `pmcid:PMC${raw.pmcid.trim().replace(/^PMC/i, '')}`
      : undefined,
    ...urls.flatMap((url) => [idOfAddress(url), doiInUrl(url)]),
  ]);
  if (ids.length > 0) return ids;
  // The front page of a site identifies no paper; neither does an address that is too long for an id.
  const page = urls
    .map((url) => canonicalUrl(url.trim()))
    .find((url) => url !== undefined && isId(`url:${url}`) && new URL(url).pathname.length > 1);
  return [page ? `url:${page}` : contentId(raw)];
}

const pmid = (text: string | undefined): string | undefined => {
  const digits = /^(?:pmid:?\s*)?0*(\d{1,9})$/i.exec(text?.trim() ?? '')?.[1];
  return digits && `pmid:${digits}`;
};

/** The id of the DOI in a field, whatever stands before it: "ARTN 5 10.1000/x", a resolver of any host. */
export function doiIn(text: string | undefined): string | undefined {
  const found = /(?<![\w.])10\.\d{4,9}(?:\.\d+)*(?:\/|%2F)\S+/i.exec(text ?? '')?.[0];
  // In an address with a query what follows is another of its values.
  if (found && /^https?:[^?]*\?/i.test(text?.trim() ?? '')) return doiToId(found.replace(/&.*$/, ''));
  return found && doiToId(found.replace(/(?<=\d)(?:https?:\/\/|www\.|journals\.)\S*$/, ''));
}

/** A DOI of doi.org's shortening service, as its address: "10/gqtzvf". */
const shortDoi = (text: string | undefined): string | undefined => {
  const found = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\/[a-z0-9]{2,12})$/i.exec(text?.trim() ?? '')?.[1];
  return found && `https://doi.org/${found}`;
};

/** The record's addresses: with their scheme, and those that its DOI field holds. */
function urlsOf(raw: RawRecord): string[] {
  const inDoi = doiIn(raw.doi)
    ? undefined
    : (shortDoi(raw.doi) ?? (/^https?:\/\//i.test(raw.doi ?? '') ? raw.doi : ''));
  return [...(raw.urls ?? []), inDoi].flatMap((url) => {
    const trimmed = url?.trim().replace(/[,;]+$/, '') ?? '';
    return trimmed === '' ? [] : [/^www\.[\w-]/i.test(trimmed) ? `https://${trimmed}` : trimmed];
  });
}

/**
 * The id of a record that has none: a checksum of its content, so that the same record of the same file is the same paper
 * when it is imported again. Records that differ have different ids.
 */
export function contentId(raw: RawRecord): string {
  const sum = new Checksum();
  const content = [raw.title, ...(raw.authors ?? []), raw.issued ?? raw.published, raw.venue, raw.volume, raw.pages];
  // Without a title the rest is often the same, or nothing.
  const more = raw.title ? [] : [raw.citationKey, raw.publisher, raw.note, raw.abstract];
  const known = [...content, ...more];
  if (known.every((part) => !part)) known.push(`line ${raw.line}`);
  // Letters and digits alone: other programs change dashes, quotes and stops.
  for (const part of known) sum.add(`${(part ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')}\n`);
  return `entry:${sum}`;
}

const isPdf = (url: string): boolean => /\.pdf(?:$|[?#])|arxiv\.org\/pdf\//i.test(url);

export function recordLinks(raw: RawRecord, ids: readonly string[]): Facts['links'] | undefined {
  const urls = urlsOf(raw)
    .map(safeUrl)
    .filter((url) => url !== undefined);
  const links: NonNullable<Facts['links']> = {};
  const arxiv = ids.find((id) => id.startsWith('arxiv:'));
  if (arxiv) links.abs = arxivAbstract(idValue(arxiv));
  const ofIds = ids.filter((id) => !id.startsWith('url:')).map(addressOfId);
  const isOfId = (url: string) => (arxiv && idOfAddress(url) === arxiv) || ofIds.includes(url);
  const page = urls.find((url) => !isPdf(url) && !isResolver(url) && !isOfId(url));
  if (page) links.page = page;
  const pdf = safeUrl(raw.pdf) ?? urls.find(isPdf);
  if (pdf) links.pdf = pdf;
  const code = (raw.code ?? []).map(safeUrl).filter((url) => url !== undefined);
  if (code.length > 0) links.code = code;
  return Object.keys(links).length > 0 ? links : undefined;
}

/** Whether an address is only another form of the record's DOI. */
const isResolver = (url: string): boolean => /^https?:\/\/(?:dx\.)?doi\.org\//.test(url) && doiIn(url) !== undefined;
