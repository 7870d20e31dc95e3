/** What the command writes works as it is, before anybody has touched it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Site } from '../../src/sites/site';
import { readPage } from '../support/cards';
import { furtherSites } from '../support/further-sites';
import { pageOf } from '../support/page';
import { newSite } from './new-site';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const address = 'https://papers.example.org/list';
const others = furtherSites().map(({ name }) => name);
const written = () => newSite({ id: 'quiet-papers', address, name: 'Quiet Papers' }, others, read);

test('the adapter reads its fixture as expected', async () => {
  const files = written();
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

/** What the command adds to a file: its lines that are not there yet. */
const added = (path: string): string[] => {
  const before = new Set(read(path).split('\n'));
  return (written().get(path) ?? '').split('\n').filter((line) => !before.has(line));
};

test('the site is added to every list of sites, and nothing is lost from any', () => {
  const index = written().get('src/sites/index.ts') ?? '';
  expect(index).toContain("import { pubmed } from './pubmed';\nimport { quietPapers } from './quiet-papers';\n");
  expect(index).toMatch(/ {2}quietPapers,\n\];/);
  expect(index.replace(/.*quietPapers.*\n/g, '')).toBe(read('src/sites/index.ts'));
  const row = "  'quiet-papers': { nearness: 'publisher', paperLinks: [], schemes: { quietpapers: 'Quiet Papers' } },";
  const catalog = written().get('src/sites/catalog.ts') ?? '';
  expect(catalog).toContain(`${row}\n  scirate: `);
  expect(catalog.replace(`${row}\n`, '')).toBe(read('src/sites/catalog.ts'));
  const hosts: string[] = JSON.parse(written().get('manifest.json') ?? '').optional_host_permissions;
  expect(hosts).toEqual([
    ...JSON.parse(read('manifest.json')).optional_host_permissions,
    'https://papers.example.org/*',
  ]);
  expect(added('src/store/permissions.md')).toEqual(['- Quiet Papers: `https://papers.example.org/*`']);
  for (const [path, list] of [
    ['README.md', '| Quiet Papers | ✓ |  | ✓ | ✓ |  |  |  | ✓ |  |'],
    ['src/store/en.md', `${others.at(-1)}, Quiet Papers`],
    ['src/store/zh_CN.md', `${others.at(-1)}、Quiet Papers`],
  ] as const)
    expect(added(path)).toEqual([expect.stringContaining(list)]);
});

test.each(['Quiet', 'quiet_papers', '-quiet', ''])('the id %j is refused', (id) => {
  expect(() => newSite({ id, address, name: 'Quiet' }, others, read)).toThrow('kebab-case');
});

test.each(['papers', 'https://papers.example.org/list/*'])('the address %j is refused', (wrong) => {
  expect(() => newSite({ id: 'quiet', address: wrong, name: 'Quiet' }, others, read)).toThrow(
    'should be the address of one listing',
  );
});
