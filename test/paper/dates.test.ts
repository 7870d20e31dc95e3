import { expect, test } from 'vitest';
import { earliest, isoDate } from '../../src/sites/read/iso-date';

test.each([
  ['2024', '2024'],
  ['2024/7', '2024-07'],
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
])('%s is %s', (text, date) => expect(isoDate(text)).toBe(date));

test.each([
  [['2024-12', '2024-09-05'], '2024-09-05'],
  [['2024', '2024-09'], '2024-09'],
  [['2024-01-01', '2024-03-02'], '2024-03-02'],
  [['2024-01-01'], '2024-01-01'],
  [['2023', '2024-01-05'], '2023'],
  [[undefined], undefined],
])('the earliest of %j is %s', (dates, date) => expect(earliest(dates)).toBe(date));
