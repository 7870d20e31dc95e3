/** Reads RIS and, by the same lines with other tags, PubMed's nbib. */

import { dateIn } from '../../paper/dates';
import type { PaperType } from '../../paper/paper';
import { AddressOwners, entryItems } from '../entry';
import type { FileItem } from '../file-items';
import { written } from '../names';
import { decodeEntities, htmlToLines } from '../note-html';
import type { RawRecord } from '../raw-record';

/** Values by tag, in order, and the line where the record begins. */
export interface Tagged {
  line: number;
  values: Map<string, string[]>;
  isEnded: boolean;
}

const types: Record<string, PaperType> = {
  ...{ JOUR: 'article', JFULL: 'article', EJOUR: 'article', MGZN: 'article', NEWS: 'article', ABST: 'article' },
  ...{ CONF: 'conference', CPAPER: 'conference', CONFP: 'conference', BOOK: 'book', EBOOK: 'book', EDBOOK: 'book' },
  ...{ CHAP: 'chapter', ECHAP: 'chapter', THES: 'thesis', RPRT: 'report', GOVDOC: 'report', UNPB: 'preprint' },
};

export async function* readRis(text: string): AsyncGenerator<FileItem> {
  const addresses = new AddressOwners();
  for (const [record, at] of taggedRecords(text, /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/, 'TY', 'ER')) {
    const raw = rawOfRis(record);
    yield* entryItems(raw, addresses, record);
    yield { at };
  }
}

/**
 * Records of tagged lines, with the place behind each. A record begins with its first tag (or after an end); lines without
 * a tag continue the value before them.
 */
export function* taggedRecords(
  text: string,
  pattern: RegExp,
  first: string,
  last: string | undefined,
): Generator<[Tagged, number]> {
  let record: Tagged | undefined;
  let values: string[] | undefined;
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const source = text.slice(at, end < 0 ? text.length : end).trimEnd();
    at = end < 0 ? text.length : end + 1;
    line++;
    const [, tag, value = ''] = pattern.exec(source) ?? [];
    if (tag === undefined) {
      if (values && source.trim() !== '') values.push(`${values.pop() ?? ''}\n${source.trim()}`);
      continue;
    }
    if (tag === first && record) yield [record, at];
    if (tag === first) record = { line, values: new Map(), isEnded: last === undefined };
    if (!record) continue;
    if (tag === last) {
      yield [{ ...record, isEnded: true }, at];
      record = values = undefined;
      continue;
    }
    values = record.values.get(tag) ?? [];
    record.values.set(tag, values);
    values.push(value.trim());
  }
  if (record) yield [record, text.length];
}

function rawOfRis({ line, values }: Tagged): RawRecord {
  const all = (...tags: string[]) => tags.flatMap((tag) => values.get(tag) ?? []).filter((value) => value !== '');
  const one = (...tags: string[]) => all(...tags)[0];
  const type = one('TY') ?? '';
  const kind = types[type];
  const preprint = all('M2').some((value) => /^Type:\s*preprint$/i.test(value));
  const from = one('SP');
  const to = one('EP');
  const venue = type === 'BOOK' ? undefined : one('T2', 'JF', 'JO', 'BT', 'JA', 'J2', 'C3', 'T3');
  return {
    line,
    title: one('TI', 'T1', 'CT') ?? (type === 'BOOK' ? one('BT') : undefined),
    authors: all('AU', 'A1').map((name) => written(partsOf(name))),
    abstract: one('AB', 'N2'),
    published: dateOf(one('DA', 'Y1', 'PY'), one('PY', 'Y1')),
    venue,
    type: preprint ? 'preprint' : kind,
    volume: one('VL'),
    issue: one('IS'),
    pages:
      from === undefined ? undefined : to === undefined || from.includes('-') || from === to ? from : `${from}-${to}`,
    publisher: one('PB'),
    doi: one('DO') ?? all('M3', 'N1', 'ID').find((value) => /^(?:doi:\s*)?10\.\d{4,}\//i.test(value)),
    arxiv: all('M2')
      .map((value) => /^Archive ID:\s*(arXiv:\S+)$/i.exec(value)?.[1])
      .find(Boolean),
    urls: all('UR', 'LK', 'L2'),
    pdf: all('L1').find((value) => /^https?:/i.test(value)),
    mentions: all('M1', 'M2', 'N1', 'JO', 'T2', 'JF', 'VL'),
    tags: all('KW').flatMap((value) => decodeEntities(value).split(/[\n,;]/)),
    note: all('N1').map(htmlToLines).join('\n\n'),
    citationKey: /^[\w:.+/-]{1,100}$/.test(one('ID') ?? '') ? one('ID') : undefined,
  };
}

/** `DA` may lack the year or hold "NA": the year then comes from `PY`. */
function dateOf(date: string | undefined, year: string | undefined): string | undefined {
  return dateIn(date?.replace(/\/+$/, '')) ?? dateIn(year?.replace(/\/+$/, ''));
}

/** "Family, Given, Suffix" (RIS's own order) or "Family, Suffix, Given", or "Given Family" as it stands. */
function partsOf(name: string): { family?: string; given?: string; suffix?: string } {
  const [family = '', second = '', third] = name.split(/\s*,\s*/);
  if (second === '') return { family };
  if (third === undefined) return { family, given: second };
  return /^(?:jr|sr|[iv]+)\.?$/i.test(second)
    ? { family, suffix: second, given: third }
    : { family, given: second, suffix: third };
}
