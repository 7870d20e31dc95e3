/**
 * The library in a page of a real Chromium, by itself: for what only a real browser shows. The page's address is its own,
 * so that its database is in the profile and survives the browser.
 */
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { executable } from './browsers';
import { killBrowser } from './kill';

const address = 'https://library.example/';

/** Source of a script that puts `offprint.openLibrary` on the window. */
export async function libraryScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { checks: { bundlerTimings: false } },
      lib: { entry: resolve('src/library/open.ts'), formats: ['iife'], name: 'offprint' },
    },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('vite built nothing');
  return first.output[0].code;
}

/** Where Chromium keeps the page's databases. */
export const databaseFolder = (profile: string): string =>
  join(profile, 'Default/IndexedDB/https_library.example_0.indexeddb.leveldb');

/** Opens the page on a profile. `kill` ends the browser as a power cut would, `close` as a user does. */
export async function libraryPage(
  profile: string,
  script: string,
  { renews = true } = {},
): Promise<{ page: Page; kill(): Promise<void>; close(): Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable('chromium'),
    headless: true,
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-quic'],
  });
  await context.route(/^https?:/, (route) =>
    route.fulfill({ body: '<!doctype html><title>Library</title>', contentType: 'text/html' }),
  );
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.addScriptTag({ content: `${script}\nwindow.shelf = offprint.openLibrary();` });
  // As the background does at each start of the browser.
  if (renews) await page.evaluate('offprint.rotateLevelDbLog()');
  return {
    page,
    kill: () => killBrowser(profile, context),
    close: () => context.close(),
  };
}
