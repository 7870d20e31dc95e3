/**
 * Requests to Crossref, and its answers as facts. Pure. https://github.com/CrossRef/rest-api-doc
 */
import { withoutCslMarkup } from '../../formats/csl/markup';
import { isObject } from '../../formats/json/safe';
import { written } from '../../formats/names';
import { toFacts } from '../../paper/check';
import { earliest, isoDate } from '../../paper/dates';
import { doi } from '../../paper/identity';
import type { Facts, PaperType } from '../../paper/paper';
import type { Host, Request } from '../client';
import { type Json, jsonList, jsonObject, jsonText, jsonTexts, pages } from '../json';
import { noticeIn } from './notices';

/** Its public pool; the answer's headers may ask for more distance. */
export const crossrefApi: Host = {
  id: 'crossref',
  origin: 'https://api.crossref.org/*',
  spacingMs: 250,
  retries: 4,
  maxBytes: 40_000_000,
};
/** DOIs per request, and the longest address, UTF-16 units. */
export const doisPerRequest = 50;
const maxAddress = 6000;

const select =
  'DOI,type,title,author,container-title,short-container-title,volume,issue,page,article-number,issued,published-print,published-online,publisher,ISSN,ISBN,event,updated-by,relation,is-referenced-by-count';

/** Splits DOIs into batches for one request each. A DOI with a comma, which parts the DOIs of a filter, is alone. */
export function batches(dois: readonly string[]): string[][] {
  const all: string[][] = [];
  let length = 0;
  for (const each of dois) {
    const last = all.at(-1);
    const added = encodeURIComponent(each).length + 7;
    const isAlone = each.includes(',') || last?.[0]?.includes(',');
    if (!last || isAlone || last.length === doisPerRequest || length + added > maxAddress) {
      all.push([each]);
      length = added;
    } else {
      last.push(each);
      length += added;
    }
  }
  return all;
}

/** Asks for one of these batches. */
export function worksRequest(dois: readonly string[]): Request {
  const [first = ''] = dois;
  const works = 'https://api.crossref.org/works';
  if (first.includes(',')) return { url: `${works}/${encodeURIComponent(first)}` };
  const filter = dois.map((each) => `doi:${encodeURIComponent(each)}`).join(',');
  return { url: `${works}?filter=${filter}&rows=${dois.length}&select=${select}` };
}

/** What Crossref says of a DOI. */
export interface Work {
  facts: Facts;
  /** DOIs of the published versions, if this is a preprint. */
  publishedAs: string[];
}

/** The answer's works by DOI, in any order; DOIs that it does not know are absent. Undefined if it is another answer. */
export function worksAnswer(json: unknown): Map<string, Work> | undefined {
  const message = jsonObject(jsonObject(json).message);
  const items = Array.isArray(message.items) ? message.items : jsonText(message.DOI) ? [message] : undefined;
  if (!items) return undefined;
  return new Map(
    items.flatMap((item) => {
      const work = isObject(item) ? workOf(item) : undefined;
      return work ? [[work.facts.ids[0]?.slice('doi:'.length) ?? '', work] as const] : [];
    }),
  );
}

const types: Record<string, PaperType> = {
  'journal-article': 'article',
  'proceedings-article': 'conference',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'chapter',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'posted-content': 'preprint',
  dissertation: 'thesis',
  report: 'report',
};

function workOf(item: Json): Work | undefined {
  const own = doi(jsonText(item.DOI) ?? '');
  const type = types[jsonText(item.type) ?? ''];
  const isPreprint = type === 'preprint';
  // Of a chapter in a series the series comes first, the book last.
  const containers = jsonTexts(item['container-title']).map(plain);
  const dates = ['published-print', 'published-online', 'issued'].map((name) => dateOf(item[name]));
  const { facts } = toFacts({
    ids: own === undefined ? [] : [`doi:${own}`],
    title: jsonTexts(item.title).map(plain)[0],
    authors: jsonList(item.author).flatMap((author) => nameOf(jsonObject(author)) ?? []),
    published: earliest(dates),
    issued: isPreprint ? undefined : (dates[0] ?? dates[2]),
    type,
    venue: isPreprint ? jsonText(jsonObject(jsonList(item.institution)[0]).name) : containers.at(-1),
    volume: jsonText(item.volume),
    issue: jsonText(item.issue),
    pages: pages(item.page) ?? jsonText(item['article-number']),
    // A preprint's publisher is its server's.
    publisher: isPreprint ? undefined : plain(jsonText(item.publisher) ?? ''),
    notice: noticeIn(item['updated-by']),
    metrics: { citations: item['is-referenced-by-count'] },
  });
  return facts && { facts, publishedAs: publishedAs(jsonObject(item.relation)) };
}

/** Titles hold HTML's entities, and marks for italics and scripts. */
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const plain = (from: string): string =>
  withoutCslMarkup(from)
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

function nameOf(author: Json): string | undefined {
  const [family, given, suffix] = [author.family, author.given, author.suffix].map(jsonText);
  return jsonText(written({ family, given, suffix })) ?? jsonText(author.name);
}

/** The day, month or year of Crossref's `{ "date-parts": [[2014, 4, 4]] }`. */
function dateOf(value: unknown): string | undefined {
  const [year, month, day] = jsonList(jsonList(jsonObject(value)['date-parts'])[0]).map(Number);
  return isoDate(year, month, day);
}

const publishedAs = (relation: Json): string[] =>
  jsonList(relation['is-preprint-of'])
    .map(jsonObject)
    .filter((each) => each['id-type'] === 'doi')
    .flatMap((each) => doi(jsonText(each.id) ?? '') ?? []);
