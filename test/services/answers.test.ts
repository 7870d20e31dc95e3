/** What is read from answers of Crossref and Semantic Scholar: invented ones, and the real ones of ../shared/api where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as crossref from '../../src/services/crossref/api';
import { noticeIn } from '../../src/services/crossref/notices';
import { isSamePaper, similarity } from '../../src/services/same-paper';
import * as s2 from '../../src/services/semantic-scholar/api';
import { crossrefFacts, semanticScholarFacts } from './expected-facts';

const shared = join(import.meta.dirname, '../../../shared/api');
const read = (service: string, file: string, at: (string | number)[] = []): unknown =>
  at.reduce<unknown>(
    (json, member) => (json as Record<string | number, unknown>)[member],
    JSON.parse(readFileSync(join(shared, service, file), 'utf8')),
  );

describe.skipIf(!existsSync(shared))('real answers give the facts that a person read in them', () => {
  test.each(crossrefFacts)('Crossref: $file', ({ file, asked, facts, publishedAs = [] }) => {
    const work = crossref.worksAnswer(read('crossref', file))?.get(asked);
    expect(work?.facts).toEqual({ ...facts, ids: facts.ids });
    expect(work?.publishedAs).toEqual(publishedAs);
  });
  test.each(semanticScholarFacts)('Semantic Scholar: $file $at', ({ file, at, asked, facts }) => {
    const title = facts === 'unknown' ? 'Any' : facts.title;
    const found = s2.factsOf(read('semantic-scholar', file, at), asked, { title });
    expect(found).toEqual(facts === 'unknown' ? undefined : facts);
  });
  test('an error is no answer', () => {
    expect(s2.papersAnswer(1)(read('semantic-scholar', 'error-400.json'))).toBeUndefined();
    expect(crossref.worksAnswer(read('semantic-scholar', 'error-400.json'))).toBeUndefined();
  });
});

const record = (more: object = {}) => ({
  paperId: '0'.repeat(40),
  externalIds: { ArXiv: '2601.00001', DOI: '10.1000/J.1', DBLP: 'journals/tie/ExampleB26' },
  title: 'On Invented Papers',
  authors: [{ authorId: '1', name: 'Ada Example' }],
  venue: 'Trans. Inv. Ex.',
  publicationVenue: { name: 'Trans. Inv. Ex.', type: 'journal', alternate_names: ['TIE'] },
  journal: { name: 'Transactions on Invented Examples', volume: '3', pages: '12 - 34' },
  year: 2026,
  publicationDate: '2026-01-04',
  publicationTypes: ['JournalArticle'],
  citationCount: 41,
  influentialCitationCount: 2,
  openAccessPdf: { url: 'https://repository.example/1.pdf' },
  ...more,
});
const ours = { title: 'On Invented Papers', authors: ['Ada Example', 'Bo Beispiel'] };

describe('Semantic Scholar', () => {
  test('asks by the best id that it knows', () => {
    expect(s2.askedId(['doi:10.1/a', 'arxiv:2601.00001', 'url:x'])).toBe('arxiv:2601.00001');
    expect(s2.askedId(['dblp:conf/x', 'acl:2020.acl-main.405'])).toBe('acl:2020.acl-main.405');
    expect(s2.askedId(['openreview:abc'])).toBeUndefined();
    expect(s2.papersRequest(['arxiv:2601.00001', 'doi:10.1/a', 'pmid:12'], 'my-key')).toMatchObject({
      body: { ids: ['ARXIV:2601.00001', 'DOI:10.1/a', 'PMID:12'] },
      headers: { 'x-api-key': 'my-key' },
    });
    expect(s2.papersRequest(['arxiv:2601.00001'])).not.toHaveProperty('headers');
  });

  test('gives the published version beside the preprint', () => {
    expect(s2.factsOf(record(), 'arxiv:2601.00001', ours)).toEqual({
      ids: ['arxiv:2601.00001', 'doi:10.1000/j.1'],
      title: 'On Invented Papers',
      authors: ['Ada Example'],
      published: '2026-01-04',
      issued: '2026',
      venue: 'Transactions on Invented Examples',
      type: 'article',
      volume: '3',
      pages: '12-34',
      links: { openPdf: 'https://repository.example/1.pdf' },
      metrics: { citations: 41, influential: 2 },
    });
  });

  test('a conference has the short name of its series', () => {
    const publicationVenue = {
      name: 'International Conference on Invention',
      type: 'conference',
      alternate_names: ['Int Conf Inv', 'ICI'],
    };
    const facts = s2.factsOf(record({ publicationVenue }), 'arxiv:2601.00001', ours);
    expect(facts).toMatchObject({ venue: 'ICI', type: 'conference' });
  });

  test('a preprint alone has nothing of a published version', () => {
    const preprint = {
      venue: 'arXiv.org',
      publicationVenue: { name: 'arXiv.org' },
      journal: { name: 'ArXiv', volume: 'abs/2601.00001' },
    };
    const facts = s2.factsOf(record({ ...preprint, externalIds: { ArXiv: '2601.00001' } }), 'arxiv:2601.00001', ours);
    expect([facts?.type, facts?.venue, facts?.volume, facts?.issued]).toEqual([
      'preprint',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each<[string, object, { title: string; authors?: string[] }]>([
    ['another id', { externalIds: { ArXiv: '2601.99999' } }, ours],
    ['another title and first author', { title: 'Something Else Entirely', authors: [{ name: 'Zoe Other' }] }, ours],
    ['another title, and no author of ours', { title: 'Something Else Entirely' }, { title: ours.title }],
    ['no title', { title: null }, ours],
  ])('a record with %s is not taken', (_, more, known) => {
    expect(s2.factsOf(record(more), 'arxiv:2601.00001', known)).toBeUndefined();
  });

  test('the first author’s family name is enough, and so is the title', () => {
    const renamed = record({ title: 'An Older Title of It', authors: [{ name: 'A. Example' }] });
    expect(s2.factsOf(renamed, 'arxiv:2601.00001', ours)).toBeDefined();
    const unnamed = record({ title: 'On  invented papers.', authors: [] });
    expect(s2.factsOf(unnamed, 'arxiv:2601.00001', ours)).toBeDefined();
  });

  test('no answer makes it fail, and only one of the right length is taken', () => {
    for (const odd of [
      null,
      1,
      'x',
      [],
      {},
      { externalIds: 3, title: [] },
      record({ authors: {}, journal: 1, year: {} }),
    ])
      expect(() => s2.factsOf(odd, 'arxiv:2601.00001', ours)).not.toThrow();
    expect(s2.papersAnswer(2)([null])).toBeUndefined();
    expect(s2.papersAnswer(1)([null])).toEqual([null]);
  });
});

const work = (more: object = {}) => ({
  DOI: '10.1000/J.1',
  type: 'journal-article',
  title: ['On <i>Invented</i> Papers &amp; others'],
  author: [
    { given: 'Ada', family: 'Example', sequence: 'first' },
    { name: 'The Invention Group', sequence: 'additional' },
  ],
  'container-title': ['Transactions on Invented Examples'],
  volume: '3',
  issue: '2',
  'article-number': 'e12',
  issued: { 'date-parts': [[2025, 11, 3]] },
  'published-online': { 'date-parts': [[2025, 11, 3]] },
  'published-print': { 'date-parts': [[2026, 2]] },
  publisher: 'Invented Press',
  'is-referenced-by-count': 7,
  ...more,
});
const answer = (...items: unknown[]) => crossref.worksAnswer({ status: 'ok', message: { items } });
const update = (type: string, date: number[], source = 'publisher', DOI = '10.1000/n.1') => ({
  DOI,
  type,
  label: type,
  source,
  updated: { 'date-parts': [date] },
});

describe('Crossref', () => {
  test('gives the facts of a work by its DOI, in any order', () => {
    const works = answer(work({ DOI: '10.1000/other' }), work());
    expect([...(works?.keys() ?? [])]).toEqual(['10.1000/other', '10.1000/j.1']);
    expect(works?.get('10.1000/j.1')).toEqual({
      publishedAs: [],
      facts: {
        ids: ['doi:10.1000/j.1'],
        title: 'On Invented Papers & others',
        authors: ['Ada Example', 'The Invention Group'],
        published: '2025-11-03',
        issued: '2026-02',
        type: 'article',
        venue: 'Transactions on Invented Examples',
        volume: '3',
        issue: '2',
        pages: 'e12',
        publisher: 'Invented Press',
        metrics: { citations: 7 },
      },
    });
  });

  test('a preprint names its published version, and has no publisher of its own', () => {
    const relation = { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/J.1', 'asserted-by': 'subject' }] };
    const found = answer(
      work({ DOI: '10.1101/2025.01.01.123456', type: 'posted-content', relation, 'container-title': [] }),
    );
    expect(found?.get('10.1101/2025.01.01.123456')).toMatchObject({
      publishedAs: ['10.1000/j.1'],
      facts: { type: 'preprint' },
    });
    expect(found?.get('10.1101/2025.01.01.123456')?.facts).not.toHaveProperty('publisher');
  });

  test('a notice that two sources list is one, with its first date', () => {
    const twice = [update('retraction', [2025, 3, 2], 'retraction-watch'), update('retraction', [2025, 3, 1])];
    const notice = { is: 'retracted', doi: '10.1000/n.1', date: '2025-03-01' };
    expect(noticeIn(twice)).toEqual(notice);
    expect(noticeIn(twice.toReversed())).toEqual(notice);
    expect(answer(work({ 'updated-by': twice }))?.get('10.1000/j.1')?.facts.notice).toEqual(notice);
  });

  test.each([
    [['retraction'], 'retracted'],
    [['withdrawal'], 'retracted'],
    [['removal'], 'retracted'],
    [['correction', 'retraction', 'expression_of_concern'], 'retracted'],
    [['erratum', 'expression_of_concern'], 'concern'],
    [['correction'], 'corrected'],
    [['corrigendum'], 'corrected'],
    [['new_version'], undefined],
    [[], undefined],
  ])('%j: %s', (types, is) => {
    expect(noticeIn(types.map((type) => update(type, [2025])))?.is).toBe(is);
  });

  test('a partial retraction is marked as one, and yields to a whole one', () => {
    expect(noticeIn([update('partial_retraction', [2024])])).toMatchObject({ is: 'retracted', isPartial: true });
    expect(noticeIn([update('partial_retraction', [2024]), update('retraction', [2025])])?.isPartial).toBeUndefined();
  });

  test('what a paper updates is no notice on itself', () => {
    expect(answer(work({ 'update-to': [update('retraction', [2025])] }))?.get('10.1000/j.1')?.facts).not.toHaveProperty(
      'notice',
    );
  });

  test('batches hold fifty DOIs; one with a comma is alone; no address is too long', () => {
    const dois = Array.from({ length: 120 }, (_, at) => `10.1000/${at}`);
    expect(crossref.batches(dois).map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(crossref.batches(['10.1/a', '10.1/b,c', '10.1/d'])).toEqual([['10.1/a'], ['10.1/b,c'], ['10.1/d']]);
    expect(crossref.worksRequest(['10.1/b,c']).url).toBe('https://api.crossref.org/works/10.1%2Fb%2Cc');
    const long = Array.from({ length: 50 }, (_, at) => `10.1000/${'(x)'.repeat(100)}${at}`);
    for (const batch of crossref.batches(long)) expect(crossref.worksRequest(batch).url.length).toBeLessThan(7000);
    expect(crossref.batches(long).flat()).toEqual(long);
  });

  test('the request names the DOIs and no person', () => {
    const { url } = crossref.worksRequest(['10.1000/a', '10.1000/b<c>']);
    expect(new URL(url).searchParams.get('filter')).toBe('doi:10.1000/a,doi:10.1000/b<c>');
    expect(new URL(url).searchParams.get('rows')).toBe('2');
    expect(url).not.toContain('mailto');
  });

  test('no answer makes it fail', () => {
    for (const odd of [null, [], {}, { message: { items: [null, 3, { DOI: 3 }, { DOI: '10.1/x' }] } }])
      expect(() => crossref.worksAnswer(odd)).not.toThrow();
    expect(crossref.worksAnswer({ message: { items: [null] } })?.size).toBe(0);
    expect(crossref.worksAnswer({ status: 'failed' })).toBeUndefined();
  });
});

test('titles agree in nine tenths of their letters, whatever stands between them', () => {
  expect(similarity('abcdefghij', 'abcdefghix')).toBeCloseTo(0.9);
  expect(similarity('abcdefghij', 'abcdefgh')).toBe(0);
  expect(isSamePaper({ title: 'Über Große Modelle: A $\\alpha$ View' }, { title: 'UBER GROßE MODELLE – a View' })).toBe(
    true,
  );
  expect(isSamePaper({ title: 'On Invented Papers' }, { title: 'RETRACTED ARTICLE: On Invented Papers' })).toBe(true);
  expect(isSamePaper({ title: 'On Invented Papers' }, { title: 'On Invented Cats' })).toBe(false);
  expect(
    isSamePaper({ title: 'a', authors: ['Ludwig van Beethoven'] }, { title: 'b', authors: ['L. van Beethoven'] }),
  ).toBe(true);
});
