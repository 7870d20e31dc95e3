/** What the readers of all listings have in common. */
import { expect, test } from 'vitest';
import { readCards } from '../../src/sites/read/cards';
import { isCard } from '../../src/sites/site';
import { pageOf } from '../support/page';

test('two elements that share one of their ids are one paper: the first is its card, and ranks have no gap', () => {
  const ids = ['arxiv:2601.00001 doi:10.1/a', 'arxiv:2601.00002', 'arxiv:2601.00003 doi:10.1/a', 'arxiv:2601.00004'];
  const { document } = pageOf(ids.map((each) => `<p title="${each}">Title</p>`).join(''), 'https://papers.example/');
  const cards = readCards(document.querySelectorAll('p'), {
    identify: (element) => ({ ids: element.getAttribute('title')?.split(' ') ?? [], title: 'Title' }),
    facts: () => ({}),
    spot: { corner: 'top-right' },
  });
  const read = [...cards].filter(isCard).map((card) => [card.ids[0], card.facts().rank]);
  expect(read).toEqual([
    ['arxiv:2601.00001', 1],
    ['arxiv:2601.00002', 2],
    ['arxiv:2601.00004', 3],
  ]);
});
