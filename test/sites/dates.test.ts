import { expect, test } from 'vitest';
import { day } from '../../src/sites/read/dates';

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
])('%s → %s', (text, expected) => expect(day(text, now)).toBe(expected));
