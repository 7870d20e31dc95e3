import { describe, expect, test } from 'vitest';
import { shownFacts, trust, uniteSources } from '../../src/library/merge/merge';
import type { Editable, Facts, Source } from '../../src/paper/paper';
import { any } from '../../src/sites/any';

const id = 'arxiv:2601.00001';
const source = (site: string, facts: Partial<Facts>, at = 1000): Source => ({
  site,
  at,
  facts: { ids: [id], title: 'A title', ...facts },
});
const shown = (sources: Source[], edits?: Partial<Editable>) => shownFacts([id], uniteSources(sources), edits);
const names = (count: number) => Array.from({ length: count }, (_, at) => `Author ${at + 1}`);

describe('two sources, in either order', () => {
  const cases: [string, Source, Source, keyof Facts, unknown][] = [
    [
      'a whole author list beats a cut one',
      source('google-scholar', { authors: names(9), authorCount: 9 }),
      source('arxiv', { authors: names(3), authorCount: 9 }, 2000),
      'authors',
      names(9),
    ],
    [
      'names beat a bare count',
      source('google-scholar', { authors: names(2) }),
      source('huggingface', { authorCount: 5 }, 2000),
      'authors',
      names(2),
    ],
    [
      'a cut list keeps its count',
      source('arxiv', { authors: names(3), authorCount: 9 }),
      source('google-scholar', {}, 2000),
      'authorCount',
      9,
    ],
    [
      "arXiv's own abstract beats a copy",
      source('arxiv', { abstract: 'own' }),
      source('huggingface', { abstract: 'a copy, newer' }, 2000),
      'abstract',
      'own',
    ],
    [
      'a copy beats nothing',
      source('arxiv', {}, 2000),
      source('huggingface', { abstract: 'copy' }),
      'abstract',
      'copy',
    ],
    [
      'a title beats a link’s text',
      source('any', { title: 'Wei et al. 2022', titleIsLinkText: true }, 2000),
      source('arxiv-api', { title: 'A title' }),
      'title',
      'A title',
    ],
    [
      'a published venue beats arXiv',
      source('arxiv', { venue: 'arXiv' }, 2000),
      source('google-scholar', { venue: 'ICML' }),
      'venue',
      'ICML',
    ],
    [
      'a published venue beats OpenReview, which is where it was submitted',
      source('openreview', { venue: 'OpenReview' }, 2000),
      source('google-scholar', { venue: 'ICML' }),
      'venue',
      'ICML',
    ],
    [
      'a published venue beats CoRR',
      source('dblp', { venue: 'CoRR' }, 2000),
      source('import:bibtex', { venue: 'Neural Networks' }),
      'venue',
      'Neural Networks',
    ],
    [
      'a published type beats preprint',
      source('arxiv', { type: 'preprint' }, 2000),
      source('acl', { type: 'conference' }),
      'type',
      'conference',
    ],
    [
      'the submission date beats the announcement',
      source('arxiv', { published: '2026-01-07' }, 2000),
      source('huggingface', { published: '2026-01-05' }),
      'published',
      '2026-01-05',
    ],
    [
      'a more precise date beats the year',
      source('arxiv', { published: '2026' }, 2000),
      source('dblp', { published: '2026-03-02' }),
      'published',
      '2026-03-02',
    ],
    [
      'an earlier year beats a later day',
      source('arxiv', { published: '2026-03-02' }, 2000),
      source('dblp', { published: '2025' }),
      'published',
      '2025',
    ],
    [
      'a whole title beats a cut one',
      source('arxiv', { title: 'A long…' }, 2000),
      source('google-scholar', { title: 'A long title' }),
      'title',
      'A long title',
    ],
    [
      'counts are the newest',
      source('arxiv', { metrics: { stars: 5 } }),
      source('huggingface', { metrics: { stars: 7 } }, 2000),
      'metrics',
      { stars: 7 },
    ],
    [
      'counts are completed',
      source('huggingface', { metrics: { upvotes: 5 } }),
      source('google-scholar', { metrics: { citations: 7 } }, 2000),
      'metrics',
      { citations: 7, upvotes: 5 },
    ],
    [
      'repositories are united',
      source('huggingface', { links: { code: ['https://github.com/a/b'] } }),
      source('arxiv', { links: { code: ['https://github.com/c/d'] } }, 2000),
      'links',
      { code: ['https://github.com/c/d', 'https://github.com/a/b'] },
    ],
    [
      'the later version is shown',
      source('arxiv', { version: 3 }),
      source('arxiv-api', { version: 2 }, 2000),
      'version',
      3,
    ],
  ];
  test.each(cases)('%s', (_, a, b, field, value) => {
    expect(shown([a, b])[field]).toEqual(value);
    expect(shown([b, a])[field]).toEqual(value);
  });
});

describe('facts from the same site at two times', () => {
  test('a source replaces its own facts and removes none', () => {
    const before = source('huggingface', { title: 'Old', abstract: 'kept', metrics: { upvotes: 1, comments: 2 } });
    const after = source('huggingface', { title: 'New', metrics: { upvotes: 9 } }, 2000);
    expect(shown([before, after])).toMatchObject({
      title: 'New',
      abstract: 'kept',
      metrics: { upvotes: 9, comments: 2 },
    });
    expect(uniteSources([before], [after])).toMatchObject([
      { at: 2000, older: { abstract: 1000, 'metrics.comments': 1000 } },
    ]);
  });
  test('a cut author list does not replace a complete one from the same site', () => {
    const whole = source('arxiv', { authors: names(30), authorCount: 30 });
    const cut = source('arxiv', { authors: names(25), authorCount: 30 }, 2000);
    expect(shown([whole, cut]).authors).toHaveLength(30);
  });
});

test('a correction by hand wins over every source', () => {
  const edits = { title: 'By hand', authors: ['One Person'], published: '2020' };
  const facts = shown([source('arxiv', { authors: names(9), authorCount: 12, published: '2026-01-01' }, 9e9)], edits);
  expect(facts).toMatchObject({ ...edits, authorCount: 1 });
});

test('ranks belong to sightings', () => expect(shown([source('huggingface', { rank: 3 })])).not.toHaveProperty('rank'));

test('sources nearer to the paper are trusted more, and the source for completing the least', () => {
  const of = (site: string) => trust(site, 'title');
  const order = ['arxiv-api', any.id, 'import:bibtex', 'huggingface', 'dblp', 'acl', 'arxiv'];
  expect([...order].sort((a, b) => of(a) - of(b))).toEqual(order);
  expect(new Set(order.map(of)).size).toBe(order.length);
  expect(of('constructor')).toBe(of('import:bibtex'));
  expect(of('crossref-api')).toBe(of('arxiv-api'));
});

test('a title that is only a link’s text is marked until a better one is known or written by hand', () => {
  const link = source('any', { title: 'arXiv', titleIsLinkText: true }, 2000);
  expect(shown([link])).toMatchObject({ title: 'arXiv', titleIsLinkText: true });
  expect(shown([link, source('arxiv', {})])).not.toHaveProperty('titleIsLinkText');
  expect(shown([link], { title: 'By hand' })).toEqual({ ids: [id], title: 'By hand' });
  expect(shown([link, source('import:ids', { title: id })])).toMatchObject({ title: 'arXiv', titleIsLinkText: true });
});
