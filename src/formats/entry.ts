/** Turns what a file says of a paper, in any format, into an entry: cleaned, shortened to what is kept, identified. */
import { caps } from '../paper/check';
import { arxivId, arxivVersion } from '../paper/identity';
import type { Facts } from '../paper/paper';
import { isPreprintVenue } from '../paper/venue';
import { contentId, recordIds, recordLinks } from './entry-ids';
import type { FileEntry, FileItem, FileProblem } from './file-items';
import { decodeEntities } from './note-html';
import type { RawRecord } from './raw-record';
import { oneLine, plain, toParagraphs } from './text';

/** The most that is kept of a note and of a record's tags, beside `caps`. */
const maxNoteLength = 1_000_000;
const maxTags = 1_000;

/** Facts of one line, and the most UTF-16 units that are kept of each. */
const lines = {
  venue: caps.line,
  volume: caps.name,
  issue: caps.name,
  pages: caps.name,
  publisher: caps.line,
  comment: caps.comment,
} as const;

/** Collects an entry's values and what had to be shortened. */
class Collector {
  readonly problems: FileProblem[] = [];
  constructor(private readonly line: number) {}

  report(reason: FileProblem['reason'], detail: string): void {
    this.problems.push({ line: this.line, reason, detail });
  }

  /** One clean line, shortened to a length. */
  text(name: string, value: string | undefined, most: number): string {
    const text = oneLine(decodeEntities(value ?? ''));
    if (text.length <= most) return text;
    this.report('shortened', name);
    return `${text.slice(0, most - 1).trimEnd()}…`;
  }

  /** Clean values that are not empty, at most a number of them. `total`: how many the file has. */
  list(name: string, values: readonly string[] = [], most: number, total = values.length): string[] {
    const kept = values.slice(0, most);
    if (total > most) this.report('shortened', `${name}: ${most}/${total}`);
    return kept.map((value) => this.text(name, value, caps.name)).filter((value) => value !== '');
  }
}

const once = (values: readonly string[]): string[] => [...new Set(values)];
const noAbstract = /^(?:na|n\/a|none|null|\[?no abstract(?: available)?\.?\]?)$/i;
const isOthers = (name: string): boolean => /^(?:(?:and )?others|et al\.?|…|\.\.\.)$/i.test(name);

/** The entry of a record, and what is to be said of it. `isTitled` is false if names or an id had to stand in for the title. */
export function toEntry(raw: RawRecord): { entry: FileEntry; isTitled: boolean; problems: FileProblem[] } {
  const collect = new Collector(raw.line ?? 1);
  const ids = recordIds(raw);
  const title = collect.text('title', raw.title, caps.title);
  const total = raw.authorTotal ?? raw.authors?.length ?? 0;
  const named = collect.list('authors', raw.authors, caps.authors, total);
  const authors = named.filter((name) => !isOthers(name));
  const facts: Facts = { ids, title: title || placeholderTitle(raw, ids, authors) };
  if (raw.published !== undefined) facts.published = raw.published;
  if (raw.issued !== undefined && raw.issued !== raw.published) facts.issued = raw.issued;
  for (const [name, most] of Object.entries(lines) as [keyof typeof lines, number][]) {
    const text = collect.text(name, raw[name], most);
    if (text !== '') facts[name] = text;
  }
  const abstract = abstractOf(raw, collect);
  if (abstract !== undefined) facts.abstract = abstract;
  if (authors.length > 0) facts.authors = authors;
  if (total > caps.authors) facts.authorCount = Math.min(total, 100_000);
  else if (authors.length > 0 && (raw.isCut || authors.length < named.length)) facts.authorCount = authors.length + 1;
  if (raw.unclearAuthors) collect.report('unclear-authors', oneLine(raw.unclearAuthors).slice(0, 300));
  if (raw.hasGuessedAuthors) collect.report('guessed-authors', authors.join(', ').slice(0, 300));
  if (raw.type !== undefined) facts.type = raw.type;
  tidyPlace(facts);
  if (raw.language !== undefined) facts.language = raw.language;
  const categories = once(collect.list('categories', raw.categories, caps.list));
  const keywords = once(collect.list('keywords', raw.keywords, caps.list));
  if (categories.length > 0) facts.categories = categories;
  if (keywords.length > 0) facts.keywords = keywords;
  const version = arxivVersion(raw.arxiv ?? '');
  if (version !== undefined) facts.version = version;
  const links = recordLinks(raw, ids);
  if (links) facts.links = links;
  return { entry: withOwners(raw, facts, collect), isTitled: title !== '', problems: collect.problems };
}

/** Pages written twice count once; the "report number" of a preprint is its id; that it is on arXiv its type says. */
function tidyPlace(facts: Facts): void {
  if (facts.pages !== undefined) facts.pages = facts.pages.replace(/^(\S+)-\1$/, '$1');
  if (/^n\/?a$/i.test(facts.pages ?? '')) delete facts.pages;
  if (facts.type === 'report' && isPreprintVenue(facts.venue ?? '')) facts.type = 'preprint';
  if (facts.type === 'preprint' && /^arxiv$/i.test(facts.venue ?? '')) delete facts.venue;
  for (const name of ['issue', 'volume'] as const)
    if (arxivId(facts[name]?.replace(/^(?:abs\/|CoRR,? abs\/)/i, '') ?? '') !== undefined) delete facts[name];
}

function abstractOf(raw: RawRecord, collect: Collector): string | undefined {
  const text = toParagraphs(decodeEntities(raw.abstract ?? '')).join('\n');
  if (text === '' || noAbstract.test(text)) return undefined;
  if (text.length <= caps.abstract) return text;
  collect.report('shortened', 'abstract');
  return `${text.slice(0, caps.abstract - 1).trimEnd()}…`;
}

/** Adds what the owner of the file made of the paper. */
function withOwners(raw: RawRecord, facts: Facts, collect: Collector): FileEntry {
  const entry: FileEntry = { facts, tags: once(collect.list('tags', raw.tags, maxTags)) };
  const note = plain(raw.note ?? '').trim();
  if (note.length > maxNoteLength) collect.report('shortened', 'note');
  if (note !== '') entry.note = note.slice(0, maxNoteLength);
  if (raw.citationKey) entry.citationKey = raw.citationKey;
  if (raw.line !== undefined) entry.line = raw.line;
  return entry;
}

/** What a paper without a title is listed by: its id, otherwise who wrote it and when. */
function placeholderTitle(raw: RawRecord, ids: readonly string[], authors: readonly string[]): string {
  const id = ids[0] ?? '';
  if (!/^(?:url|entry):/.test(id)) return id.replace(/^arxiv:/, 'arXiv:');
  const known = [authors.slice(0, 3).join(', '), raw.venue, raw.published]
    .map((text) => oneLine(text ?? ''))
    .filter(Boolean)
    .join(', ');
  return (known || (id.startsWith('url:') ? id.slice(4) : raw.citationKey || id)).slice(0, caps.title);
}

/**
 * An address identifies a paper only while one paper uses it: of two records with nothing but the same address and different
 * titles, the second is identified by its own content. One instance per file.
 */
export class AddressOwners {
  private readonly titles = new Map<string, string>();

  /** The entry, with an id of its own if its address is another record's. */
  settle(entry: FileEntry, raw: RawRecord): FileEntry {
    const id = entry.facts.ids[0] ?? '';
    if (!id.startsWith('url:')) return entry;
    const title = entry.facts.title.toLowerCase();
    const other = this.titles.get(id);
    if (other === undefined) this.titles.set(id, title);
    else if (other !== title) entry.facts.ids = [contentId(raw)];
    return entry;
  }
}

/**
 * What a reader yields of a record: its entry, what is wrong with it, what is not kept. `isEnded`: false if the file ends within
 * it; `isBegun`: false if its first line is missing.
 */
export function* entryItems(
  raw: RawRecord,
  addresses: AddressOwners,
  { line, isEnded, isBegun = true }: { line: number; isEnded: boolean; isBegun?: boolean },
): Generator<FileItem> {
  const { entry, isTitled, problems } = toEntry({ ...raw, line });
  yield { entry: addresses.settle(entry, raw) };
  if (!isTitled) yield { problem: { line, reason: 'no-title', detail: entry.facts.title } };
  for (const problem of problems) yield { problem };
  if (!isBegun) yield { problem: { line, reason: 'partly-read', detail: entry.facts.title } };
  if (!isEnded) yield { problem: { line, reason: 'cut-off', detail: entry.facts.title } };
  const leftOut = [...(raw.leftOut ?? []), ...unusable(raw, entry.facts)];
  if (leftOut.length > 0) yield { leftOut };
}

/** Fields that have a value which cannot be used: a DOI or address that is none, a date that cannot be read. */
function unusable(raw: RawRecord, { ids, links }: Facts): string[] {
  const isUsed = ids.some((id) => !id.startsWith('entry:')) || links !== undefined;
  const urls = (raw.urls ?? []).filter((url) => url?.trim());
  return [
    ...(raw.doi?.trim() && !ids.some((id) => /^(?:doi|arxiv):/.test(id)) && !links?.page ? ['doi'] : []),
    ...(urls.length > 0 && !isUsed ? ['url'] : []),
    ...(raw.unreadDate && raw.published === undefined ? ['date'] : []),
  ];
}

/** A record that was not read, by its first words. */
export const lostRecord = (line: number, reason: FileProblem['reason'], source: string, detail?: string): FileItem => ({
  problem: {
    line,
    reason,
    isLost: true,
    excerpt: oneLine(source.slice(0, 400)).slice(0, 120),
    ...(detail ? { detail } : {}),
  },
});
