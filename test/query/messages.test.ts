import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '../../src/public/_locales/en/messages.json';
import zh from '../../src/public/_locales/zh_CN/messages.json';

/** Problems hold message keys as plain strings, which the compiler does not check. */
test('every problem of a query has its message in both languages', () => {
  const sources = ['fields.ts', 'parse.ts'].map((file) => readFileSync(`src/query/${file}`, 'utf8')).join('');
  const keys = new Set(sources.match(/(?<=')query[A-Z]\w+(?=')/g));
  expect(keys.size).toBe(14);
  for (const key of keys) {
    expect(en).toHaveProperty(key);
    expect(zh).toHaveProperty(key);
  }
});
