/**
 * `npm run new-site ID URL NAME`: a site to begin with. Writes the adapter and a fixture with its expected cards, and lists
 * the site wherever sites are listed (`test/sites/catalog.test.ts` holds these lists); the tests pass as they are.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { furtherSites } from '../support/further-sites.ts';

const root = resolve(import.meta.dirname, '../..');

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The scheme of the site's own ids: permanent, as the id is. */
const scheme = (id: string): string => id.replaceAll('-', '');

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const adapter = (
  id: string,
  url: URL,
  name: string,
): string => `/** ${name}. Say here which pages this was built after: saved ones, or what is documented of them. */
import { allAuthors, readCards } from './read/cards';
import { repositoriesInText, sortLinks } from './read/links';
import { names } from './read/names';
import { address, textOf, urlOf } from './read/text';
import type { Site } from './site';

export const ${camel(id)}: Site = {
  id: '${id}',
  name: ${quoted(name)},
  matches: ['${url.origin}/*'],
  kind: (url) => (url.pathname === '${url.pathname}' ? 'listing' : undefined),
  read: (page) =>
    readCards(page.document.querySelectorAll('.paper'), {
      identify(paper) {
        const link = paper.querySelector('h3 a');
        const number = /^\\/paper\\/(\\w+)$/.exec(urlOf(link, 'href', page.url)?.pathname ?? '')?.[1];
        return { ids: [number && \`${scheme(id)}:\${number}\`], title: textOf(link) };
      },
      facts(paper) {
        const abstract = textOf(paper.querySelector('.abstract'));
        return {
          ...allAuthors(names([...paper.querySelectorAll('.authors a')].map((link) => link.textContent))),
          abstract,
          links: { page: address(paper.querySelector('h3 a'), 'href', page.url), ...sortLinks(repositoriesInText(abstract)) },
        };
      },
      spot: { corner: 'top-right' },
    }),
};
`;

const fixture = (url: URL): string => `<!-- url: ${url.href} | now: 2026-01-01T00:00:00Z | one card to begin with -->
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Papers</title></head>
<body>
<div class="paper">
  <h3><a href="/paper/901">A Paper to Begin With</a></h3>
  <p class="authors"><a href="/person/1">Ana Okoye</a>, <a href="/person/2">Bram de Wit</a></p>
  <p class="abstract">We begin, see https://github.com/begin/with.</p>
</div>
</body>
</html>
`;

const expected = (site: string, url: URL): object => {
  const id = `${scheme(site)}:901`;
  const card = {
    key: id,
    ids: [id],
    title: 'A Paper to Begin With',
    authors: ['Ana Okoye', 'Bram de Wit'],
    authorCount: 2,
    abstract: 'We begin, see https://github.com/begin/with.',
    links: { page: `${url.origin}/paper/901`, code: ['https://github.com/begin/with'] },
    rank: 1,
  };
  return { url: url.href, site, kind: 'listing', cards: [card] };
};

/** `index.ts` with the site: its import among the others by name, itself last in the list. */
function inIndex(index: string, id: string): string {
  const line = `import { ${camel(id)} } from './${id}';`;
  const imports = index.match(/^import .*$/gm) ?? [];
  const before = imports.find((other) => (/'\.\/(.+)'/.exec(other)?.[1] ?? '') > id) ?? imports.at(-1) ?? '';
  return index
    .replace(before, `${line}\n${before}`)
    .replace(/(export const sites: readonly Site\[\] = \[)([^\]]*?),?\s*\];/, (_, start: string, sites: string) => {
      const all = [...sites.split(',').map((site) => site.trim()), camel(id)];
      return `${start}\n${all.map((site) => `  ${site},\n`).join('')}];`;
    });
}

/** `catalog.ts` with the site's row, among the others by id. */
function inCatalog(catalog: string, id: string, name: string): string {
  const key = camel(id) === id ? id : `'${id}'`;
  const row = `  ${key}: { nearness: 'publisher', paperLinks: [], schemes: { ${scheme(id)}: ${quoted(name)} } },\n`;
  const [start = '', rows = '', end = ''] = catalog.split(/(?<=^export const catalog[^\n]*\n)([\s\S]*?^)(?=\};$)/m);
  const after =
    [...rows.matchAll(/^ {2}'?([\w-]+)'?: \{/gm)].find(([, other = '']) => other > id)?.index ?? rows.length;
  return start + rows.slice(0, after) + row + rows.slice(after) + end;
}

/** The manifest with the site's host among those that are asked for when first met. */
function inManifest(manifest: string, url: URL): string {
  return manifest.replace(/("optional_host_permissions": \[[^\]]*?)(\s*\])/, `$1,\n    "${url.origin}/*"$2`);
}

/** The reasons for each permission with the site among the further ones. */
const inPermissions = (permissions: string, url: URL, name: string): string =>
  `${permissions.trimEnd()}\n- ${name}: \`${url.origin}/*\`\n`;

/** README's table of what is read, with the site's row last but one: what its first fixture gives. */
function inTable(readme: string, name: string): string {
  const last = '| Any other page |';
  if (!readme.includes(last)) throw new Error(`README.md: no table with the row ${last}`);
  return readme.replace(last, `| ${name} | ✓ |  | ✓ | ✓ |  |  |  | ✓ |  |\n${last}`);
}

/** A text that lists the further sites, with this one at the end of the list. */
function inList(text: string, others: readonly string[], comma: string, name: string): string {
  const list = others.flatMap((other) => other.split(' and ')).join(comma);
  if (!text.includes(list)) throw new Error(`no list of the further sites: ${list}`);
  return text.replace(list, list + comma + name);
}

/**
 * What the command writes, by path from the repository's root. `read` gives a file's present text, `others` are the names of
 * the further sites in their order. Throws, with what to do, on an id or address that will not do.
 */
export function newSite(
  { id, address, name }: { id: string; address: string; name: string },
  others: readonly string[],
  read: (path: string) => string,
): Map<string, string> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 20)
    throw new Error(`${id} should be in kebab-case, of at most 20 letters: the site's id, for good`);
  if (!URL.canParse(address) || address.includes('*'))
    throw new Error(`${address} should be the address of one listing, not a pattern`);
  const url = new URL(address);
  const changed = (path: string, change: (text: string) => string): [string, string] => [path, change(read(path))];
  return new Map([
    [`src/sites/${id}.ts`, adapter(id, url, name)],
    [`test/sites/fixtures/${id}/list.html`, fixture(url)],
    [`test/sites/fixtures/${id}/list.expected.json`, `${JSON.stringify(expected(id, url), null, 1)}\n`],
    changed('src/sites/index.ts', (text) => inIndex(text, id)),
    changed('src/sites/catalog.ts', (text) => inCatalog(text, id, name)),
    changed('manifest.json', (text) => inManifest(text, url)),
    changed('src/store/permissions.md', (text) => inPermissions(text, url, name)),
    changed('README.md', (text) => inTable(text, name)),
    changed('src/store/en.md', (text) => inList(text, others, ', ', name)),
    changed('src/store/zh_CN.md', (text) => inList(text, others, '、', name)),
  ]);
}

if (process.argv[1] === import.meta.filename) {
  const [id, address, name] = process.argv.slice(2);
  try {
    if (id === undefined || address === undefined || name === undefined)
      throw new Error('usage: npm run new-site ID URL-OF-A-LISTING "NAME AS ITS READERS WRITE IT"');
    if (existsSync(join(root, `src/sites/${id}.ts`))) throw new Error(`src/sites/${id}.ts is there already`);
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    for (const [path, text] of newSite(
      { id, address, name },
      furtherSites().map((site) => site.name),
      read,
    )) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      process.stdout.write(`${path}\n`);
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
