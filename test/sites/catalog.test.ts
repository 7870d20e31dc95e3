/** Whatever must be known of a site outside its own file is there, or a sentence says what to write where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { idOfAddress, idScheme } from '../../src/paper/identity';
import { any } from '../../src/sites/any';
import { catalog, paperLinks, schemeWords } from '../../src/sites/catalog';
import { sites } from '../../src/sites/index';
import { matches } from '../../src/sites/match';
import { type Card, isCard } from '../../src/sites/site';
import { allFixtures, fixturePage } from '../support/fixtures';
import { furtherSites } from '../support/further-sites';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('manifest.json'));

const further = furtherSites();

/** A site's hosts as permissions name them. */
const hostsOf = (patterns: readonly string[]): string[] => [
  ...new Set(patterns.map((pattern) => pattern.replace(/^(\w+:\/\/[^/]+\/).*$/, '$1*'))),
];

describe.each([...sites, any].map((site) => ({ id: site.id, site })))('$id', ({ id, site }) => {
  const pages = allFixtures().filter((fixture) => fixture.site === id);
  let cards: Card[] = [];
  beforeAll(() => {
    cards = pages.flatMap((page) => [...site.read(fixturePage(page))].filter(isCard));
  });

  test('has a row in the catalog', () => {
    expect(
      Object.keys(catalog),
      `src/sites/catalog.ts should have a row: ${id}: { nearness: 'publisher', paperLinks: [] }`,
    ).toContain(id);
  });

  test('its own ids have a name, and its row names no others', () => {
    const schemes = new Set(cards.flatMap(({ ids }) => ids.map(idScheme)));
    schemes.delete('url');
    for (const scheme of schemes)
      expect(
        Object.values(catalog).some((row) => Object.hasOwn(row.schemes ?? {}, scheme)) ||
          schemeWords(scheme) !== scheme,
        `src/sites/catalog.ts: the row of ${id} should say what ids ${scheme}:… are called: schemes: { ${scheme}: '${site.name}' }`,
      ).toBe(true);
    expect(
      Object.keys(catalog[id]?.schemes ?? {}).filter((scheme) => !schemes.has(scheme)),
      `src/sites/catalog.ts: the row of ${id} should not name these schemes: no fixture of the site has such ids`,
    ).toEqual([]);
  });

  test('links to its papers’ pages and files are offered by the menu', () => {
    const linked = cards.flatMap(({ facts }) => Object.values(facts().links ?? {}).flat());
    const papers = [...pages.map(({ url }) => url), ...linked].filter((url) => idOfAddress(url));
    for (const url of new Set(papers))
      expect(
        paperLinks.some((pattern) => matches(pattern, new URL(url))),
        `src/sites/catalog.ts: paperLinks of ${id} should match ${url}`,
      ).toBe(true);
  });
});

test('the manifest may ask for each further host, and the stores are told of it', () => {
  for (const { alsoAt = [] } of Object.values(catalog))
    for (const host of alsoAt) {
      expect(manifest.optional_host_permissions).toContain(`https://${host}/*`);
      expect(read('src/store/permissions.md')).toContain(`\`https://${host}/*\``);
    }
});

test('every row is of a site', () => {
  expect(Object.keys(catalog).sort()).toEqual([...sites, any].map(({ id }) => id).sort());
});

describe.each(further.map((site) => ({ id: site.id, site })))('$id is asked for by name', ({ site }) => {
  const hosts = hostsOf(site.matches);

  test('in what the stores are told of permissions', () => {
    const asked = manifest.optional_host_permissions.filter((one: string) =>
      hosts.some((host) => one.startsWith(host.slice(0, -1))),
    );
    const line = `- ${site.name}: ${asked.map((host: string) => `\`${host}\``).join(', ')}`;
    expect(
      read('src/store/permissions.md').split('\n'),
      `src/store/permissions.md, "Further sites", should have the line ${line}`,
    ).toContain(line);
  });
});

test.each([
  ['src/store/en.md', ', '],
  ['src/store/zh_CN.md', '、'],
])('%s names the further sites in the order of src/sites/index.ts', (file, comma) => {
  const list = further.flatMap(({ name }) => name.split(' and ')).join(comma);
  expect(read(file).includes(list), `${file} should list the further sites so: ${list}`).toBe(true);
});
