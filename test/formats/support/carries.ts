/** README's table of what each format carries, as functions that pick it from a paper. */
import { readFileSync } from 'node:fs';
import { type Format, type FormatId, formats, readFile, writeText } from '../../../src/formats';
import { type ExportPaper, entryToExport } from '../../../src/formats/format';
import { citedKind } from '../../../src/paper/venue';
import { now } from './papers';

export type PickFact = (paper: ExportPaper) => unknown;

const whole = (paper: ExportPaper, names: readonly (keyof ExportPaper['facts'])[]): unknown =>
  Object.fromEntries(names.map((name) => [name, paper.facts[name]]));
const idsOf = (paper: ExportPaper, schemes: RegExp): string[] => paper.ids.filter((id) => schemes.test(id));
const isOnArxiv = (paper: ExportPaper): boolean => idsOf(paper, /^arxiv:/).length > 0;
const oneParagraph = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();
const withPublisher = ['book', 'chapter', 'conference'];

/** What each row of the table promises, by the words of its cells. */
export const rows: Record<string, Record<string, PickFact>> = {
  'title, authors, year, month, day': { yes: (paper) => whole(paper, ['title', 'authors', 'published']) },
  abstract: {
    yes: (paper) => paper.facts.abstract,
    'as one paragraph': (paper) => oneParagraph(paper.facts.abstract),
  },
  'type, venue': { yes: ({ facts }) => [citedKind(facts), facts.venue] },
  'volume, issue, pages': {
    yes: ({ facts }) => [facts.volume, facts.issue, facts.pages],
    'where biblatex has them': ({ facts }) => {
      const kind = citedKind(facts);
      const isPart = ['article', 'conference', 'book', 'chapter'].includes(kind);
      return [
        isPart && facts.volume,
        (isPart || kind === 'report') && facts.issue,
        (isPart || kind === 'report' || kind === 'thesis') && facts.pages,
      ];
    },
  },
  publisher: {
    yes: (paper) => paper.facts.publisher,
    'books, chapters, conferences': ({ facts }) =>
      withPublisher.includes(citedKind(facts)) ? facts.publisher : undefined,
  },
  'arXiv id, DOI': { yes: (paper) => idsOf(paper, /^(?:arxiv|doi):/) },
  'PubMed’s ids': { yes: (paper) => idsOf(paper, /^pmc?id:/) },
  address: {
    yes: (paper) => paper.facts.links?.page,
    'not of arXiv’s papers': (paper) => (isOnArxiv(paper) ? undefined : paper.facts.links?.page),
  },
  'arXiv’s primary category': { yes: (paper) => paper.facts.categories?.[0] },
  'address of the PDF': { yes: (paper) => paper.facts.links?.pdf },
  language: { yes: (paper) => paper.facts.language },
  comment: {
    yes: (paper) => paper.facts.comment,
    'not of arXiv’s papers': (paper) => (isOnArxiv(paper) ? undefined : paper.facts.comment),
  },
  tags: {
    yes: (paper) => new Set(paper.tags),
    'without commas': (paper) => new Set(paper.tags.map((tag) => oneParagraph(tag.replace(/[,;]/g, ' ')))),
    'without semicolons': (paper) => new Set(paper.tags.map((tag) => oneParagraph(tag.replaceAll(';', ' ')))),
  },
  note: {
    yes: (paper) => paper.note,
    'without indentation': (paper) => paper.note?.replaceAll('\u00a0', ' ').replace(/^[ \t]+/gm, ''),
  },
  'citation key': { yes: (paper) => paper.citationKeys?.file },
  'keywords of the publisher': { yes: (paper) => paper.facts.keywords },
  'status, star, code, where seen, edits, colours, saved searches, rules': {
    yes: (paper) => [paper.status, paper.starredAt, paper.facts.links?.code],
  },
};

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
export const section = /\n## Files\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
export const [header = [], , ...body] = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** Formats for people, and lists of ids: written for reading, read only for the papers they name. */
const listsOnly: readonly FormatId[] = ['markdown', 'html', 'links', 'ids'];
export const both = (formats as readonly Format[]).filter(
  ({ id, write, read }) => write && read && !listsOnly.includes(id),
);

/** What README promises of a format: names of its rows, and what of a paper each carries. */
export function promisesOf(name: string): [row: string, pick: PickFact][] {
  const column = header.indexOf(name);
  return body.flatMap((cells): [string, PickFact][] => {
    const [row = ''] = cells;
    const pick = rows[row]?.[cells[column] ?? ''];
    return pick ? [[row, pick]] : [];
  });
}

/** Papers as the file gives them back. */
export async function back(format: Format, papers: ExportPaper[]): Promise<ExportPaper[]> {
  const read: ExportPaper[] = [];
  const keys = papers.map(({ citationKeys }) => citationKeys?.file ?? '');
  const bytes = new TextEncoder().encode(writeText(format.id, papers, { now, keys }));
  for await (const item of readFile(bytes, format.id)?.items ?? [])
    if ('entry' in item) {
      const record = item.entry.record as ExportPaper | undefined;
      read.push(record ?? entryToExport(item.entry, now.getTime()));
    }
  return read;
}
