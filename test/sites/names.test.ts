import { expect, test } from 'vitest';
import { givenFirst, initialsFirst, names, splitNames } from '../../src/sites/read/names';

test.each([
  ['Okoye, Ana', 'Ana Okoye'],
  ['de Wit, Bram*', 'Bram de Wit'],
  ['Hollis, Jr., Robert', 'Robert Hollis Jr.'],
  ['Hollis, Robert, III', 'Robert Hollis III'],
  ['SNAIL Study Group', 'SNAIL Study Group'],
])('%s is %s', (given, name) => expect(givenFirst(given)).toBe(name));

test.each([
  ['Ana Okoye, Bram de Wit, and Dara O’Neill Jr.', ['Ana Okoye', 'Bram de Wit', 'Dara O’Neill Jr.']],
  ['Okoye, Ana; de Wit, Bram;', ['Ana Okoye', 'Bram de Wit']],
  ['Ana Okoye, Robert Hollis, Jr.', ['Ana Okoye', 'Robert Hollis Jr.']],
  ['\n Ana Okoye,\n Bram de Wit\n ;', ['Ana Okoye', 'Bram de Wit']],
  ['', []],
])('%s are %j', (text, list) => expect(splitNames(text)).toEqual(list));

test('what is no name is left out', () =>
  expect(names(['Anonymous', ' ', undefined, 'Ana Okoye', 'et al.', '…'])).toEqual(['Ana Okoye']));

test.each([
  ['van der Berg-Okoye AB', 'AB van der Berg-Okoye'],
  ['Smith JP Jr', 'JP Smith Jr'],
  ['Çelik Ş', 'Ş Çelik'],
  ['SNAIL Study Group', 'SNAIL Study Group'],
])('%s is %s', (given, name) => expect(initialsFirst(given)).toBe(name));
