import { expect, test } from 'vitest';
import { dateIn, dayIn, earliest, isoDate, monthOf } from '../../src/paper/dates';

test.each([
  ['2024', '2024'],
  ['2024/7', '2024-07'],
  ['07/2024', '2024-07'],
  ['2024-07-31T00:00:00Z', '2024-07-31'],
  ['31 July 2024', '2024-07-31'],
  ['Jul 31st, 2024', '2024-07-31'],
  ['Jul 31, 2024', '2024-07-31'],
  ['2021 Jan-Feb', '2021-01'],
  ['6-7 July 2005', '2005-07-06'],
  ['29–30 Jul 2005', '2005-07-29'],
  ['May 2 - May 7 2004', '2004-05-02'],
  ['2020 Spring', '2020'],
  ['7/8/2024', '2024'],
  ['2024-13-01', '2024'],
  ['2024-07-32', '2024-07'],
  ['in press', undefined],
  [undefined, undefined],
])('%s is %s', (text, date) => expect(dateIn(text)).toBe(date));

test.each([
  [['2024-12', '2024-09-05'], '2024-09-05'],
  [['2024', '2024-09'], '2024-09'],
  [['2024-01-01', '2024-03-02'], '2024-03-02'],
  [['2024-01-01'], '2024-01-01'],
  [['2023', '2024-01-05'], '2023'],
  [[undefined], undefined],
])('the earliest of %j is %s', (dates, date) => expect(earliest(dates)).toBe(date));

const now = new Date('2026-03-15T12:00:00Z');

test.each([
  ['Oct 4, 2026', '2026-10-04'],
  ['Published on October 4, 2024', '2024-10-04'],
  ['4 Oct 2024', '2024-10-04'],
  ['[Submitted on 1 June, 2017 (v1)]', '2017-06-01'],
  ['Tuesday, 22 September 2026', '2026-09-22'],
  ['Mar 14', '2026-03-14'],
  ['Mar 15', '2026-03-15'],
  ['Mar 16', '2025-03-16'],
  ['Dec 31', '2025-12-31'],
  ['Feb 29', '2024-02-29'],
  ['Feb 30', undefined],
  ['Feb 29, 2023', undefined],
  ['Sept. 9, 2021', '2021-09-09'],
  ['May', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%s → %s', (text, expected) => expect(dayIn(text, now)).toBe(expected));

test.each([
  ['2024', 2, 29, '2024-02-29'],
  ['2023', 2, 29, '2023-02'],
  ['2023', 0, 1, '2023'],
  ['2023', 13, 1, '2023'],
  ['2023', -3, 1, '2023'],
  ['2023', 5, -1, '2023-05'],
  ['0000', 5, 1, undefined],
  ['23', 5, 1, undefined],
])('%s, %d, %d is %s', (year, month, day, date) => expect(isoDate(year, month, day)).toBe(date));

test.each([
  ['08', 8],
  ['Aug.', 8],
  ['August', 8],
  ['Jul-Aug', 7],
  ['ja', undefined],
  ['n|f', undefined],
  ['anf', undefined],
  ['13', undefined],
  ['', undefined],
])('month %s is %s', (text, month) => expect(monthOf(text)).toBe(month));
