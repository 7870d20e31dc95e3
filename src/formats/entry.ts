/** From what a file says of a paper, whatever the file's words for it, to an entry: checked, cleaned, identified. */
import { arxivAbstract } from '../paper/addresses';
import {
  arxivId,
  arxivVersion,
  canonicalUrl,
  doiInUrl,
  doiToId,
  idOfAddress,
  idValue,
  orderIds,
} from '../paper/identity';
import { arxivIn } from '../paper/ids-in-text';
import type { Facts, PaperType } from '../paper/paper';
import type { FileEntry, FileItem } from './format';
import { Checksum } from './json/checksum';
import { oneLine, plain, safeUrl, toParagraphs } from './text';

/** What a record of a file may hold. Everything is text from outside. */
export interface RawRecord {
  title?: string | undefined;
  authors?: string[] | undefined;
  /** The file says that there are more. */
  isCut?: boolean;
  abstract?: string | undefined;
  /** ISO, of any precision. */
  published?: string | undefined;
  venue?: string | undefined;
  type?: PaperType | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  publisher?: string | undefined;
  categories?: string[] | undefined;
  /** The publisher's or an index's words, as opposed to `tags`, the owner's. */
  keywords?: string[] | undefined;
  organization?: string | undefined;
  comment?: string | undefined;
  doi?: string | undefined;
  /** arXiv id in any form. */
  arxiv?: string | undefined;
  pmid?: string | undefined;
  pmcid?: string | undefined;
  urls?: (string | undefined)[];
  pdf?: string | undefined;
  code?: string[];
  /** Fields in which an arXiv id may be named: journal, note, number, extra. */
  mentions?: (string | undefined)[];
  tags?: string[] | undefined;
  note?: string | undefined;
  citationKey?: string | undefined;
  line?: number;
}

/** The entry of a record. `isTitled` is false where a name or the id had to stand in for the title. */
export function toEntry(raw: RawRecord): { entry: FileEntry; isTitled: boolean } {
  const ids = idsOf(raw);
  const title = oneLine(raw.title ?? '');
  const authors = list(raw.authors).filter((name) => !/^(?:others|et al\.?)$/i.test(name));
  const facts: Facts = { ids, title: title || standIn(raw, ids, authors) };
  const texts = { published: raw.published, venue: raw.venue, volume: raw.volume, issue: raw.issue, pages: raw.pages };
  for (const [name, value] of Object.entries({
    ...texts,
    publisher: raw.publisher,
    organization: raw.organization,
    comment: raw.comment,
  })) {
    const text = oneLine(value ?? '');
    if (text !== '') Object.assign(facts, { [name]: text });
  }
  const abstract = toParagraphs(raw.abstract ?? '').join('\n');
  if (abstract !== '' && !/^(?:na|n\/a|none|null)$/i.test(abstract)) facts.abstract = abstract;
  if (authors.length > 0) facts.authors = authors;
  if (authors.length > 0 && (raw.isCut || authors.length < list(raw.authors).length))
    facts.authorCount = authors.length + 1;
  if (raw.type !== undefined) facts.type = raw.type;
  const [categories, keywords] = [list(raw.categories), list(raw.keywords)];
  if (categories.length > 0) facts.categories = categories;
  if (keywords.length > 0) facts.keywords = [...new Set(keywords)];
  const version = arxivVersion(raw.arxiv ?? '');
  if (version !== undefined) facts.version = version;
  const links = linksOf(raw, ids);
  if (links) facts.links = links;
  return { entry: finish(raw, facts), isTitled: title !== '' };
}

function finish(raw: RawRecord, facts: Facts): FileEntry {
  const entry: FileEntry = { facts, tags: [...new Set(list(raw.tags))] };
  const note = plain(raw.note ?? '').trim();
  if (note !== '') entry.note = note;
  if (raw.citationKey) entry.citationKey = raw.citationKey;
  if (raw.line !== undefined) entry.line = raw.line;
  return entry;
}

const list = (texts: string[] | undefined): string[] => (texts ?? []).map(oneLine).filter((text) => text !== '');

function idsOf(raw: RawRecord): string[] {
  const arxiv = arxivId(oneLine(raw.arxiv ?? '')) ?? (raw.mentions ?? []).map(arxivIn).find((id) => id !== undefined);
  const urls = (raw.urls ?? []).filter((url) => url !== undefined);
  const ids = orderIds([
    arxiv && `arxiv:${arxiv}`,
    raw.doi === undefined ? undefined : doiToId(raw.doi.trim()),
    raw.pmid && /^\d{1,9}$/.test(raw.pmid.trim()) ? `pmid:${raw.pmid.trim()}` : undefined,
    raw.pmcid && /^PMC\d{1,9}$/i.test(raw.pmcid.trim()) ? `pmcid:${raw.pmcid.trim().toUpperCase()}` : undefined,
    ...urls.flatMap((url) => [idOfAddress(url), doiInUrl(url)]),
  ]);
  if (ids.length > 0) return ids;
  // A site's front page is no paper's address.
  const page = urls
    .map((url) => canonicalUrl(url.trim()))
    .find((url) => url !== undefined && new URL(url).pathname.length > 1);
  return [page ? `url:${page}` : ownId(raw)];
}

/**
 * The id of a record that has none: a sum of what it says, so that the same record of the same file is the same paper
 * when it comes again. It joins no two records that differ.
 */
export function ownId(raw: RawRecord): string {
  const sum = new Checksum();
  for (const part of [raw.title, ...(raw.authors ?? []), raw.published, raw.venue, raw.volume, raw.pages]) {
    sum.add(`${oneLine(part ?? '').toLowerCase()}\n`);
  }
  return `entry:${sum}`;
}

/** What a paper without a title is listed by: its id, failing that who wrote it and when. */
function standIn(raw: RawRecord, ids: string[], authors: string[]): string {
  const id = ids[0] ?? '';
  if (!/^(?:url|entry):/.test(id)) return id.replace(/^arxiv:/, 'arXiv:');
  const said = [authors.slice(0, 3).join(', '), raw.venue, raw.published]
    .map((text) => oneLine(text ?? ''))
    .filter(Boolean);
  return said.join(', ') || (id.startsWith('url:') ? id.slice(4) : raw.citationKey || id);
}

function linksOf(raw: RawRecord, ids: string[]): Facts['links'] | undefined {
  const urls = (raw.urls ?? []).map(safeUrl).filter((url) => url !== undefined);
  const links: NonNullable<Facts['links']> = {};
  const arxiv = ids.find((id) => id.startsWith('arxiv:'));
  if (arxiv) links.abs = arxivAbstract(idValue(arxiv));
  const page = urls.find((url) => !/\.pdf(?:$|[?#])/i.test(url) && !/^https?:\/\/(?:dx\.)?doi\.org\//.test(url));
  if (page && page !== links.abs) links.page = page;
  const pdf = safeUrl(raw.pdf) ?? urls.find((url) => /\.pdf(?:$|[?#])|arxiv\.org\/pdf\//i.test(url));
  if (pdf) links.pdf = pdf;
  const code = (raw.code ?? []).map(safeUrl).filter((url) => url !== undefined);
  if (code.length > 0) links.code = code;
  return Object.keys(links).length > 0 ? links : undefined;
}

/**
 * An address identifies a paper only while one paper uses it: of two records with nothing but the same address and different
 * titles, the second is identified by its own content. One instance per file.
 */
export class AddressOwners {
  private readonly titles = new Map<string, string>();

  /** The entry, with an id of its own where its address is another's. */
  settle(entry: FileEntry, raw: RawRecord): FileEntry {
    const id = entry.facts.ids[0] ?? '';
    if (!id.startsWith('url:')) return entry;
    const title = entry.facts.title.toLowerCase();
    const other = this.titles.get(id);
    if (other === undefined) this.titles.set(id, title);
    else if (other !== title) entry.facts.ids = [ownId(raw)];
    return entry;
  }
}

/** What a reader yields of a record: its entry, and what is wrong with it. `isEnded`: false where the file ends within it. */
export function* entryItems(
  raw: RawRecord,
  addresses: AddressOwners,
  { line, isEnded }: { line: number; isEnded: boolean },
): Generator<FileItem> {
  const { entry, isTitled } = toEntry(raw);
  yield { entry: addresses.settle(entry, raw) };
  if (!isTitled) yield { problem: { line, reason: 'no-title', detail: entry.facts.title } };
  if (!isEnded) yield { problem: { line, reason: 'cut-off', detail: entry.facts.title } };
}
