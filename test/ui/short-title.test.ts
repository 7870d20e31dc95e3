import { expect, it } from 'vitest';
import { shortTitle } from '../../src/ui/kit/short-title';

it.each([
  ['Attention', 'Attention'],
  [`${'word '.repeat(12)}word`, `${'word '.repeat(11)}word…`],
  ['强'.repeat(61), `${'强'.repeat(60)}…`],
  [`${'x'.repeat(59)}😀😀`, `${'x'.repeat(59)}…`],
])('the title %s is written as %s in a sentence', (title, expected) => {
  expect(shortTitle(title)).toBe(expected);
});
