/** What the command writes works as it is, before anybody has touched it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Site } from '../../src/sites/site';
import { readPage } from '../support/cards';
import { pageOf } from '../support/page';
import { newSite } from './new-site';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const address = 'https://papers.example.org/list';

test('the adapter reads its fixture as expected', async () => {
  const files = newSite('quiet-papers', address, read);
  const folder = mkdtempSync(join(tmpdir(), 'offprint-new-site-'));
  try {
    const path = join(folder, 'quiet-papers.ts');
    const source = files.get('src/sites/quiet-papers.ts') ?? '';
    writeFileSync(path, source.replaceAll("from './", `from '${join(root, 'src/sites')}/`));
    const { quietPapers }: { quietPapers: Site } = await import(pathToFileURL(path).href);
    const html = files.get('test/sites/fixtures/quiet-papers/list.html') ?? '';
    expect(html).toMatch(/^<!-- url: https:\/\/papers\.example\.org\/list \| now: \S+ \| .+ -->\n/);
    const { printed, unparsed } = readPage(quietPapers, pageOf(html, address));
    expect(printed).toEqual(JSON.parse(files.get('test/sites/fixtures/quiet-papers/list.expected.json') ?? ''));
    expect(unparsed).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the site is listed, its host asked for when first met', () => {
  const files = newSite('quiet-papers', address, read);
  const index = files.get('src/sites/index.ts') ?? '';
  expect(index).toContain("import { pubmed } from './pubmed';\nimport { quietPapers } from './quiet-papers';\n");
  expect(index).toMatch(/ {2}quietPapers,\n\];/);
  expect(index.replace(/.*quietPapers.*\n/g, '')).toBe(read('src/sites/index.ts'));
  const hosts: string[] = JSON.parse(files.get('manifest.json') ?? '').optional_host_permissions;
  expect(hosts).toEqual([
    ...JSON.parse(read('manifest.json')).optional_host_permissions,
    'https://papers.example.org/*',
  ]);
  const reasons = files.get('src/store/permissions.md') ?? '';
  expect(reasons).toBe(`${read('src/store/permissions.md')}- quiet-papers: \`https://papers.example.org/*\`\n`);
});

test.each(['Quiet', 'quiet_papers', '-quiet', ''])('the name %j is refused', (name) => {
  expect(() => newSite(name, address, read)).toThrow('kebab-case');
});

test('an address that is none is refused', () => {
  expect(() => newSite('quiet', 'papers', read)).toThrow('should be an address');
});
