/** README's table of what each format carries, held cell by cell: a paper is written and read again. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, type FormatId, formats, readFile, writeText } from '../../src/formats';
import { type ExportPaper, entryToExport } from '../../src/formats/format';
import { now } from './support/papers';
import { randomPaper } from './support/random-papers';

type Pick = (paper: ExportPaper) => unknown;

const whole = (paper: ExportPaper, names: readonly (keyof ExportPaper['facts'])[]): unknown =>
  Object.fromEntries(names.map((name) => [name, paper.facts[name]]));
const oneParagraph = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();
const withPublisher = ['book', 'chapter', 'conference'];

/** What each row of the table promises, by the words of its cells. */
const rows: Record<string, Record<string, Pick>> = {
  'title, authors, year, month, day': { yes: (paper) => whole(paper, ['title', 'authors', 'published']) },
  abstract: {
    yes: (paper) => paper.facts.abstract,
    'as one paragraph': (paper) => oneParagraph(paper.facts.abstract),
  },
  'type, venue, volume, issue, pages': {
    yes: (paper) => whole(paper, ['type', 'venue', 'volume', 'issue', 'pages']),
  },
  publisher: {
    yes: (paper) => paper.facts.publisher,
    'books, chapters, conferences': ({ facts }) =>
      withPublisher.includes(facts.type ?? '') ? facts.publisher : undefined,
  },
  'arXiv id, DOI, address': { yes: (paper) => [paper.ids, paper.facts.links?.page] },
  'arXiv’s primary category': { yes: (paper) => paper.facts.categories?.[0] },
  'address of the PDF': { yes: (paper) => paper.facts.links?.pdf },
  language: { yes: (paper) => paper.facts.language },
  comment: {
    yes: (paper) => paper.facts.comment,
    'not of arXiv’s papers': ({ ids, facts }) =>
      ids.some((id) => id.startsWith('arxiv:')) ? undefined : facts.comment,
  },
  tags: {
    yes: (paper) => new Set(paper.tags),
    'without commas': (paper) => new Set(paper.tags.map((tag) => oneParagraph(tag.replace(/[,;]/g, ' ')))),
    'without semicolons': (paper) => new Set(paper.tags.map((tag) => oneParagraph(tag.replaceAll(';', ' ')))),
  },
  note: {
    yes: (paper) => paper.note,
    'without indentation': (paper) => paper.note?.replace(/^[ \t]+/gm, ''),
  },
  'citation key': { yes: (paper) => paper.citationKeys?.file },
  'keywords of the publisher': { yes: (paper) => paper.facts.keywords },
  'status, star, code, where seen, edits, colours, saved searches, rules': {
    yes: (paper) => [paper.status, paper.starredAt, paper.facts.links?.code],
  },
};

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const section = /\n## Files\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
const [header = [], , ...body] = section
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
const both = (formats as readonly Format[]).filter(({ id, write, read }) => write && read && !listsOnly.includes(id));

it('README has a column for every format that is written and read', () => {
  expect(header.slice(1).sort(), 'columns of the table in README.md, section Files').toEqual(
    both.map(({ name }) => name).sort(),
  );
});

it('README lists every format of the command line', () => {
  const listed = /Formats: `([^`]*)`/.exec(section)?.[1];
  expect(listed, 'README.md, section Files: the list behind “Formats:”').toBe(formats.map(({ id }) => id).join(' '));
});

it('every cell of README’s table is one that is checked here', () => {
  for (const [row = '', ...cells] of body)
    for (const cell of cells)
      expect(['no', ...Object.keys(rows[row] ?? {})], `row ${row} of README.md, section Files`).toContain(cell);
  expect(body.map(([row]) => row)).toEqual(Object.keys(rows));
});

/** Papers as the file gives them back. */
async function back(format: Format, papers: ExportPaper[]): Promise<ExportPaper[]> {
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

describe.each(both.map((format): [string, Format] => [format.name, format]))('%s', (name, format) => {
  const column = header.indexOf(name);
  const promised = body.flatMap((cells): [string, Pick][] => {
    const [row = ''] = cells;
    const pick = rows[row]?.[cells[column] ?? ''];
    return pick ? [[row, pick]] : [];
  });

  it('gives back every field that README says it carries', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(randomPaper, { minLength: 1, maxLength: 6, selector: ({ ids: [id] }) => id }),
        async (papers) => {
          const read = await back(format, papers);
          const table = (list: ExportPaper[]) =>
            list.map((paper) => Object.fromEntries(promised.map(([row, pick]) => [row, pick(paper)])));
          expect(table(read)).toEqual(table(papers));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 20), seed: 20261124 },
    );
  });
});
