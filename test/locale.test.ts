import { readdirSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { language, number } from '../src/locale';
import { stubMessages } from './support/messages';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(readdirSync('src/public/_locales') as ('en' | 'zh_CN')[])(
  'numbers are written as %s writes them',
  (locale) => {
    stubMessages(locale);
    const format = new Intl.NumberFormat(language());
    for (const n of [...Array(1001).keys(), 1234, 12_345_678, -5, 0.5, 999.5]) expect(number(n)).toBe(format.format(n));
  },
);

test('no formatter of numbers is made for counts below 1,000, which is all that most pages show', async () => {
  stubMessages();
  vi.resetModules(); // formatters are kept
  const { plural } = await import('../src/locale');
  const made = vi.fn();
  class Counted extends Intl.NumberFormat {
    constructor(...given: [string]) {
      super(...given);
      made();
    }
  }
  vi.stubGlobal('Intl', Object.create(Intl, { NumberFormat: { value: Counted } }));
  expect([plural('papers', 0), plural('papers', 999)]).toEqual(['0 papers', '999 papers']);
  expect(made).not.toHaveBeenCalled();
  expect(plural('papers', 1000)).toBe('1,000 papers');
  expect(made).toHaveBeenCalled();
});
