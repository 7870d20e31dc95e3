/** Reads CSV with Zotero's columns, whatever their order and the separator. */

import { dateIn } from '../../paper/dates';
import type { PaperType } from '../../paper/paper';
import { AddressOwners, entryItems, type RawRecord } from '../entry';
import type { FileItem } from '../format';
import { written } from '../names';
import { htmlToLines } from '../note-html';
import { zoteroTypes } from '../zotero/types';
import { columns } from './columns';

const types = new Map(Object.entries(zoteroTypes).map(([type, zotero]) => [zotero, type as PaperType]));

export async function* readCsv(text: string): AsyncGenerator<FileItem> {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const separator = /[,;\t]/.exec(text.slice(start).replace(/^"[^"]*"/, ''))?.[0] ?? ',';
  const addresses = new AddressOwners();
  let header: string[] | undefined;
  for (const { cells, line, end, isWhole } of rows(text, start, separator)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (!header) {
      header = cells.map(columnOf);
      continue;
    }
    const names = header;
    const cell = (name: string) => {
      const value = cells[names.indexOf(name)] ?? '';
      return /^'[=+\-@\t|%]/.test(value) ? value.slice(1) : value; // as we defuse them
    };
    if (isWhole || cell('Title') !== '')
      yield* entryItems({ ...rawOf(cell), line }, addresses, { line, isEnded: isWhole });
    yield { at: end };
  }
}

/** What other programs and hands call Zotero's columns. */
const called: Record<string, string> = {
  ...{ authors: 'Author', 'author full names': 'Full Names', year: 'Publication Year', abstract: 'Abstract Note' },
  ...{ journal: 'Publication Title', 'source title': 'Publication Title', venue: 'Publication Title', link: 'Url' },
  ...{ 'journal/book': 'Publication Title', booktitle: 'Publication Title', tags: 'Manual Tags', note: 'Notes' },
  ...{ keywords: 'Automatic Tags', 'author keywords': 'Automatic Tags', pmid: 'PMID', pmcid: 'PMCID' },
};
const own = new Map(columns.map((name) => [name.toLowerCase(), name]));

const columnOf = (cell: string): string => {
  const name = cell.trim().toLowerCase();
  return own.get(name as Lowercase<string>) ?? (Object.hasOwn(called, name) ? called[name] : undefined) ?? cell.trim();
};

/** Names apart by semicolons; without any by commas, where none is "Family, Given". */
function namesIn(text: string): string[] {
  const list = text.split(';').map((name) => name.replace(/\s*\(\d+\)\s*$/, '').trim());
  const commas = (list[0] ?? '').split(',').map((name) => name.trim());
  const isList = list.length === 1 && commas.length > 1 && commas.every((name) => /\s/.test(name));
  return (isList ? commas : list).filter(Boolean);
}

function rawOf(cell: (name: string) => string): RawRecord {
  const some = (name: string) => cell(name) || undefined;
  const list = (name: string) =>
    cell(name)
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  const extra = cell('Extra');
  const inExtra = (name: string) => new RegExp(`^\\s*${name}:\\s*(\\S+)`, 'im').exec(extra)?.[1];
  const type = types.get(cell('Item Type'));
  return {
    title: some('Title'),
    authors: namesIn(cell('Full Names') || cell('Author')).map(turned),
    abstract: some('Abstract Note'),
    published: dateIn(some('Date')) ?? dateIn(some('Publication Year')),
    venue: some('Publication Title') ?? some('Conference Name'),
    type,
    volume: some('Volume'),
    issue: some('Issue'),
    pages: some('Pages'),
    publisher: some('Publisher'),
    doi: some('DOI') ?? inExtra('DOI'),
    pmid: some('PMID') ?? inExtra('PMID'),
    pmcid: some('PMCID') ?? inExtra('PMCID'),
    urls: [some('Url')],
    pdf: list('Link Attachments').find((address) => /^https?:/i.test(address)),
    mentions: [cell('Number'), extra, cell('Publisher'), cell('Publication Title')],
    categories: /^arXiv:\S+ \[([\w.-]+)\]/m.exec(extra)?.slice(1, 2),
    tags: list('Manual Tags'),
    keywords: list('Automatic Tags'),
    note: htmlToLines(cell('Notes')),
  };
}

function turned(name: string): string {
  const [family = '', second, third] = name.split(/\s*,\s*/);
  if (second === undefined) return family;
  return third === undefined ? written({ family, given: second }) : written({ family, suffix: second, given: third });
}

interface Row {
  cells: string[];
  line: number;
  end: number;
  /** False where the text ends inside a quoted cell. */
  isWhole: boolean;
}

/** RFC 4180: cells in quotes may hold separators, line ends and doubled quotes. */
function* rows(text: string, start: number, separator: string): Generator<Row> {
  let line = 1;
  let next = 1;
  let cells: string[] = [];
  for (let at = start; at < text.length; ) {
    let value: string;
    let isWhole = true;
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      isWhole = end >= 0;
      value = text.slice(at + 1, isWhole ? end : text.length).replaceAll('""', '"');
      next += value.split('\n').length - 1;
      at = isWhole ? end + 1 : text.length;
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      value = text.slice(from, at);
    }
    cells.push(value);
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n' || at >= text.length || text[at - 1] === '\r') {
      if (text[at] === '\n') at++;
      next++;
      yield { cells, line, end: at, isWhole };
      line = next;
      cells = [];
    } else at++; // something behind a closing quote: skipped
  }
}
