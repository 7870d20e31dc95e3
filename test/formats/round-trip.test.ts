import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile, writeText } from '../../src/formats';
import type { Entry, ExportPaper, FormatId } from '../../src/formats/format';
import type { Facts, PaperType } from '../../src/paper/paper';
import { now } from './support/papers';

/** Every fact that files of other programs know. The README has this table; keep the two alike. */
type Carried =
  | 'title'
  | 'authors'
  | 'abstract'
  | 'published'
  | 'type'
  | 'venue'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher';
const all: readonly Carried[] = [
  'title',
  'authors',
  'abstract',
  'published',
  'type',
  'venue',
  'volume',
  'issue',
  'pages',
  'publisher',
];
interface Carries {
  id: FormatId;
  /** Facts that come back as they were. */
  facts: readonly Carried[];
  /** Paragraphs of abstracts. */
  paragraphs: boolean;
  tags: boolean;
  note: boolean;
}
const formats: readonly Carries[] = [
  { id: 'json', facts: all, paragraphs: true, tags: true, note: true },
  { id: 'bibtex', facts: all, paragraphs: true, tags: true, note: true },
  { id: 'biblatex', facts: all.filter((name) => name !== 'publisher'), paragraphs: true, tags: true, note: true },
  { id: 'ris', facts: all, paragraphs: false, tags: true, note: true },
  { id: 'csl-json', facts: all, paragraphs: true, tags: true, note: true },
  { id: 'csv', facts: all, paragraphs: true, tags: true, note: true },
];

const words = [
  'graph',
  'R&D',
  '100%',
  'a_b',
  '#1',
  '$5',
  '{x}',
  '}',
  'x^2',
  '~',
  '\\alpha',
  '<b>',
  '大模型',
  'עברית',
  '😀',
  'é',
  '"q"',
  "it's",
  'LLMs',
  '$L^2$',
  '=1',
  '-x',
  '@y',
  'a;b',
];
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
  .map((parts) => `The ${parts.join(' ')} end`);
const plainWord = fc.constantFrom('ICML', 'Nature', 'Journal of Examples', 'Physics & Co', 'Letters 5');
const name = fc.constantFrom(
  'Ada Lovelace',
  'Vera van der Berg',
  'José Müller',
  'Łukasz Šuc',
  'Gemini Team',
  '张三',
  "Conan O'Brien",
  'Jean-Luc Picard',
  'Luc Van Gool',
  'Martin King Jr.',
);
const ids = fc.oneof(
  fc.integer({ min: 1, max: 99999 }).map((n) => `arxiv:2401.${String(n).padStart(5, '0')}`),
  fc.integer({ min: 1, max: 99999 }).map((n) => `doi:10.1000/x_${n}(a)`),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** A type with what it needs to be written as such. */
const typed = fc.constantFrom<PaperType>('article', 'conference', 'chapter', 'thesis', 'report');

const paper: fc.Arbitrary<ExportPaper> = fc
  .record({
    id: ids,
    title: phrase,
    authors: maybe(fc.array(name, { minLength: 1, maxLength: 4 })),
    abstract: maybe(fc.array(phrase, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
    published: maybe(fc.constantFrom('2024', '2024-02', '2024-02-29', '1999-12-31')),
    type: typed,
    venue: plainWord,
    volume: maybe(fc.constantFrom('1', '12')),
    issue: maybe(fc.constantFrom('3', '4')),
    pages: maybe(fc.constantFrom('1-9', '12', '100-109')),
    tags: fc.uniqueArray(fc.constantFrom('rl/reward', 'to read', 'C++', 'a&b', '深度', 'x_y', '100%')),
    note: maybe(fc.array(phrase, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
  })
  .map(({ id, tags, note, ...given }): ExportPaper => {
    const isJournal = given.type === 'article';
    const isPart = isJournal || given.type === 'conference' || given.type === 'chapter';
    const rest = {
      ...given,
      volume: isPart ? given.volume : undefined,
      issue: isJournal ? given.issue : undefined,
      pages: isPart ? given.pages : undefined,
    };
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const facts = { ...known, ids: [id] } as unknown as Facts;
    return {
      ids: [id],
      facts,
      tags,
      status: 'unread',
      savedAt: 5,
      changedAt: 5,
      ...(note === undefined ? {} : { note }),
    };
  });

async function back(id: FormatId, papers: ExportPaper[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  const bytes = new TextEncoder().encode(writeText(id, papers, { now }));
  for await (const item of readFile(bytes, id)?.items ?? []) if ('entry' in item) entries.push(item.entry);
  return entries;
}

/** What is compared: white space as one line has it, and what the format carries. */
function carried({ facts, tags, note }: Pick<Entry, 'facts' | 'tags' | 'note'>, format: Carries): unknown {
  const line = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();
  const named = Object.fromEntries(format.facts.map((fact) => [fact, facts[fact]]));
  return {
    ids: facts.ids,
    ...named,
    abstract: format.paragraphs ? facts.abstract : line(facts.abstract),
    tags: new Set(tags),
    note,
  };
}

describe.each(formats)('$id', (format) => {
  it('gives back every field that it can carry', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(paper, { minLength: 1, maxLength: 6, selector: ({ ids: [id] }) => id }),
        async (papers) => {
          const entries = await back(format.id, papers);
          expect(entries.map((entry) => carried(entry, format))).toEqual(papers.map((one) => carried(one, format)));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 20), seed: 20261124 },
    );
  });
});
