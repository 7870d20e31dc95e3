/** Reads CSL JSON: Zotero's, pandoc's, Crossref's. A list, or one item. JSON.parse alone would lose all of a file that is cut off. */

import { earliest, isoDate } from '../../paper/dates';
import type { PaperType } from '../../paper/paper';
import { isPreprintVenue } from '../../paper/venue';
import { AddressOwners, entryItems, lostRecord } from '../entry';
import { fileDate } from '../file-dates';
import type { FileItem } from '../file-items';
import { isObject } from '../json/safe';
import { members } from '../json/scan';
import { languageTag } from '../languages';
import { LineCounter } from '../line-counter';
import { written } from '../names';
import type { RawRecord } from '../raw-record';
import { typeOfWords } from '../record/type-words';
import { withoutCslMarkup } from './markup';

const types: Record<string, PaperType> = {
  ...{
    article: 'preprint',
    'article-journal': 'article',
    'article-magazine': 'article',
    'article-newspaper': 'article',
  },
  ...{ 'paper-conference': 'conference', speech: 'conference', book: 'book', chapter: 'chapter', thesis: 'thesis' },
  ...{ report: 'report', manuscript: 'preprint', 'entry-encyclopedia': 'chapter', document: 'other', webpage: 'other' },
};

export async function* readCsl(text: string): AsyncGenerator<FileItem> {
  // A list, or a list under `items`, or one item.
  const open = /^\s*(?:\{\s*"items"\s*:\s*)?\[/.exec(text);
  const addresses = new AddressOwners();
  const items = members(open ? text : `${text}]`, open ? open[0].length : 0, isItem);
  for (let next = items.next(); ; next = items.next()) {
    if (next.done) {
      if (next.value === undefined)
        yield { problem: { line: new LineCounter(text).at(text.length), reason: 'cut-off' } };
      return;
    }
    const { value: item, source, line, end, isWhole } = next.value;
    if (isObject(item)) yield* entryItems({ ...rawOf(item), line }, addresses, { line, isEnded: true });
    else yield lostRecord(line, isWhole ? 'syntax' : 'cut-off', source);
    yield { at: end };
  }
}

/** Whether a value is an item, and no name or date of one. */
const isItem = (value: unknown): boolean => isObject(value) && ('type' in value || 'title' in value);

const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? text(value[0])
        : undefined;

const plain = (value: unknown): string | undefined => {
  const found = text(value);
  return found === undefined ? undefined : withoutCslMarkup(found);
};

/** Members that are read below. */
const known = new Set(
  `id type title author abstract issued container-title event event-title volume issue page publisher DOI PMID PMCID URL number note keyword
  annote status language citation-key available-date published-online published-print`.split(/\s+/),
);

function rawOf(item: Record<string, unknown>): RawRecord {
  const name = text(item.type) ?? '';
  const note = text(item.note);
  const extra = (label: string) => new RegExp(`^\\s*${label}:\\s*(\\S+)`, 'im').exec(note ?? '')?.[1];
  const number = text(item.number);
  // Crossref's `issued` is the earliest of its dates.
  const issued = dateOf(item['published-print']) ?? dateOf(item.issued);
  const online = [item['available-date'], item['published-online']].map(dateOf);
  if (online.some(Boolean)) online.push(dateOf(item.issued));
  const container = plain(item['container-title']) ?? plain(item.event) ?? plain(item['event-title']);
  // An `article` in a journal is one: CSL's older files have no other word for it.
  const listed = types[name.toLowerCase()] ?? typeOfWords(name);
  const type = listed === 'preprint' && container !== undefined ? 'article' : listed;
  // The publisher of a thesis is its university, that of a preprint its server.
  const publisher = text(item.publisher);
  const isServer = type === 'preprint' && isPreprintVenue(publisher ?? '');
  const isVenue = container === undefined && (type === 'thesis' || type === 'report' || isServer);
  return {
    title: plain(item.title),
    authors: names(item.author),
    abstract: plain(item.abstract),
    published: earliest([issued, ...online]),
    issued: online.some(Boolean) ? issued : undefined,
    unreadDate: item.issued === undefined ? undefined : 'issued',
    venue: container ?? (isVenue && !/^arxiv$/i.test(publisher ?? '') ? publisher : undefined),
    type,
    volume: text(item.volume),
    issue: text(item.issue),
    pages: text(item.page)?.replace(/\s*[–—-]+\s*/g, '-'),
    publisher: isVenue ? undefined : publisher,
    language: languageTag(text(item.language)),
    doi: text(item.DOI) ?? extra('DOI'),
    arxiv: /^arxiv:/i.test(number ?? '') ? number : undefined,
    pmid: text(item.PMID) ?? extra('PMID'),
    pmcid: text(item.PMCID) ?? extra('PMCID'),
    urls: [text(item.URL)],
    mentions: [number, note, container, publisher],
    tags: keywords(text(item.keyword)),
    note: text(item.annote),
    comment: commentOf(note),
    citationKey:
      text(item['citation-key']) ??
      (/^[\p{L}\p{N}_:.+/-]{1,100}$/u.test(text(item.id) ?? '') ? text(item.id) : undefined),
    leftOut: Object.keys(item).filter((member) => !known.has(member) && item[member] !== '' && item[member] !== null),
  };
}

const keywords = (list: string | undefined): string[] =>
  list?.split(list.includes(';') ? ';' : ',').map((word) => word.trim()) ?? [];

/** Zotero's "Extra" without lines that other members say. */
function commentOf(note: string | undefined): string | undefined {
  const said =
    /^\s*(?:arxiv:\s*\S+(?:\s*\[[^\]]*\])?|(?:doi|pmid|pmcid|citation key|type|publisher|archive id):.*)\s*$/i;
  return note
    ?.split('\n')
    .filter((line) => line.trim() !== '' && !said.test(line))
    .join('; ');
}

function names(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((name) => {
    const particle = [text(name['dropping-particle']), text(name['non-dropping-particle'])].filter(Boolean).join(' ');
    const [family, given, suffix] = [text(name.family), text(name.given), text(name.suffix)];
    if (family === undefined && given === undefined) return text(name.literal) ?? '';
    return written({ particle, family, given, suffix });
  });
}

function dateOf(value: unknown): string | undefined {
  if (!isObject(value)) return fileDate(text(value));
  const parts = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  if (!Array.isArray(parts)) return fileDate(text(value.raw)) ?? fileDate(text(value.literal));
  const [year, month, day] = parts.map((part: unknown) => (part === null || part === '' ? undefined : Number(part)));
  return year !== undefined && year > 0 ? isoDate(String(year).padStart(4, '0'), month, day) : undefined;
}
