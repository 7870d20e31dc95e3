/** Machine-readable forms other than `citation_*` tags: JSON-LD, PRISM, Dublin Core, COinS. */

import { dateIn, earliest } from '../../paper/dates';
import { arxivToId, canonicalUrl, doiToId, idOfUrl } from '../../paper/identity';
import { allAuthors, type ScrapedFacts } from './cards';
import { withoutMarkup } from './highwire';
import { type JsonObject, object, oneOrMore, text } from './json';
import { givenFirst } from './names';
import { namesInTags } from './tag-names';
import { clean, paragraphs } from './text';

/** Facts, ids and title in one of these forms. */
export type PageMetadata = ScrapedFacts & { ids: (string | undefined)[]; title: string | undefined };

/** Id from a DOI, a paper's address, `arXiv:…`, `info:doi/…` or `info:pmid/…`. A number without its scheme may be the site's own. */
function idIn(value = ''): string | undefined {
  const info = /^info:(doi|pmid)\/(.+)$/.exec(value);
  if (info) return info[1] === 'doi' ? doiToId(info[2] as string) : `pmid:${info[2]}`;
  return /^arxiv:/i.test(value) ? arxivToId(value) : (doiToId(value) ?? idOfUrl(value));
}

const pageOf = (first?: string, last?: string): string | undefined =>
  first && last && first !== last ? `${first}-${last}` : first;

/** Scholarly works at the top of JSON-LD, in `@graph` or as `mainEntity`. Cited works are nested deeper and not found. */
function* works(value: unknown): Iterable<JsonObject> {
  for (const item of oneOrMore(value).map(object)) {
    const types = oneOrMore(item['@type']).join(' ');
    if (/\b(?:Medical)?ScholarlyArticle\b|\bThesis\b|\bChapter\b/.test(types)) yield item;
    else yield* [...works(item['@graph'] ?? []), ...works(item.mainEntity ?? [])];
  }
}

/** What an identifier says, with the scheme that a `PropertyValue` names apart from it: "arXiv:2401.00001". https://schema.org/identifier */
function identifierText(value: unknown): string | undefined {
  const { propertyID, name, value: own, '@id': address } = object(value);
  const written = text(value) ?? text(own) ?? text(address);
  const [scheme] = /\b(?:arxiv|pmid|pubmed)\b/i.exec(text(propertyID) ?? text(name) ?? '') ?? [];
  if (!scheme || !written || !/^[\w./-]+$/.test(written)) return written;
  return /arxiv/i.test(scheme) ? `arXiv:${written}` : `info:pmid/${written}`;
}

/** Everything that may say which work or page some JSON-LD is of. */
const addressesOf = (work: JsonObject): (string | undefined)[] =>
  [work.sameAs, work.identifier, work['@id'], work.url, work.mainEntityOfPage].flatMap(oneOrMore).map(identifierText);

/**
 * The page's own work in JSON-LD: the only one, or of several the one with the page's address or id. Others are works that it
 * cites. https://schema.org/ScholarlyArticle
 */
export function jsonLd(document: Document, url: URL, ownId: string | undefined): PageMetadata | undefined {
  const found: JsonObject[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      found.push(...works(JSON.parse(script.textContent ?? '')));
    } catch {
      // Broken data is ignored; other forms may have the facts.
    }
  }
  const isOwn = (work: JsonObject) =>
    addressesOf(work).some(
      (address) =>
        address !== undefined &&
        ((ownId !== undefined && idIn(address) === ownId) || canonicalUrl(address) === canonicalUrl(url.href)),
    );
  const work = found.length === 1 ? found[0] : found.find(isOwn);
  if (!work) return undefined;
  const people = oneOrMore(work.author).map((person) => {
    const { name, givenName, familyName } = object(person);
    return text(person) ?? text(name) ?? clean(`${text(givenName) ?? ''} ${text(familyName) ?? ''}`);
  });
  const parts: JsonObject[] = [];
  for (
    let part = object(oneOrMore(work.isPartOf)[0]);
    parts.length < 4 && Object.keys(part).length;
    part = object(oneOrMore(part.isPartOf)[0])
  )
    parts.push(part);
  const periodical = parts.find((part) => oneOrMore(part['@type']).includes('Periodical')) ?? parts.at(-1);
  const of = (key: string) => text(parts.map((part) => part[key]).find(Boolean));
  return {
    ids: addressesOf(work).map(idIn),
    title: withoutMarkup(text(work.headline) ?? text(work.name)),
    ...allAuthors(namesInTags(people)),
    abstract: withoutMarkup(text(work.abstract) ?? text(work.description)),
    published: dateIn(text(work.datePublished)),
    venue: text(periodical?.name),
    volume: of('volumeNumber'),
    issue: of('issueNumber'),
    pages: pageOf(text(work.pageStart), text(work.pageEnd)),
    publisher: text(object(work.publisher).name),
    links: { page: text(work.url) },
  };
}

/** PRISM's tags, of those that name the work. https://www.w3.org/submissions/2020/SUBM-prism-20200910/ */
export function prism(tags: Map<string, string[]>): PageMetadata {
  const one = (key: string) => tags.get(`prism.${key}`)?.[0];
  return {
    ids: [idIn(one('doi'))],
    title: undefined,
    published: dateIn(one('publicationdate')),
    venue: one('publicationname'),
    volume: one('volume'),
    issue: one('number'),
    pages: pageOf(one('startingpage'), one('endingpage')),
    links: { page: one('url') },
  };
}

/** Dublin Core's tags, `DC.` or `DCTERMS.`. https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */
export function dublinCore(tags: Map<string, string[]>): PageMetadata {
  const all = (...keys: string[]) => keys.flatMap((key) => tags.get(`dc.${key}`) ?? tags.get(`dcterms.${key}`) ?? []);
  const [abstract = ''] = all('abstract', 'description.abstract', 'description');
  const creators = all('creator', 'creator.personalname');
  return {
    ids: all('identifier', 'identifier.doi', 'identifier.uri').map(idIn),
    title: withoutMarkup(all('title')[0]),
    ...allAuthors(namesInTags(creators.length ? creators : all('contributor', 'contributor.author'))),
    abstract: paragraphs(abstract.split(/\n\s*\n/).map((text) => withoutMarkup(text) ?? '')),
    published: earliest(all('issued', 'date.issued', 'date').map(dateIn)),
    publisher: all('publisher')[0],
  };
}

/** OpenURL in a `span` (COinS), if the page holds just one. https://groups.niso.org/higherlogic/ws/public/download/14833 (Z39.88) */
export function coins(document: Document): PageMetadata | undefined {
  const spans = document.querySelectorAll('span.Z3988[title]');
  if (spans.length !== 1) return undefined;
  const query = new URLSearchParams(spans[0]?.getAttribute('title') ?? '');
  const one = (...keys: string[]) => text(keys.map((key) => query.get(`rft.${key}`)).find(Boolean) ?? undefined);
  const people = query.getAll('rft.au');
  // The first author has fields of its own, and may be listed again.
  const [family, given] = [one('aulast'), one('aufirst', 'auinit')];
  const first = family && givenFirst(`${family}, ${given ?? ''}`);
  if (family && first && !people.some((name) => name.includes(family))) people.unshift(first);
  return {
    ids: query.getAll('rft_id').map(idIn),
    title: one('atitle', 'btitle', 'title'),
    ...allAuthors(namesInTags(people)),
    published: dateIn(one('date')),
    venue: one('atitle') && one('jtitle', 'btitle', 'title'),
    volume: one('volume'),
    issue: one('issue'),
    pages: one('pages') ?? pageOf(one('spage'), one('epage')),
    publisher: one('pub'),
    links: { page: query.getAll('rft_id').find((id) => id.startsWith('https://')) },
  };
}
