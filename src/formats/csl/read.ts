/** Reads CSL JSON: Zotero's, pandoc's, Crossref's. A list, or one item. */

import { dateIn, isoDate } from '../../paper/dates';
import type { PaperType } from '../../paper/paper';
import { AddressOwners, entryItems } from '../entry';
import type { FileItem } from '../file-items';
import { isObject, parseJson } from '../json/safe';
import { members } from '../json/scan';
import { LineCounter } from '../line-counter';
import { written } from '../names';
import { decodeEntities } from '../note-html';
import type { RawRecord } from '../raw-record';

const types: Record<string, PaperType> = {
  ...{
    article: 'preprint',
    'article-journal': 'article',
    'article-magazine': 'article',
    'article-newspaper': 'article',
  },
  ...{ 'paper-conference': 'conference', speech: 'conference', book: 'book', chapter: 'chapter', thesis: 'thesis' },
  ...{ report: 'report', manuscript: 'preprint', 'entry-encyclopedia': 'chapter', document: 'other' },
};

export async function* readCsl(text: string): AsyncGenerator<FileItem> {
  // A list, or a list under `items`, or one item.
  const open = /^\s*(?:\{\s*"items"\s*:\s*)?\[/.exec(text);
  const addresses = new AddressOwners();
  const items = members(open ? text : `${text}]`, open ? open[0].length : 0);
  for (let next = items.next(); ; next = items.next()) {
    if (next.done) {
      if (next.value === undefined)
        yield { problem: { line: new LineCounter(text).at(text.length), reason: 'cut-off' } };
      return;
    }
    const { source, line, end, isWhole } = next.value;
    const item = parseJson(source);
    if (isObject(item)) yield* entryItems({ ...rawOf(item), line }, addresses, { line, isEnded: true });
    else if (isWhole) yield { problem: { line, reason: 'syntax', detail: source.slice(0, 80) } };
    yield { at: end };
  }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? text(value[0])
        : undefined;

/** Titles may hold a few HTML tags for italics, scripts and small capitals, abstracts JATS; a tag without its end is text. */
const markup = /<((?:jats:)?(?:i|b|sub|sup|sc|span|p|italic|bold|title|sec))(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;

function unmarked(value: unknown): string | undefined {
  let plain = text(value);
  if (plain === undefined || !/[<&]/.test(plain)) return plain;
  for (let depth = 0; depth < 5 && markup.test(plain); depth++) plain = plain.replace(markup, '$2');
  return decodeEntities(plain);
}

function rawOf(item: Record<string, unknown>): RawRecord {
  const type = types[text(item.type) ?? ''];
  const note = text(item.note);
  const extra = (name: string) => new RegExp(`^\\s*${name}:\\s*(\\S+)`, 'im').exec(note ?? '')?.[1];
  const number = text(item.number);
  const raw: RawRecord = {
    title: unmarked(item.title),
    authors: names(item.author),
    abstract: unmarked(item.abstract),
    published: dateOf(item.issued),
    venue: unmarked(item['container-title']) ?? unmarked(item.event) ?? unmarked(item['event-title']),
    volume: text(item.volume),
    issue: text(item.issue),
    pages: text(item.page),
    publisher: text(item.publisher),
    doi: text(item.DOI) ?? extra('DOI'),
    arxiv: /^arxiv:/i.test(number ?? '') ? number : undefined,
    pmid: text(item.PMID) ?? extra('PMID'),
    pmcid: text(item.PMCID) ?? extra('PMCID'),
    urls: [text(item.URL)],
    mentions: [number, note, text(item['container-title']), text(item.publisher)],
    tags: text(item.keyword)?.split(/[,;]/),
    note: text(item.annote),
    citationKey:
      text(item['citation-key']) ?? (/^[\w:.+/-]{1,100}$/.test(text(item.id) ?? '') ? text(item.id) : undefined),
  };
  if (type !== undefined) raw.type = type;
  // An `article` with a journal is one: CSL's older files have no other word for it.
  if (item.type === 'article' && raw.venue !== undefined) raw.type = 'article';
  return raw;
}

function names(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((name) => {
    const particles = [text(name['dropping-particle']), text(name['non-dropping-particle'])].filter(Boolean).join(' ');
    const [family, given, suffix] = [text(name.family), text(name.given), text(name.suffix)];
    if (family === undefined && given === undefined) return text(name.literal) ?? '';
    return written({ particle: particles, family: family ?? '', given: given ?? '', suffix: suffix ?? '' });
  });
}

function dateOf(value: unknown): string | undefined {
  if (!isObject(value)) return dateIn(text(value));
  const parts = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  if (!Array.isArray(parts)) return dateIn(text(value.raw) ?? text(value.literal));
  const [year, month, day] = parts.map((part: unknown) => (part === null || part === '' ? undefined : Number(part)));
  return isoDate(year, month, day);
}
