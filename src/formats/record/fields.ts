/**
 * Records of named fields, whatever the names: rows of tables, lines with tags. Each format maps its names to these fields, and
 * this file alone knows what becomes of them.
 */

import type { PaperType } from '../../paper/paper';
import { isPreprintVenue } from '../../paper/venue';
import { fileDate } from '../file-dates';
import { languageTag } from '../languages';
import { type NameListOptions, readNameLists } from '../name-lists';
import { htmlToLines } from '../note-html';
import type { RawRecord } from '../raw-record';
import { citationFields } from './citation';
import type { RecordField } from './field';
import { typeOfWords } from './type-words';

/** Values of a record's field, in order; empty if it has none. */
export type FieldValues = (field: RecordField) => readonly string[];

export interface RecordOptions {
  names?: NameListOptions;
  /** Names stand side by side without anything between them, as SpringerLink writes them. */
  isRunTogether?: boolean;
  /** Keywords without semicolons are joined by commas. */
  hasCommas?: boolean;
  /** The type of records that do not tell theirs. */
  type?: PaperType;
}

export function rawOfFields(values: FieldValues, options: RecordOptions = {}): RawRecord {
  const all = (field: RecordField) =>
    values(field)
      .map((value) => value.trim())
      .filter((value) => value !== '');
  const one = (field: RecordField) => all(field)[0];
  const list = (field: RecordField) => all(field).flatMap((value) => splitList(value, options.hasCommas));
  const cited = citationFields(one('citation'));
  // CNKI's "02 vo 38", issue and volume; without a volume "02 vo".
  const inIssue = /^(\S{1,20}) vo(?: (\S{1,20}))?$/.exec(one('issue') ?? '');
  const extra = one('extra') ?? '';
  const inExtra = (name: string) => new RegExp(`^\\s*${name}:\\s*(\\S+)`, 'im').exec(extra)?.[1];
  const identifier = (name: string) => new RegExp(`\\b${name}:\\s*(\\w+)`, 'i').exec(one('identifiers') ?? '')?.[1];
  const lists = all('fullNames').length > 0 ? all('fullNames') : all('authors');
  const people = readNameLists(options.isRunTogether ? lists.map(apart) : lists, options.names);
  const type =
    all('type')
      .map(typeOfWords)
      .find((found) => found !== undefined) ?? options.type;
  const isOwnWork = type === 'thesis' || type === 'report';
  const venue = one('venue') ?? cited.venue;
  // The publisher of a thesis or report is where it appeared, that of a preprint its server.
  const publisher = one('publisher');
  const isServer = type === 'preprint' && isPreprintVenue(publisher ?? '');
  const isVenue = venue === undefined && !one('institution') && (isOwnWork || isServer);
  return {
    title: one('title'),
    authors: [...people.names, ...all('groups').flatMap((value) => splitList(value))],
    authorTotal: people.total,
    isCut: people.isCut,
    unclearAuthors: people.unclear,
    hasGuessedAuthors: options.isRunTogether && people.names.length > 1,
    abstract: one('abstract'),
    published: [...all('date'), ...all('year'), cited.date].map(fileDate).find((date) => date !== undefined),
    unreadDate: one('date') ?? one('year'),
    venue: isVenue
      ? /^arxiv$/i.test(publisher ?? '')
        ? undefined
        : (publisher ?? one('otherVenue'))
      : ((isOwnWork ? one('institution') : undefined) ?? venue ?? one('otherVenue') ?? one('institution')),
    type,
    volume:
      all('volume')
        .find(isKnown)
        ?.replace(/^v(?:ol)?\.\s*/i, '') ??
      inIssue?.[2] ??
      cited.volume,
    issue: inIssue?.[1] ?? all('issue').find(isKnown) ?? cited.issue,
    pages: pagesOf(one, cited.pages),
    publisher: isVenue || isServer ? undefined : publisher,
    language: languageTag(one('language')),
    doi: one('doi') ?? inExtra('DOI') ?? cited.doi,
    pmid: idNumber(one('pmid')) ?? inExtra('PMID') ?? identifier('PMID'),
    pmcid: one('pmcid')?.match(/PMC\d+/i)?.[0] ?? inExtra('PMCID') ?? identifier('PMCID'),
    arxiv: one('arxiv'),
    urls: all('url').flatMap((value) => value.split(/\s*;\s*(?=https?:)|\s+(?=https?:)/)),
    pdf: all('pdf')
      .flatMap((value) => value.split(/\s*;\s*|\s+/))
      .find((address) => /^https?:/i.test(address)),
    mentions: [extra, one('articleNumber'), one('publisher'), venue, one('volume'), ...all('comment')],
    categories: /^arXiv:\S+ \[([\w.-]+)\]/m.exec(extra)?.slice(1, 2),
    tags: list('tags'),
    // R's word for nothing.
    keywords: list('keywords').filter((word) => word !== 'NA'),
    note: all('note').map(htmlToLines).join('\n\n'),
    comment: commentOf([...all('comment'), extra]),
    citationKey: one('citationKey'),
  };
}

/** "Araz R. AlievNigar T. Ismayilova": cut where a capital follows a small letter, but not in McKay and DeVries. */
const apart = (names: string): string =>
  names.replace(/(?<=\p{Ll})(?<!\b(?:Mc|Mac|De|La|Le|Di|Du|Van|Fitz))(?=\p{Lu})/gu, '; ');

/** The number of an address ("/pubmed/31301691") or of a field that has only it. */
const idNumber = (text: string | undefined): string | undefined =>
  /(?:^|\/|PMID:\s*)(\d{1,9})\/?$/i.exec(text ?? '')?.[1];

/** What joins keywords. The semicolon of an entity does not. */
const semicolons = /\s*(?:(?<!&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp));|[；\n|])+\s*/i;

/** Keywords of one value. Where semicolons join them, commas are part of a keyword. */
function splitList(value: string, hasCommas = false): string[] {
  const commas = hasCommas ? /[,，、]/ : /[，、]/;
  const separator = semicolons.test(value) ? semicolons : commas.test(value) ? commas : undefined;
  return (separator ? value.split(separator) : [value]).map((word) => word.replace(/^\*(?=\S)|(?<=\/)\*/g, '').trim());
}

/** What some databases write where a record has no pages or volume. */
const isKnown = (value: string): boolean => !/^(?:n\.?\s?pag\.?|no-specified|na|n\/a|none|-+|\.+|\?+)$/i.test(value);

function pagesOf(one: (field: RecordField) => string | undefined, cited: string | undefined): string | undefined {
  const [first, last] = [one('firstPage'), one('lastPage')].map((page) => (isKnown(page ?? '-') ? page : undefined));
  const given = one('pages');
  const range =
    first !== undefined && last !== undefined && last !== first && !/[-–]/.test(first) ? `${first}-${last}` : first;
  const pages = (isKnown(given ?? '-') ? given : undefined) ?? range ?? one('articleNumber') ?? cited;
  return pages?.replace(/\s*[–—-]+\s*/g, '-').replace(/^-|-(?:&|\+)?$/g, '');
}

/** Comments, without lines that other fields say. */
function commentOf(texts: readonly string[]): string | undefined {
  const known =
    /^\s*(?:arxiv:\s*\S+(?:\s*\[[^\]]*\])?|(?:doi|pmid|pmcid|issn|isbn|citation key|type|publisher|date|archive id):.*|(?:doi:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+)\s*$/i;
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !known.test(line)).join('; ') || undefined;
}
