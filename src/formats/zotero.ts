/** Papers as Zotero items, as its connector's `saveItems` takes them. https://api.zotero.org/schema */
import { citedDate } from '../paper/dates';
import type { PaperType } from '../paper/paper';
import { kindOf } from '../paper/venue';
import type { ExportPaper } from './format';
import { familyOf, parseName } from './names';
import { linesToHtml } from './note-html';
import { addressOf, doiOf, idOf, oneLine, primaryClass, safeUrl, toParagraphs } from './text';
import { zoteroTypes } from './zotero/types';

/** An item for `saveItems`; its further fields depend on the type. */
export interface ZoteroItem {
  /** Our id, used to match the answer; Zotero assigns its own key. */
  id: string;
  itemType: string;
  creators: { firstName?: string; lastName: string; fieldMode?: 1; creatorType: 'author' }[];
  tags: { tag: string }[];
  notes: { note: string }[];
  attachments: { title: string; url: string; mimeType: string; snapshot: false }[];
  [field: string]: unknown;
}

/** The field for the venue, by type. */
const venueFields: Record<PaperType, string> = {
  preprint: 'repository',
  article: 'publicationTitle',
  conference: 'proceedingsTitle',
  book: 'series',
  chapter: 'bookTitle',
  thesis: 'university',
  report: 'institution',
  other: 'publisher',
};

/** One paper. `notes` false leaves the user's own note out. */
export function zoteroItem(paper: ExportPaper, { notes = true }: { notes?: boolean } = {}): ZoteroItem {
  const { facts } = paper;
  const kind = kindOf(facts);
  const arxiv = idOf(paper, 'arxiv');
  const pdf = safeUrl(facts.links?.pdf);
  const venue = facts.venue ?? (kind === 'preprint' && arxiv ? 'arXiv' : undefined);
  const category = primaryClass(paper);
  const fields = {
    title: oneLine(facts.title),
    abstractNote: toParagraphs(facts.abstract ?? '').join('\n') || undefined,
    date: citedDate(facts),
    url: addressOf(paper),
    DOI: doiOf(paper),
    [venueFields[kind]]: venue,
    archiveID: kind === 'preprint' && arxiv ? `arXiv:${arxiv}` : undefined,
    libraryCatalog: arxiv && 'arXiv.org',
    extra: arxiv && `arXiv:${arxiv}${category ? ` [${category}]` : ''}`,
    volume: facts.volume,
    issue: kind === 'article' ? facts.issue : undefined,
    pages: facts.pages,
    ...(facts.publisher && venueFields[kind] !== 'publisher' && kind !== 'preprint' && { publisher: facts.publisher }),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...known,
    id: paper.ids[0] ?? '',
    itemType: zoteroTypes[kind],
    creators: (facts.authors ?? []).map(creator),
    tags: [...new Set(paper.tags.map(oneLine))].filter(Boolean).map((tag) => ({ tag })),
    notes: notes && paper.note ? [{ note: linesToHtml(paper.note) }] : [],
    attachments: pdf ? [{ title: 'PDF', url: pdf, mimeType: 'application/pdf', snapshot: false }] : [],
  };
}

function creator(author: string): ZoteroItem['creators'][number] {
  const name = parseName(oneLine(author));
  // `fieldMode` 1: a name in one field, as organisations have.
  if (name.literal !== undefined) return { lastName: name.literal, fieldMode: 1, creatorType: 'author' };
  const firstName = [name.given, name.suffix].filter(Boolean).join(', ');
  return { firstName, lastName: familyOf(name), creatorType: 'author' };
}
