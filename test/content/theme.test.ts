// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { isDark } from '../../src/content/core/theme';

afterEach(() => vi.unstubAllGlobals());

/** Computed styles as a browser gives them; jsdom knows no `oklch()`. */
function styles(grounds: Record<string, string>, colorScheme = 'normal', prefersDark = false): Element {
  document.body.innerHTML = '<article></article>';
  vi.stubGlobal('getComputedStyle', ({ localName }: Element) => ({
    backgroundColor: grounds[localName] ?? 'rgba(0, 0, 0, 0)',
    colorScheme,
  }));
  vi.stubGlobal('matchMedia', () => ({ matches: prefersDark }));
  return document.querySelector('article') as Element;
}

test.each([
  ['white', { body: 'rgb(255, 255, 255)' }, false],
  ['nearly black', { body: 'rgb(11, 15, 25)' }, true],
  ['the card’s own ground before the body’s', { article: 'rgb(20, 20, 30)', body: 'rgb(255, 255, 255)' }, true],
  [
    'a ground that lets most through does not count',
    { article: 'rgba(0, 0, 0, 0.05)', body: 'rgb(255, 255, 255)' },
    false,
  ],
  ['oklch, dark', { body: 'oklch(0.13 0.028 261.692)' }, true],
  ['oklch, light', { body: 'oklch(0.985 0.002 247.839)' }, false],
  ['oklch, with alpha', { body: 'oklch(0.13 0.028 261.692 / 0.1)' }, false],
  ['lab', { body: 'lab(5.2 0 0)' }, true],
  ['color()', { body: 'color(srgb 0.05 0.05 0.08)' }, true],
  ['color(), another space', { body: 'color(display-p3 0.95 0.95 0.98 / 0.9)' }, false],
])('%s', (_, grounds: Record<string, string>, dark) => expect(isDark(styles(grounds))).toBe(dark));

test('a page without a background is dark only if it follows the system’s color scheme and that is dark', () => {
  expect(isDark(styles({}, 'normal', true))).toBe(false);
  expect(isDark(styles({}, 'light dark', true))).toBe(true);
  expect(isDark(styles({}, 'light dark', false))).toBe(false);
});
