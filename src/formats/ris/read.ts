/** Reads RIS, as its many writers have it: https://en.wikipedia.org/wiki/RIS_(file_format) */
import type { PaperType } from '../../paper/paper';
import { AddressOwners, entryItems } from '../entry';
import type { FileItem } from '../file-items';
import type { RawRecord } from '../raw-record';
import type { RecordField } from '../record/field';
import { rawOfFields } from '../record/fields';
import { type TaggedRecord, taggedRecords } from '../record/tagged-lines';
import { typeOfWords } from '../record/type-words';

const names: Record<PaperType, string> = {
  article: 'JOUR JFULL EJOUR MGZN NEWS ABST INPR',
  conference: 'CONF CPAPER CONFP',
  book: 'BOOK EBOOK EDBOOK SER CLSWK',
  chapter: 'CHAP ECHAP ENCYC DICT',
  thesis: 'THES',
  report: 'RPRT GOVDOC STAND PAMP',
  preprint: 'UNPB MANSCPT',
  other: 'COMP DATA WEB BLOG ELEC PAT MULTI VIDEO SOUND MPCT ART MAP',
};
const types = new Map(
  Object.entries(names).flatMap(([type, list]) => list.split(' ').map((name) => [name, type as PaperType] as const)),
);

/** Tags whose values may have empty lines. */
const paragraphs = ['AB', 'N2', 'N1', 'RN'];

export async function* readRis(text: string): AsyncGenerator<FileItem> {
  const addresses = new AddressOwners();
  const syntax = {
    line: /^\s{0,3}(?<tag>[A-Z][A-Z0-9])\s{1,2}-(?:\s(?<value>.*)|)$/,
    first: ['TY'],
    last: 'ER',
    titles: ['TI', 'T1'],
    paragraphs,
  };
  for (const record of taggedRecords(text, syntax)) {
    yield* entryItems(rawOfRis(record), addresses, record);
    yield { at: record.end };
  }
}

/** Journals stand in `JF` or `JO`; `T2` of a journal's article may be a translated title. Of everything else `T2` is the book. */
const journalTags = ['JF', 'JO', 'T2', 'JA', 'J2', 'J1'];
const bookTags = ['T2', 'BT', 'JF', 'JO', 'C3', 'T3', 'JA', 'J2'];

function fieldTags(type: PaperType | undefined, isBook: boolean): Partial<Record<RecordField, string[]>> {
  const venue = isBook ? ['T3', 'T2'] : type === 'article' || type === undefined ? journalTags : bookTags;
  return {
    title: ['TI', 'T1', 'CT', ...(isBook ? ['BT'] : [])],
    authors: ['AU', 'A1'],
    date: ['DA', 'Y1'],
    year: ['PY'],
    venue: type === 'thesis' || type === 'report' ? ['T2', 'JF', 'JO'] : venue,
    publisher: ['PB'],
    volume: ['VL'],
    issue: ['IS'],
    // Web of Science's conference.
    otherVenue: ['CP'],
    firstPage: ['SP'],
    lastPage: ['EP'],
    articleNumber: ['C7'],
    doi: ['DO', 'DI'],
    url: ['UR', 'LK', 'L2'],
    pdf: ['L1'],
    abstract: ['AB', 'N2'],
    tags: ['KW'],
    language: ['LA'],
  };
}

/** What databases write into notes, which its owner did not: a DOI, counts, dates of the export. */
const notOwners =
  /^(?:doi:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$|^(?:cited by|export date|cited references?|times cited|correspondence|coden|pmid|source:|issn|total cited references|using smart source|accession number|m1 -|id:)/i;
/** A DOI that stands in another field. */
const isDoi = (value: string): boolean =>
  /^(?:doi:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i.test(value);

function rawOfRis({ values }: TaggedRecord): RawRecord {
  const all = (...tags: string[]) => tags.flatMap((tag) => values.get(tag) ?? []).filter((value) => value !== '');
  const code = all('TY')[0]?.toUpperCase() ?? '';
  const isPreprint = all('M2').some((value) => /^Type:\s*preprint$/i.test(value));
  const type = isPreprint ? 'preprint' : (types.get(code) ?? all('M3').map(typeOfWords).find(Boolean));
  const tags = fieldTags(type, type === 'book');
  const raw = rawOfFields((field) => all(...(tags[field] ?? [])).map((value) => plainLine(field, value)), {
    hasCommas: true,
    ...(type && { type }),
  });
  const notes = all('N1', 'RN').filter((note) => !notOwners.test(note.trim()));
  const key = all('ID')[0] ?? '';
  return {
    ...raw,
    note: rawOfFields((field) => (field === 'note' ? notes : [])).note,
    doi: raw.doi ?? all('M3', 'N1', 'ID', 'L3').find(isDoi),
    arxiv: all('M2')
      .map((value) => /^Archive ID:\s*(arXiv:\S+)$/i.exec(value)?.[1])
      .find(Boolean),
    mentions: [...all('M1', 'M2', 'N1', 'VL'), raw.venue],
    // Keys are words; numbers are EndNote's and databases' own.
    citationKey: /^[\p{L}\p{N}_:.+/-]{1,100}$/u.test(key) && /\p{L}/u.test(key) ? key : undefined,
    leftOut: [...leftOut(values, tags), ...(notes.length < all('N1', 'RN').length ? ['N1'] : [])],
  };
}

/** Line ends are layout, except between keywords and in names that stand one a line. */
const plainLine = (field: RecordField, value: string): string =>
  field === 'tags' || field === 'authors' || field === 'abstract' ? value : value.replace(/\s*\n\s*/g, ' ');

const known = ['TY', 'ER', 'ID', 'M2', 'N1', 'RN'];

/** Tags whose values are not kept. */
function leftOut(values: ReadonlyMap<string, string[]>, tags: Partial<Record<RecordField, string[]>>): string[] {
  const kept = new Set([...known, ...Object.values(tags).flat()]);
  return [...values]
    .filter(([tag, found]) => !kept.has(tag) && found.some((value) => value !== ''))
    .map(([tag]) => tag);
}
