/** What the README says of the product is what the product does. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { whatIsRead } from './support/what-is-read';

const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');

test('the table of what is read has what the fixtures of each site give', () => {
  const table = whatIsRead().join('\n');
  expect(readme.includes(table), `README.md, "What it reads", should have this table:\n\n${table}\n`).toBe(true);
});

test('is short enough to be read: under 3,000 words', () => {
  const words = readme.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  expect(words.length).toBeLessThan(3000);
});

test('every link within it leads to a heading, and every linked file exists', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => `#${slug(heading)}`);
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  for (const link of links.filter((each) => each.startsWith('#'))) expect(headings).toContain(link);
  for (const link of links.filter((each) => !/^#|^https?:/.test(each)))
    expect(() => readFileSync(resolve(import.meta.dirname, '..', link)), link).not.toThrow();
});
