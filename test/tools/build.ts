/**
 * `npm run build`: the extension for both browsers, in `dist/chromium` and `dist/firefox`.
 *
 * Scripts that run in web pages are one self-contained file each, so that nothing has to be web-accessible and no page
 * can detect the extension:
 * - `content/SITE.js` for every file in `src/sites` that holds a site: `start(site)` of `src/content/start.ts`;
 * - `content/NAME.js` for every file in `src/content/injected`: what the background injects when it is first used.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const folder = (browser: Browser) => join(root, 'dist', browser);

/** The browsers there is a build for. */
export const browsers = ['chromium', 'firefox'] as const;
export type Browser = (typeof browsers)[number];

/** The manifest of one browser, made from `manifest.json`; the version comes from `package.json`. */
export function manifestFor(browser: Browser): Record<string, unknown> {
  const { manifest_version, name, description, ...rest } = read('manifest.json');
  const { browser_specific_settings, minimum_chrome_version, background, ...common } = rest;
  const own =
    browser === 'chromium'
      ? { minimum_chrome_version, background }
      : { browser_specific_settings, background: { scripts: [background.service_worker], type: background.type } };
  return { manifest_version, name, description, version: read('package.json').version, ...own, ...common };
}

/** The name under which a site's file exports its site, or undefined if the file holds none. */
async function exportedSite(path: string): Promise<string | undefined> {
  const module: Record<string, unknown> = await import(pathToFileURL(path).href);
  const isSite = (value: unknown) => (value as { id?: unknown } | null)?.id === basename(path, '.ts');
  return Object.keys(module).find((name) => isSite(module[name]));
}

/** Source of each script for web pages, by the name of its file in `content/`. */
async function pageScripts(): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  for (const file of readdirSync(join(root, 'src/sites'))) {
    const path = join(root, 'src/sites', file);
    const name = file.endsWith('.ts') ? await exportedSite(path) : undefined;
    if (name === undefined) continue;
    const source = `import { start } from '/src/content/start.ts';\nimport { ${name} as site } from '/src/sites/${file}';\nstart(site);\n`;
    scripts.set(basename(file, '.ts'), source);
  }
  for (const file of readdirSync(join(root, 'src/content/injected'))) {
    const name = file.replace(/\.tsx?$/, '');
    if (scripts.has(name))
      throw new Error(`src/content/injected/${file}: a site has this name already; choose another.`);
    scripts.set(name, `import '/src/content/injected/${file}';\n`);
  }
  return scripts;
}

function pageScriptConfig(name: string, source: string): InlineConfig {
  const entry = `\0content/${name}`;
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      {
        name: 'offprint:page-script',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      outDir: folder('chromium'),
      emptyOutDir: false,
      target: ['chrome120', 'firefox140'],
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: { format: 'iife', entryFileNames: 'content/[name].js', codeSplitting: false },
      },
    },
  };
}

/** Chromium refuses a manifest that names a missing script, without saying more. */
function checkScripts(manifest: Record<string, unknown>): void {
  const scripts = (manifest.content_scripts ?? []) as { js: string[] }[];
  for (const file of scripts.flatMap((script) => script.js))
    if (!existsSync(join(folder('chromium'), file)))
      throw new Error(
        `manifest.json names ${file}, but src/sites/${basename(file, '.js')}.ts exports no site of that id.`,
      );
}

/** Builds everything. Throws on the first error. */
export async function buildAll(): Promise<void> {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({ root, logLevel: 'warn', configFile: join(root, 'vite.config.ts') });
  for (const [name, source] of await pageScripts()) await build(pageScriptConfig(name, source));
  for (const size of [16, 32, 48, 128])
    cpSync(join(root, `icons/icon-${size}.png`), join(folder('chromium'), `icons/icon-${size}.png`));
  cpSync(folder('chromium'), folder('firefox'), { recursive: true });
  for (const browser of browsers) {
    const manifest = manifestFor(browser);
    checkScripts(manifest);
    writeFileSync(join(folder(browser), 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

if (process.argv[1] === import.meta.filename) await buildAll();
