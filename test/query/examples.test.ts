import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Library } from '../../src/library/library';
import { queryFields } from '../../src/query/fields';
import { sortKeys } from '../../src/query/query';
import { library } from '../support/library';
import { finds, papers, today } from './examples';

const [, section = ''] = /\n## Searching\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? [];

/** Queries in the first column of the tables of the README's section *Searching*. */
function shown(): string[] {
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, query]) => query ?? ''));
}

test('the examples here are those of the README', () => {
  expect(shown()).toEqual(Object.keys(finds));
});

test('the README names every field and every order', () => {
  const code = [...section.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
  expect(
    queryFields.filter((field) => !code.some((query) => query.includes(`${field}:`))),
    'README.md, Searching, should show these fields in a query, as `upvotes:>50`',
  ).toEqual([]);
  const orders = section.split('\n').find((row) => row.includes('`rl sort:title`')) ?? '';
  expect(
    sortKeys.filter((key) => !orders.includes(`\`${key}\``)),
    'README.md, Searching, should list these orders in the row of `rl sort:title`',
  ).toEqual([]);
});

let shelf: Library;
beforeEach(async () => {
  vi.useFakeTimers({ now: today, toFake: ['Date'] });
  let now = 0;
  shelf = library({ now: () => now });
  for (const { facts, site, savedAt, tags, status, starred, note } of papers) {
    now = savedAt;
    const { numbers } = await shelf.save([facts], { site, url: `https://${site}.example/`, kind: 'listing' }, { tags });
    if (status) await shelf.setStatus(numbers, status);
    if (starred) await shelf.setStarred(numbers, true);
    if (note) await shelf.setNote(numbers, note);
  }
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(Object.entries(finds))('%s finds %j', async (query, expected) => {
  const { numbers, problems } = await shelf.find(query);
  expect(problems).toEqual([]);
  const digits = (await shelf.rows(numbers)).map(({ key }) => Number(key.at(-1)));
  expect(query.includes('sort:') ? digits : digits.sort()).toEqual(expected);
});
