// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { missingFacts } from '../../src/content/core/missing-facts';
import type { Facts } from '../../src/paper/paper';

const cardOf = (html: string): Element => {
  const card = document.createElement('article');
  card.innerHTML = html;
  return card;
};
const facts: Facts = {
  ids: ['arxiv:2407.00001'],
  title: 'A Study',
  authors: ['Ada Lovelace', 'Alan Turing', 'Grace Hopper'],
  authorCount: 12,
  published: '2024-07-01',
  venue: 'ICML',
  links: { code: ['https://github.com/ada/engine', 'https://github.com/ada/other'] },
};

test('facts that the card does not show are added, shortened to fit a line', () => {
  expect(missingFacts(facts, cardOf('<h3>A Study</h3> 12 authors'))).toEqual({
    authors: 'Ada Lovelace, Alan Turing + 10',
    venue: 'ICML',
    year: '2024',
    code: { url: 'https://github.com/ada/engine', name: 'ada/engine' },
  });
});

test('facts that the card shows are not repeated', () => {
  const card = cardOf('Ada Lovelace et al., ICML, Jul 1, 2024 <a href="https://github.com/Ada/Engine">Code</a>');
  expect(missingFacts(facts, card)).toEqual({});
});

test('unknown facts are left out', () => {
  expect(missingFacts({ ids: ['test:1'], title: 'A Study' }, cardOf('A Study'))).toEqual({});
});

test('a single author is not followed by a count', () => {
  expect(missingFacts({ ids: ['test:1'], title: 'A', authors: ['Ada Lovelace'] }, cardOf('A'))).toEqual({
    authors: 'Ada Lovelace',
  });
});
