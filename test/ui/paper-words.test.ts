import { expect, it } from 'vitest';
import { language } from '../../src/locale';
import { authorsLine, publishedWords, whereAndWhen } from '../../src/ui/paper/paper-words';
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

it.each(['en', 'zh_CN'] as const)('dates are written as %s writes them', (locale) => {
  stubMessages(locale);
  const written = (parts: Intl.DateTimeFormatOptions, month: number) =>
    new Intl.DateTimeFormat(language(), { timeZone: 'UTC', ...parts }).format(Date.UTC(2024, month, 28));
  for (let month = 0; month < 12; month++) {
    const date = `2024-${String(month + 1).padStart(2, '0')}-28`;
    expect(publishedWords(date)).toBe(written({ year: 'numeric', month: 'short', day: 'numeric' }, month));
    expect(publishedWords(date, true)).toBe(written({ year: 'numeric', month: 'short' }, month));
  }
});
