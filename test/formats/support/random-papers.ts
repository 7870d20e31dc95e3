/** Papers made at random of the words and names that formats get wrong. */
import fc from 'fast-check';
import type { ExportPaper } from '../../../src/formats/format';
import type { Facts, PaperType } from '../../../src/paper/paper';

const words = [
  ...['graph', 'R&D', '100%', 'a_b', '#1', '$5', '{x}', '}', 'x^2', '~', '\\alpha', '<b>', '大模型', 'עברית', '😀'],
  ...['é', '"q"', "it's", 'LLMs', '$L^2$', '=1', '-x', '@y', 'a;b'],
];
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
  .map((parts) => `The ${parts.join(' ')} end`);
const lines = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const venue = fc.constantFrom('ICML', 'Nature', 'Journal of Examples', 'Physics & Co', 'Letters 5');
const name = fc.constantFrom(
  ...['Ada Lovelace', 'Vera van der Berg', 'José Müller', 'Łukasz Šuc', 'Gemini Team', '张三', "Conan O'Brien"],
  ...['Jean-Luc Picard', 'Luc Van Gool', 'Martin King Jr.', 'Hal Daumé III', '杨 育伟', '山田 太郎'],
);
const id = fc.oneof(
  fc.integer({ min: 1, max: 99999 }).map((n) => `arxiv:2401.${String(n).padStart(5, '0')}`),
  fc.integer({ min: 1, max: 99999 }).map((n) => `doi:10.1000/x_${n}(a)`),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Types that need nothing but a venue to be written as such. */
const type = fc.constantFrom<PaperType>('article', 'conference', 'chapter', 'thesis', 'report');

const given = fc.record({
  id,
  title: phrase,
  authors: maybe(fc.array(name, { minLength: 1, maxLength: 4 })),
  abstract: maybe(lines),
  published: maybe(fc.constantFrom('2024', '2024-02', '2024-02-29', '1999-12-31')),
  type,
  venue,
  publisher: maybe(fc.constantFrom('MIT Press', 'Smith & Sons')),
  volume: maybe(fc.constantFrom('1', '12')),
  issue: maybe(fc.constantFrom('3', '4')),
  pages: maybe(fc.constantFrom('1-9', '12', '100-109')),
  keywords: maybe(fc.uniqueArray(fc.constantFrom('Graph theory', 'R&D', '图'), { minLength: 1 })),
  page: maybe(fc.constantFrom('https://example.org/~a/b_c.html', 'https://example.org/%7Bx%7D?y=1&z=%25')),
  comment: maybe(fc.constantFrom('12 pages, 5 figures', 'In Japanese & English; 50% longer')),
  language: maybe(fc.constantFrom('de', 'en', 'zh', 'pt')),
  pdf: maybe(fc.constantFrom('https://example.org/a_b.pdf', 'https://example.org/%7Ec.pdf?x=1&y=2')),
  tags: fc.uniqueArray(fc.constantFrom('rl/reward', 'to read', 'C++', 'a&b', '深度', 'x_y', '100%', 'one, two')),
  note: maybe(lines),
  status: fc.constantFrom('unread' as const, 'reading' as const, 'read' as const),
  starredAt: maybe(fc.constant(7)),
  key: fc.uuid().map((text) => `k${text}`),
});

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const links = (pdf: string | undefined, page: string | undefined) =>
  pdf === undefined && page === undefined ? undefined : present({ pdf, page });

export const randomPaper: fc.Arbitrary<ExportPaper> = given.map(
  ({ id: first, pdf, page, tags, note, status, starredAt, key, ...facts }): ExportPaper => {
    const isJournal = facts.type === 'article';
    const isPart = isJournal || facts.type === 'conference' || facts.type === 'chapter';
    const arxiv = first.startsWith('arxiv:') ? { categories: ['cs.LG'] } : {};
    const known = present({
      ...facts,
      ...arxiv,
      volume: isPart ? facts.volume : undefined,
      issue: isJournal ? facts.issue : undefined,
      pages: isPart ? facts.pages : undefined,
      // An arXiv paper's page is arXiv's.
      links: links(pdf, first.startsWith('arxiv:') ? undefined : page),
    });
    return {
      ids: [first],
      facts: { ...known, ids: [first] } as unknown as Facts,
      tags,
      status,
      savedAt: 5,
      changedAt: 5,
      citationKeys: { file: key },
      ...present({ note, starredAt }),
    };
  },
);
