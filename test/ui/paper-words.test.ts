import { expect, it } from 'vitest';
import { authorsLine, whereAndWhen } from '../../src/ui/paper/paper-words';
import { stubMessages } from '../support/messages';

it.each([
  [['A', 'B', 'C'], undefined, 'A, B, C'],
  [['A', 'B', 'C', 'D'], undefined, 'A, B + 2'],
  [['A', 'B', 'C'], 20, 'A, B + 18'],
  [undefined, 5, '5 authors (names unknown)'],
  [undefined, undefined, 'Authors unknown'],
])('authors %j of %s are shown as “%s”', (authors, authorCount, expected) => {
  stubMessages();
  expect(authorsLine({ ...(authors && { authors }), ...(authorCount && { authorCount }) })).toBe(expected);
});

it.each([
  ['ICML 2022', '2022-07-17', 'ICML 2022'],
  ['ICML', '2022-07-17', 'ICML 2022'],
  ['ICML', undefined, 'ICML'],
])('a paper at %s, published %s, is listed under “%s”: the year once', (venue, published, expected) => {
  expect(whereAndWhen({ venue, ...(published && { published }) }, 'doi:10.1000/1')).toBe(expected);
});
