import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { clock, facts, library, listing } from '../support/library';

const found = async (library: Library, query: string) => [...(await library.find(query)).numbers];

describe('finding', () => {
  test('by words of every field, newest first', async () => {
    const shelf = library();
    await shelf.save([facts(1, { title: 'Sparse attention', venue: 'ICML' })], listing, { tags: ['rl/reward'] });
    await shelf.save([facts(2, { abstract: 'About sparse things.', authors: ['Ulrike von Luxburg'] })], listing);
    const papers = await shelf.newest(9);
    const [second, first] = papers.map(({ n }) => n);
    expect(await found(shelf, 'sparse')).toEqual([second, first]);
    expect(await found(shelf, 'reward')).toEqual([first]);
    expect(await found(shelf, 'icml')).toEqual([first]);
    expect(await found(shelf, 'author:"von luxburg"')).toEqual([second]);
    expect(await found(shelf, '')).toEqual([second, first]);
  });

  test('names the part of a query that excludes everything', async () => {
    const shelf = library();
    await shelf.save([facts(1), facts(2)], listing, { tags: ['rl'] });
    expect(await shelf.find('paper tag:rl year:1999')).toMatchObject({ emptiedBy: 'year:1999' });
    expect(await shelf.find('nothing')).toMatchObject({ emptiedBy: 'nothing' });
    expect(await shelf.find('nothing never')).not.toHaveProperty('emptiedBy');
    expect(await shelf.find('paper')).not.toHaveProperty('emptiedBy');
  });

  test('sorts by any key; papers without the property come last in both directions', async () => {
    const time = clock();
    const shelf = library({ now: time.now });
    const given = [
      facts(1, { title: 'Beta', authors: ['Ada Zeta'], published: '2024-02', metrics: { upvotes: 5 } }),
      facts(2, { title: 'alpha', authors: ['Bo von Alpen'], published: '2024-03-01', metrics: { upvotes: 50 } }),
      facts(3, { title: 'Ångström' }),
    ];
    for (const one of given) {
      await shelf.save([one], listing);
      time.pass(1000);
    }
    await shelf.save([{ ids: ['arxiv:2601.00004'], title: 'gamma' }], listing);
    const ids = async (query: string) => {
      const rows = await shelf.rows((await shelf.find(query)).numbers);
      return rows.map(({ key }) => Number(key.at(-1))).join('');
    };
    expect(await ids('sort:title')).toBe('2314');
    expect(await ids('sort:title-desc')).toBe('4132');
    expect(await ids('sort:author')).toBe('2314');
    expect(await ids('sort:published')).toBe('3214');
    expect(await ids('sort:published-asc')).toBe('1234');
    expect(await ids('sort:upvotes')).toBe('2143');
    expect(await ids('sort:saved-asc')).toBe('1234');
    time.pass(1000);
    await shelf.setStatus(['arxiv:2601.00001'], 'read');
    expect(await ids('sort:status-desc')).toBe('1432');
    expect(await ids('sort:changed')).toBe('1432');
  });

  test('papers saved together stay in their page’s order, whatever a list is sorted by', async () => {
    const shelf = library();
    await shelf.save([facts(1), facts(2), facts(3)], listing);
    for (const key of ['saved', 'published', 'changed', 'status-desc', 'upvotes']) {
      expect([key, [...(await shelf.find(`sort:${key}`)).numbers]]).toEqual([key, [1, 2, 3]]);
    }
  });

  test('relevance ranks a title above an abstract and a whole word above a prefix', async () => {
    const shelf = library();
    await shelf.save(
      [facts(1, { abstract: 'On nets.' }), facts(2, { title: 'Networks' }), facts(3, { title: 'Net' })],
      listing,
    );
    const { numbers } = await shelf.find('net', { sort: { by: 'relevance', descending: true } });
    expect((await shelf.rows(numbers)).map(({ facts }) => facts.title)).toEqual(['Net', 'Networks', 'Paper number 1']);
  });

  test('counts what the found papers have', async () => {
    const shelf = library();
    await shelf.save([facts(1, { published: '2024' }), facts(2)], listing, { tags: ['rl', 'rl/reward'] });
    await shelf.save([facts(3)], { ...listing, site: 'arxiv' });
    await shelf.save([{ ids: ['doi:10.1000/undated'], title: 'No date' }], { ...listing, site: 'arxiv' });
    await shelf.setStarred(['arxiv:2601.00002'], true);
    await shelf.setStatus(['arxiv:2601.00003'], 'read');
    const facets = await shelf.facets((await shelf.find('')).numbers);
    const names = new Map((await shelf.tags()).map(({ id, name }) => [id, name]));
    expect(Object.fromEntries([...facets.tags].map(([id, count]) => [names.get(id), count]))).toEqual({
      rl: 2,
      'rl/reward': 2,
    });
    expect(facets.status).toEqual({ unread: 3, reading: 0, read: 1 });
    expect(facets.starred).toBe(1);
    expect([...facets.sites]).toEqual([
      ['huggingface', 2],
      ['arxiv', 2],
    ]);
    expect([...facets.years]).toEqual([
      ['2026', 2],
      ['2024', 1],
    ]);
  });

  test('stops when aborted', async () => {
    const shelf = library();
    await expect(shelf.find('x', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
