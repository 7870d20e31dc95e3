/**
 * `npm run build`: the extension for both browsers, in `dist/chromium` and `dist/firefox`.
 *
 * Scripts that run in web pages are one self-contained file each, so that nothing but the private frame has to be
 * web-accessible:
 * - `content/SITE.js` for every file in `src/sites` that holds a site: `start(site)` of `src/content/core/start.ts`;
 * - `content/NAME.js` for every file in `src/content/injected`: what the background injects when it is first used.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { type Browser, browsers, contentScripts, frameAccess } from './manifest.ts';
import { noteBundled, noticesOf } from './notices.ts';
import { literalStyles } from './page-styles.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = (browser: Browser) => join(root, 'dist', browser);

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
    const source =
      name === 'any'
        ? "import '/src/content/core/start-any.ts';\n"
        : `import { start } from '/src/content/core/start.ts';\nimport { ${name} as site } from '/src/sites/${file}';\nstart(site);\n`;
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
      literalStyles,
      {
        name: 'offprint:page-script',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      outDir: folder('chromium'),
      emptyOutDir: false,
      target: ['chrome123', 'firefox140'],
      modulePreload: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: { [name]: entry },
        output: { format: 'iife', entryFileNames: 'content/[name].js', codeSplitting: false },
      },
    },
  };
}

/** Adds the page scripts to what `crx()` wrote. A manifest that names a missing script would be refused without a reason. */
function finishManifest(browser: Browser): void {
  const path = join(folder(browser), 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const content_scripts = contentScripts();
  for (const file of content_scripts.flatMap((script) => script.js))
    if (!existsSync(join(folder(browser), file)))
      throw new Error(
        `manifest.json names ${file}, but src/sites/${basename(file, '.js')}.ts exports no site of that id.`,
      );
  const web_accessible_resources = [frameAccess(browser)];
  writeFileSync(path, `${JSON.stringify({ ...manifest, content_scripts, web_accessible_resources }, null, 2)}\n`);
}

/** Builds everything. Throws on the first error. */
export async function buildAll(): Promise<void> {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const names = new Set<string>();
  const plugins = [noteBundled(names)];
  const configFile = join(root, 'vite.config.ts');
  for (const mode of browsers)
    await build({ root, mode, logLevel: 'warn', configFile, plugins, worker: { plugins: () => plugins } });
  for (const [name, source] of await pageScripts()) {
    const config = pageScriptConfig(name, source);
    await build({ ...config, plugins: [...(config.plugins ?? []), plugins] });
  }
  cpSync(join(folder('chromium'), 'content'), join(folder('firefox'), 'content'), { recursive: true });
  const notices = noticesOf(names);
  for (const browser of browsers) {
    finishManifest(browser);
    writeFileSync(join(folder(browser), 'THIRD-PARTY.txt'), notices);
    cpSync(join(root, 'LICENSE'), join(folder(browser), 'LICENSE.txt'));
  }
}

if (process.argv[1] === import.meta.filename) await buildAll();
