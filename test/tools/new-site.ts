/**
 * `npm run new-site NAME [URL]`: a site to begin with. Writes the adapter, a fixture with its expected cards, lists the site
 * and names its host in the manifest and among the reasons for permissions; the tests pass as they are. From there: put in a page's real structure, smallest page
 * that shows the case, invented papers, and read the whole expected card.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const adapter = (
  name: string,
  url: URL,
): string => `/** ${name}. Say here which pages this was built after: saved ones, or what is documented of them. */
import { codeInText, sortLinks } from './read/links';
import { listed, whole } from './read/listed';
import { names } from './read/names';
import type { Site } from './site';
import { address, textOf, urlOf } from './read/text';

export const ${camel(name)}: Site = {
  id: '${name}',
  name: '${name}',
  matches: ['${url.origin}/*'],
  kind: (url) => (url.pathname === '${url.pathname}' ? 'listing' : undefined),
  read: (page) =>
    listed(page.document.querySelectorAll('.paper'), {
      identify(paper) {
        const link = paper.querySelector('h3 a');
        const number = /^\\/paper\\/(\\w+)$/.exec(urlOf(link, 'href', page.url)?.pathname ?? '')?.[1];
        return { ids: [number && \`${name.replaceAll('-', '')}:\${number}\`], title: textOf(link) };
      },
      facts(paper) {
        const abstract = textOf(paper.querySelector('.abstract'));
        return {
          ...whole(names([...paper.querySelectorAll('.authors a')].map((link) => link.textContent))),
          abstract,
          links: { page: address(paper.querySelector('h3 a'), 'href', page.url), ...sortLinks(codeInText(abstract)) },
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

const expected = (name: string, url: URL): object => {
  const id = `${name.replaceAll('-', '')}:901`;
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
  return { url: url.href, site: name, kind: 'listing', cards: [card] };
};

/** `index.ts` with the site: its import among the others by name, itself last in the list. */
function listedIn(index: string, name: string): string {
  const line = `import { ${camel(name)} } from './${name}';`;
  const imports = index.match(/^import .*$/gm) ?? [];
  const before = imports.find((other) => (/'\.\/(.+)'/.exec(other)?.[1] ?? '') > name) ?? imports.at(-1) ?? '';
  return index
    .replace(before, `${line}\n${before}`)
    .replace(/(export const sites: readonly Site\[\] = \[)([^\]]*?),?\s*\];/, (_, start: string, sites: string) => {
      const all = [...sites.split(',').map((site) => site.trim()), camel(name)];
      return `${start}\n${all.map((site) => `  ${site},\n`).join('')}];`;
    });
}

/** The manifest with the site's host among those that are asked for when first met. */
function hostIn(manifest: string, url: URL): string {
  const host = `${url.origin}/*`;
  if (manifest.includes(`"${host}"`)) return manifest;
  return manifest.replace(/("optional_host_permissions": \[[^\]]*?)(\s*\])/, `$1,\n    "${host}"$2`);
}

/** The reasons for each permission with the host among the further sites'. */
function justifiedIn(permissions: string, name: string, url: URL): string {
  const host = `\`${url.origin}/*\``;
  return permissions.includes(host) ? permissions : `${permissions.trimEnd()}\n- ${name}: ${host}\n`;
}

/** What the command cannot know, said at its end. */
const byHand = (name: string): string => `
Left by hand, as far as it applies:
- src/sites/${name}.ts: the site's name as its readers write it, the addresses that \`kind\` knows, further hosts in \`matches\`
- further hosts (www.) also in manifest.json and src/store/permissions.md
- the site's name in the table of permissions of README.md, in src/store/en.md and zh_CN.md
- src/library/merge/merge.ts: its place in \`nearness\`, if it is the papers' publisher or an index
- src/sites/read/addresses.ts: its host in \`secured\`, if pages link to it by http:
`;

/**
 * What the command writes, by path from the repository's root. `read` gives a file's present text. Throws, with what to do,
 * on a name that will not do.
 */
export function newSite(name: string, address: string, read: (path: string) => string): Map<string, string> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 20)
    throw new Error(`${name} should be in kebab-case, of at most 20 letters: the site's id, for good`);
  if (!URL.canParse(address)) throw new Error(`${address} should be an address of a listing`);
  const url = new URL(address);
  return new Map([
    [`src/sites/${name}.ts`, adapter(name, url)],
    [`test/sites/fixtures/${name}/list.html`, fixture(url)],
    [`test/sites/fixtures/${name}/list.expected.json`, `${JSON.stringify(expected(name, url), null, 1)}\n`],
    ['src/sites/index.ts', listedIn(read('src/sites/index.ts'), name)],
    ['manifest.json', hostIn(read('manifest.json'), url)],
    ['src/store/permissions.md', justifiedIn(read('src/store/permissions.md'), name, url)],
  ]);
}

if (process.argv[1] === import.meta.filename) {
  const [name, address = `https://${name}.example.org/list`] = process.argv.slice(2);
  try {
    if (name === undefined) throw new Error('usage: npm run new-site NAME [URL of a listing]');
    if (existsSync(join(root, `src/sites/${name}.ts`))) throw new Error(`src/sites/${name}.ts is there already`);
    for (const [path, text] of newSite(name, address, (file) => readFileSync(join(root, file), 'utf8'))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      process.stdout.write(`${path}\n`);
    }
    process.stdout.write(byHand(name));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
