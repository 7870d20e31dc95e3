/** The repository's own rules, in words that say what to do. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { pageOptionNames } from '../../src/messages/page-options';
import type { Site } from '../../src/sites/site';
import { browsers, manifestFor } from '../tools/manifest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const sources = files('src').filter((file) => /\.tsx?$/.test(file));

test('the top level holds what the README draws, and nothing else', () => {
  const drawn = [
    ...['.biome.json', '.ci', '.gitignore', '.npmrc', 'LICENSE', 'README.md', 'bench.json', 'icons', 'manifest.json'],
    ...['package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json', 'vite.config.ts'],
  ];
  const made = ['.git', '.vite', 'coverage', 'dist', 'node_modules'];
  const strange = readdirSync(root).filter((entry) => !drawn.includes(entry) && !made.includes(entry));
  expect(strange, 'should move into src/ or test/').toEqual([]);
});

test('no class of a content script extends a class of the DOM', () => {
  const shared = ['src/content', 'src/messages', 'src/sites', 'src/ui/kit', 'src/ui/tags'];
  const subclasses = shared
    .flatMap(files)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/\bclass \w+(?:<.*?>)? extends (\w+)/g)].map(([, base]) => ({ file, base })),
    )
    .filter(
      ({ file, base }) => base !== 'Error' && !new RegExp(`(?:import\\b[^;]*|class )\\b${base}\\b`).test(read(file)),
    );
  expect(subclasses, 'should hold an object of that class instead: in Firefox its instances lack the methods').toEqual(
    [],
  );
});

describe('sites', async () => {
  const manifest = JSON.parse(read('manifest.json'));
  const index = existsSync(join(root, 'src/sites/index.ts')) ? read('src/sites/index.ts') : '';
  const found: { file: string; site: Site }[] = [];
  for (const file of files('src/sites').filter((path) => path.endsWith('.ts'))) {
    const module: Record<string, Site> = await import(pathToFileURL(join(root, file)).href);
    for (const site of Object.values(module))
      if (typeof site?.id === 'string' && typeof site.read === 'function') found.push({ file, site });
  }

  test.each(found)('$file is a site in its place', ({ file, site }) => {
    expect(basename(file, '.ts'), 'the file should be named after its site’s id').toBe(site.id);
    expect(index, `${file} should be listed in src/sites/index.ts`).toContain(`'./${site.id}'`);
    const script = `content/${site.id}.js`;
    const declared = manifest.content_scripts.find(({ js }: { js: string[] }) => js.includes(script))?.matches;
    const optional: string[] = manifest.optional_host_permissions ?? [];
    if (declared)
      expect(declared, `its matches should be those of ${script} in manifest.json`).toEqual([...site.matches]);
    for (const pattern of declared ? [] : site.matches)
      expect(
        optional.some((host) => new URL(host.replace(/\*$/, '')).host === new URL(pattern.replace(/\*.*$/, '')).host),
        `manifest.json: optional_host_permissions should have "${pattern.replace(/^(\w+:\/\/[^/]+\/).*$/, '$1*')}"`,
      ).toBe(true);
  });
});

describe('what is read is watched', () => {
  test.each(files('src/sites').filter((path) => /sites\/[\w-]+\.ts$/.test(path)))(
    'attributes of its own in %s',
    (file) => {
      const text = read(file);
      const own = new Set([...text.matchAll(/getAttribute\('(data-[\w-]+)'\)/g)].map(([, name]) => name));
      const watched = /watchedAttributes: \[(.*?)\]/s.exec(text)?.[1] ?? '';
      const missing = [...own].filter((name) => !watched.includes(`'${name}'`));
      expect(missing, `${file} should list them in watchedAttributes: the page is read again when one changes`).toEqual(
        [],
      );
    },
  );
});

describe('manifest', () => {
  test.each(browsers)('of %s asks for exactly these', (browser) => {
    const manifest = manifestFor(browser);
    const own = browser === 'chromium' ? ['offscreen'] : [];
    expect(manifest.permissions).toEqual([
      'activeTab',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      ...own,
    ]);
    expect(manifest.optional_permissions).toEqual(['downloads']);
    expect(manifest.host_permissions).toEqual(['https://huggingface.co/papers*', 'https://arxiv.org/*']);
    expect(manifest, 'nothing of ours may be seen by a page').not.toHaveProperty('web_accessible_resources');
    expect(manifest, 'no other page or extension may speak to us').not.toHaveProperty('externally_connectable');
  });
});

describe('messages', () => {
  type Messages = Record<string, { message: string }>;
  const locale = (name: string): Messages => JSON.parse(read(`src/public/_locales/${name}/messages.json`));
  const en = locale('en');
  const others = readdirSync(join(root, 'src/public/_locales')).filter((name) => name !== 'en');
  const placeholders = (text = ''): string[] => [...new Set(text.match(/\$\d/g))].sort();
  /** `papers` of `papers_one`: which plural forms there are depends on the language. */
  const stem = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

  test.each(others)('%s says what en says, with the same placeholders', (name) => {
    const other = locale(name);
    const file = `src/public/_locales/${name}/messages.json`;
    const forms = new Intl.PluralRules(name.replace('_', '-')).resolvedOptions().pluralCategories;
    const wanted = new Set(
      Object.keys(en).flatMap((key) => (stem(key) === key ? key : forms.map((form) => `${stem(key)}_${form}`))),
    );
    expect(
      [...wanted].filter((key) => !Object.hasOwn(other, key)),
      `${file} should have these messages`,
    ).toEqual([]);
    expect(
      Object.keys(other).filter((key) => !wanted.has(key)),
      `${file} should not have these messages: en lacks them`,
    ).toEqual([]);
    for (const [key, { message }] of Object.entries(en)) {
      const said = other[key] ?? other[`${stem(key)}_other`];
      // A singular may say "one" without its number.
      if (!key.endsWith('_one')) expect(placeholders(said?.message), key).toEqual(placeholders(message));
      expect(said?.message.trim(), `${key} should not be empty`).toBeTruthy();
    }
  });

  test('every message is used', () => {
    const text = [...sources.map(read), read('manifest.json')].join('\n');
    const literals = new Set(text.match(/(?<=['"`])[A-Za-z][\w]*(?=['"`])/g));
    const prefixes = [...new Set(text.match(/(?<=`)[A-Za-z]\w*(?=\$\{)/g))];
    const used = (key: string): boolean =>
      literals.has(key) ||
      literals.has(stem(key)) ||
      text.includes(`__MSG_${key}__`) ||
      prefixes.some((prefix) => key.startsWith(prefix));
    expect(
      Object.keys(en).filter((key) => !used(key)),
      'should be removed from _locales, or used',
    ).toEqual([]);
  });
});

test('every option for pages is read where it acts', () => {
  const acting = sources.filter((file) => /^src\/(?:content|background)\//.test(file)).map(read);
  const idle = pageOptionNames.filter((name) => !acting.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  expect(idle, 'src/content (page.settings) or src/background (settings.get()) should read them').toEqual([]);
});

test('an exported name is declared in one file: one name, one meaning', () => {
  const declaration =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:interface|type|class|const|let|function\*?)\s+(\w+)/gm;
  const files = new Map<string, Set<string>>();
  for (const file of sources)
    for (const [, name = ''] of read(file).matchAll(declaration))
      files.set(name, (files.get(name) ?? new Set()).add(file));
  expect(
    [...files].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].join(', ')}`),
    'should be named after what each is',
  ).toEqual([]);
});

test('no file is longer than 240 lines, and few are longer than 200', () => {
  const long = sources
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 200);
  expect(
    long.filter(({ lines }) => lines > 240),
    'holds two ideas: split it',
  ).toEqual([]);
  expect(long.length, `${long.map(({ file }) => file).join(', ')}: split one`).toBeLessThanOrEqual(2);
});

test('packages are named by exact version', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  expect(loose, 'npm install -E writes exact versions').toEqual([]);
});

test('no source writes HTML: text from elsewhere is only ever text', () => {
  const html = /\b(?:innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write)\b/;
  const code = (file: string): string => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(
    sources.filter((file) => html.test(code(file))),
    'should build elements, or set textContent',
  ).toEqual([]);
});
