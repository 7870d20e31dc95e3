import { describe, expect, it } from 'vitest';
import { type CitationStyle, citationStyles, cite } from '../../src/formats/cite';
import { cslItem } from '../../src/formats/csl';
import type { ExportPaper } from '../../src/formats/format';
import type { Facts } from '../../src/paper/paper';
import { citeproc } from './support/citeproc';
import { corpus, hasCorpus } from './support/corpus';
import { paper } from './support/papers';

const official: Record<CitationStyle, string> = {
  apa: 'apa',
  mla: 'modern-language-association',
  chicago: 'chicago-author-date',
  ieee: 'ieee',
  vancouver: 'vancouver',
};
const words = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta', 'Iota', 'Kappa', 'Lambda'];
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => `${words[i % 11]} ${words[(i * 3) % 11]}son${'abc'[i % 3]}`);
const article: Partial<Facts> = { venue: 'Nature', type: 'article', volume: '12', issue: '3', pages: '1042-1049' };
const without = (facts: Partial<Facts>, ...names: (keyof Facts)[]): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name as keyof Facts)));
const doi = { ids: ['doi:10.1038/x1'] };
const page = { ids: ['url:https://example.org/n'] };

const dates = ['2024-08-02', '2023-05', '2021', '2020-06-30', '2019-09-09'];
const cases: [string, ExportPaper][] = [
  ...[1, 2, 3, 6, 7, 8, 10, 11, 20, 21, 30].map((n): [string, ExportPaper] => [
    `a preprint by ${n}`,
    paper({ authors: people(n), published: dates[n % 5] as string }),
  ]),
  ...[1, 2, 4, 7, 11].map((n): [string, ExportPaper] => [
    `an article by ${n}`,
    paper({ ...article, authors: people(n), published: dates[n % 5] as string }, doi),
  ]),
  ...[1, 2, 3, 7].map((n): [string, ExportPaper] => [
    `a conference paper by ${n}`,
    paper({ venue: 'ICML', publisher: 'PMLR', pages: '12-34', authors: people(n), published: '2023' }, page),
  ]),
  ['a conference paper without pages', paper({ venue: 'ICML', published: '2023-07' }, page)],
  ['an article without issue', paper({ ...without(article, 'issue'), published: '2023-05' }, doi)],
  ['an article without volume', paper({ ...without(article, 'volume', 'issue', 'pages') }, page)],
  ['an article of an issue without volume', paper({ ...without(article, 'volume'), published: '2023-05' }, doi)],
  ['words with hyphens', paper({ title: 'A state-of-the-art, Context-sensitive survey of better than usual graphs' })],
  ['an apostrophe', paper({ title: "An author's maps", venue: "Reader's Journal", type: 'article' }, doi)],
  ['an article of one page', paper({ ...article, pages: '5' }, doi)],
  ['an article from page 100 on', paper({ ...article, pages: '100-109' }, doi)],
  ['an article of pages 321-328', paper({ ...article, pages: '321-328' }, doi)],
  ['a question', paper({ title: 'Is it? So!', published: '2024-05' })],
  ['a title after a colon', paper({ title: 'Graphs: a survey of the small' })],
  ['a suffix and a hyphen', paper({ authors: ['Ada Lovelace', 'Jun-Yan Zhu', 'Carl D. Smith Jr.'] })],
  ['particles', paper({ authors: ['Luc Van Gool', 'Vera van der Berg'] })],
  ['an organisation', paper({ authors: ['Gemini Team'] })],
  ['an organisation and a person', paper({ authors: ['Gemini Team', 'Ada Lovelace'] })],
  ['a book', paper({ type: 'book', publisher: 'MIT Press' }, page)],
  ['something from the web', paper({ type: 'other' }, page)],
  ['another server', paper({ venue: 'bioRxiv' }, { ids: ['doi:10.1101/x1'] })],
];

const judged = (found: ExportPaper, style: CitationStyle, judge: ReturnType<typeof citeproc>) =>
  judge(JSON.parse(JSON.stringify(cslItem(found, 'x', { abstracts: false, notes: false })))).replace(
    /^(?:\[1\]|1\.) ?/,
    '',
  ) || style;

describe.each(citationStyles)('%s', (style) => {
  const judge = citeproc(official[style]);
  it.each(cases)('is what citeproc writes of %s', (_, found) => {
    expect(cite(found, style)).toBe(judged(found, style, judge));
  });

  it('says what is known of a paper without authors and date', () => {
    const bare = paper(without(paper().facts, 'authors', 'published'));
    const { authors: _a, published: _p, ...facts } = bare.facts;
    expect(cite({ ...bare, facts }, style)).toBe(judged({ ...bare, facts }, style, judge));
  });
});

const thesis = paper(
  { type: 'thesis', venue: 'University of Invention', published: '2010' },
  { ids: ['url:https://invented.org/t'] },
);
const atItsPage: ExportPaper = { ...thesis, facts: { ...thesis.facts, links: { page: 'http://www.invented.org/t/' } } };
it.each(['mla', 'vancouver'] as const)(
  'a thesis is cited as citeproc cites it, with the address as it stood: %s',
  (style) => {
    const written = cite(atItsPage, style);
    expect(written).toBe(judged(atItsPage, style, citeproc(official[style])));
    expect(written).toContain('http://www.invented.org/t/');
  },
);

describe.skipIf(!hasCorpus)('real papers', () => {
  it.each(citationStyles)('are cited as citeproc cites them: %s', (style) => {
    const judge = citeproc(official[style]);
    // citeproc has its own idea of quotes, dashes and capitals inside titles; those are left to the cases above.
    const plain = corpus(400).filter(({ facts }) => /^[A-Za-z0-9 :,]+$/.test(facts.title) && facts.authors);
    const papers = plain.filter(({ facts }) => facts.authors?.every((name) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name)));
    const titleless = (text: string) => text.toLowerCase();
    for (const found of papers.slice(0, 30))
      expect(titleless(cite(found, style))).toBe(titleless(judged(found, style, judge)));
    expect(papers.length).toBeGreaterThan(20);
  });
});
