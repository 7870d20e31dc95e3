import { expect, it } from 'vitest';
import { whereAndWhen } from '../../src/ui/paper/paper-words';

it.each([
  ['ICML 2022', '2022-07-17', 'ICML 2022'],
  ['ICML', '2022-07-17', 'ICML 2022'],
  ['ICML', undefined, 'ICML'],
])('a paper at %s, published %s, is listed under “%s”: the year once', (venue, published, expected) => {
  expect(whereAndWhen({ venue, ...(published && { published }) }, 'doi:10.1000/1')).toBe(expected);
});
