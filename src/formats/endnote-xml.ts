/**
 * EndNote's XML, read only. There is no schema but what EndNote writes: `record` elements, text within `style`. Own code: a worker
 * has no DOMParser, and parsers of XML stop at the first fault of a file.
 */
import { AddressOwners, entryItems } from './entry';
import type { FileItem } from './file-items';
import { defineFormat } from './format';
import { LineCounter } from './line-counter';
import { decodeEntities } from './note-html';
import type { RawRecord } from './raw-record';
import type { RecordField } from './record/field';
import { rawOfFields } from './record/fields';

export const endnoteXml = defineFormat({
  id: 'endnote-xml',
  name: 'EndNote XML',
  extension: 'xml',
  mime: 'application/xml',
  looksLike: (head) => (/<record(?:\s[^<>]*)?>/.test(head) && /<ref-type(?:\s[^<>]*)?>/.test(head) ? 1 : 0),
  read,
});

/** What elements mean, by name, or by the name of the element around them. */
const fields: Readonly<Record<string, RecordField>> = {
  ...{ title: 'title', 'authors/author': 'authors', 'full-title': 'venue', 'secondary-title': 'otherVenue' },
  ...{ year: 'year', date: 'date', volume: 'volume', number: 'issue', pages: 'pages', publisher: 'publisher' },
  ...{ 'electronic-resource-num': 'doi', abstract: 'abstract', keyword: 'tags', language: 'language' },
  ...{ notes: 'note', 'research-notes': 'note', label: 'citationKey', 'ref-type': 'type', 'pdf-urls/url': 'pdf' },
  ...{ 'related-urls/url': 'url', 'web-urls/url': 'url', 'text-urls/url': 'url', 'accession-num': 'none' },
  ...{ database: 'none', 'source-app': 'none', 'rec-number': 'none', key: 'none', 'remote-database-name': 'none' },
};

const boundary = /<(\/?)record(?:\s[^<>]*)?>/g;
/** What only a record has: it tells one whose own tags are damaged from what stands around records. */
const content = /<(?:ref-type|contributors|authors?|titles?|dates|urls)(?:\s[^<>]*)?>/;

async function* read(text: string): AsyncGenerator<FileItem> {
  const addresses = new AddressOwners();
  const lines = new LineCounter(text);
  let start = 0;
  let isBegun = false;
  const ends = [...text.matchAll(boundary), { 0: '', 1: '', index: text.length }];
  for (const { 0: tag, 1: slash, index: end } of ends) {
    const source = text.slice(start, end);
    if (isBegun || content.test(source)) {
      const position = { line: lines.at(start), isBegun, isEnded: slash === '/' };
      yield* entryItems(rawOf(source), addresses, position);
    }
    isBegun = tag !== '' && slash === '';
    start = end + tag.length;
    yield { at: start };
  }
}

function rawOf(source: string): RawRecord {
  const values = new Map<RecordField, string[]>();
  const named = new Map<string, string>();
  const leftOut: string[] = [];
  for (const { parent, name, value } of elements(source)) {
    const field = fields[`${parent}/${name}`] ?? (Object.hasOwn(fields, name) ? fields[name] : undefined);
    if (field === undefined) leftOut.push(name === 'author' ? parent : name);
    else values.set(field, [...(values.get(field) ?? []), value]);
    named.set(name, value);
  }
  const year = named.get('year') ?? '';
  // "Mar 5": the year stands apart.
  values.set(
    'date',
    (values.get('date') ?? []).map((date) => (/\d{4}/.test(date) ? date : `${date} ${year}`)),
  );
  const isPubMed = /pubmed|medline|^nlm$/i.test(named.get('remote-database-name') ?? '');
  const raw = rawOfFields((field) => values.get(field) ?? []);
  return { ...raw, leftOut: [...new Set(leftOut)], ...(isPubMed && { pmid: named.get('accession-num') }) };
}

interface Element {
  /** Name of the element around it. */
  parent: string;
  name: string;
  value: string;
}

/** Elements that hold text, in order. `style` only says how text looks; the name of a record's type is an attribute. */
function* elements(source: string): Generator<Element> {
  const open: { name: string; value: string }[] = [];
  let at = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of source.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*|\/)?>/g,
  )) {
    const top = open.at(-1);
    if (top) top.value += source.slice(at, index);
    at = index + tag.length;
    if (name === 'style' || tag.endsWith('/>')) continue;
    if (slash === '') {
      open.push({ name, value: /\sname="([^"]*)"/.exec(name === 'ref-type' ? tag : '')?.[1] ?? '' });
      continue;
    }
    const from = open.findLastIndex((element) => element.name === name);
    // An element that is not closed ends with the one around it.
    for (const element of from < 0 ? [] : open.splice(from).reverse()) {
      const value = decodeEntities(element.value).replace(/\r\n?/g, '\n').trim();
      if (value !== '') yield { parent: open.at(-1)?.name ?? '', name: element.name, value };
    }
  }
}
