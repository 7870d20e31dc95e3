/** PaperMemory's backup (an object of papers, with old files' names for things) and its tag exports (a list). */

import { isoDate } from '../paper/dates';
import { arxivId } from '../paper/identity';
import type { PaperType } from '../paper/paper';
import { isPreprintVenue } from '../paper/venue';
import { AddressOwners, lostRecord, toEntry } from './entry';
import type { FileItem } from './file-items';
import { defineFormat } from './format';
import { isObject } from './json/safe';
import { members } from './json/scan';
import { LineCounter } from './line-counter';
import type { RawRecord } from './raw-record';
import { oneLine } from './text';

export const papermemory = defineFormat({
  id: 'papermemory',
  name: 'PaperMemory',
  extension: 'json',
  mime: 'application/json',
  looksLike(head) {
    if (/^\s*\{/.test(head) && /"(?:__dataVersion|pdfLink|addDate|bibte?xt?)"\s*:/.test(head)) return 0.9;
    if (/^\s*\[\s*\{/.test(head) && /"url"\s*:/.test(head) && /"title"\s*:/.test(head))
      return /"type"\s*:/.test(head) ? 0.3 : 0.85;
    return /^\s*\[\s*"https?:/.test(head) ? 0.85 : 0;
  },
  async *read(text): AsyncGenerator<FileItem> {
    const open = /^\s*[[{]/.exec(text)?.[0].length ?? 0;
    const addresses = new AddressOwners();
    const papers = members(text, open, isPaper);
    for (let next = papers.next(); ; next = papers.next()) {
      if (next.done) {
        if (next.value === undefined)
          yield { problem: { line: new LineCounter(text).at(text.length), reason: 'cut-off' } };
        return;
      }
      const { key, value, source, line, end, isWhole } = next.value;
      if (isObject(value))
        yield* paper(key === undefined ? tagged(value) : recorded(key, value), line, addresses, value);
      else if (typeof value === 'string' && key === undefined) yield* paper({ urls: [value] }, line, addresses, {});
      else if (!key?.startsWith('__')) yield lostRecord(line, isWhole ? 'syntax' : 'cut-off', source);
      yield { at: end };
    }
  },
});

/** Whether a value is a record, or an address in a list of them. */
const isPaper = (value: unknown): boolean =>
  isObject(value) ? 'title' in value || 'pdfLink' in value : typeof value === 'string';

function* paper(
  raw: RawRecord,
  line: number,
  addresses: AddressOwners,
  value: Record<string, unknown>,
): Generator<FileItem> {
  const { entry, isTitled } = toEntry({ ...raw, line });
  const added = Date.parse(text(value.addDate) ?? '');
  if (!Number.isNaN(added)) entry.savedAt = added;
  if (value.favorite === true) {
    const since = Date.parse(text(value.favoriteDate) ?? '');
    entry.starredAt = Number.isNaN(since) ? (entry.savedAt ?? 0) : since;
  }
  yield { entry: addresses.settle(entry, raw) };
  if (!isTitled) yield { problem: { line, reason: 'no-title', detail: entry.facts.title } };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** A record of the backup. Its key is `Source-id`, `/` written `_`; oldest files have the arXiv id alone. */
function recorded(key: string, value: Record<string, unknown>): RawRecord {
  const note = text(value.note) ?? '';
  const accepted = /^\s*Accepted @ (.+?)\s+(?:\(?\d{4}\)?)?\s*(?:--\s*\[[^\]]*\])?\s*$/m.exec(note)?.[1];
  const venue = text(value.venue) || text(value.conf) || accepted;
  const bibtex = text(value.bibtex) ?? text(value.bibtext) ?? '';
  const type: PaperType | undefined =
    venue && !isPreprintVenue(venue) && /@inproceedings/i.test(bibtex) ? 'conference' : undefined;
  const year = text(value.year)?.trim();
  return {
    title: text(value.title),
    authors: oneLine(text(value.author) ?? '').split(' and '),
    published: isoDate(year),
    venue: venue && !isPreprintVenue(venue) ? venue : undefined,
    type,
    doi: text(value.doi) || undefined,
    arxiv: arxivId(key.replace(/^arxiv-/i, '').replace('_', '/')) ?? undefined,
    urls: [text(value.pdfLink) || undefined],
    code: [text(value.codeLink) || undefined, isObject(value.code) ? text(value.code.url) : undefined].filter(
      (url) => url !== undefined,
    ),
    tags: texts(value.tags),
    note,
    citationKey: text(value.key),
  };
}

/** An entry of a tag export. */
const tagged = (value: Record<string, unknown>): RawRecord => ({
  title: text(value.title),
  urls: [text(value.url)],
  code: [text(value.codeLink)].filter((url) => url !== undefined),
  tags: texts(value.tags),
});
