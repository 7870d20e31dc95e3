import { resolve } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { leftOut } from './test/tools/check/full-only.ts';
import { type Browser, manifestFor } from './test/tools/manifest.ts';

/** Browser tests that take minutes: run by `npm run long` alone. */
const long = (browser: Browser) => (!process.env.LONG && browser === 'firefox' ? ['test/e2e/real-pages.test.ts'] : []);

/** Tests in a real browser, which mostly wait: `workers` files at once. `*.firefox.test.ts` run in Firefox alone. */
const stories = (name: Browser, other: Browser, workers: number) => ({
  name,
  include: ['test/e2e/**/*.test.ts'],
  exclude: [`test/e2e/**/*.${other}.test.ts`, ...long(name), ...leftOut(name).map((file) => `test/e2e/${file}`)],
  env: { OFFPRINT_BROWSER: name },
  maxWorkers: workers,
  // A browser is a machine of its own: what fails and then passes is named in the summary.
  retry: process.env.CI ? 2 : 0,
  testTimeout: 240_000,
  hookTimeout: 120_000,
});

/** A loaded machine makes any build slow: that is no warning. */
const checks = { bundlerTimings: false };

/**
 * A library within the BibTeX parser finds the global object by `Function('return this')()`, which the pages' content security
 * policy forbids and the stores' linters warn of; `globalThis` is the same object.
 */
const noEval: Plugin = {
  name: 'offprint:no-eval',
  transform: (code, id) =>
    id.includes('node_modules') && code.includes('return this')
      ? code.replaceAll(/\bFunction\((['"`])return this\1\)\(\)/g, 'globalThis')
      : undefined,
};

/**
 * What several pages share is a few files, not a file for each set of pages that shares it: a page waits for every file it imports.
 * `early` runs before everything else; `library` is loaded once a page is drawn. The background imports the last three.
 */
const sharedChunks = [
  {
    name: 'early',
    test: /[\\/]src[\\/](?:ui[\\/]surface[\\/]early|library[\\/]first-rows)\./,
    minShareCount: 2,
    priority: 3,
  },
  { name: 'ui', test: /[\\/](?:src[\\/]ui|node_modules[\\/]preact)[\\/]/, minShareCount: 2 },
  {
    // Without a group of its own `ui`, which draws notes, would take the parser of notes in.
    name: 'notes',
    test: /[\\/](?:src[\\/]ui[\\/]paper[\\/]note-tree|node_modules[\\/](?:mdast-util-|micromark))/,
    priority: 1,
  },
  {
    name: 'library',
    test: /[\\/](?:src[\\/]library|node_modules[\\/]idb)[\\/]/,
    minShareCount: 2,
    priority: 1,
  },
  {
    name: 'core',
    test: /[\\/](?:src[\\/](?:backup[\\/](?:due|data-loss)|library[\\/](?:error|duplicates|db[\\/](?:row|schema)|merge[\\/](?:merge|flat)|import[\\/]import-choices)|paper|query|async|messages|locale|settings|sites[\\/]catalog)|node_modules[\\/]webextension-polyfill)[\\/.]|preload-helper/,
    minShareCount: 2,
    // What the files of the other groups import would be taken into those otherwise.
    priority: 2,
  },
  {
    // Pages and the background ask services: without a file of their own the background would import `ui`, which needs a page.
    name: 'services',
    test: /[\\/]src[\\/](?:services[\\/](?!arxiv|zotero)|formats[\\/](?:names|csl[\\/]markup|json[\\/]safe)\.)/,
    minShareCount: 2,
    priority: 2,
  },
];

/** Links to all chunks that a page imports, itself or by others: without them the browser learns of each only when the one before was read. */
const preloadChunks: Plugin = {
  name: 'offprint:preload-chunks',
  transformIndexHtml: {
    order: 'post',
    handler(_, { chunk, bundle = {} }) {
      const found = new Set(chunk?.imports);
      for (const file of found) {
        const imported = bundle[file];
        if (imported?.type === 'chunk') for (const each of imported.imports) found.add(each);
      }
      return [...found].map((file) => ({
        ...(file === 'chunks/early.js'
          ? { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: `/${file}` } }
          : { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` } }),
        injectTo: file === 'chunks/early.js' ? ('head-prepend' as const) : ('head' as const),
      }));
    },
  },
};

/**
 * The three pages and the background, for the browser that is the mode: `vite build --mode firefox`. Scripts for web pages
 * are built apart, one self-contained file each: see `test/tools/build.ts`, which also names them in the manifest.
 */
export default defineConfig(({ mode }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chromium';
  return {
    publicDir: 'src/public',
    // For browsers it has a variant that decodes by `innerHTML`; this is its table of characters.
    resolve: {
      alias: { 'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js') },
    },
    plugins: process.env.VITEST
      ? []
      : [
          noEval,
          preloadChunks,
          crx({ manifest: manifestFor(browser) as never, browser: browser === 'firefox' ? 'firefox' : 'chrome' }),
        ],
    build: {
      outDir: `dist/${browser}`,
      target: ['chrome123', 'firefox140'],
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks,
        input: {
          shelf: 'src/shelf/index.html',
          inline: 'src/inline/index.html',
          offscreen: 'src/offscreen/index.html',
        },
        output: {
          codeSplitting: { groups: sharedChunks },
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
    worker: {
      format: 'es',
      plugins: () => [noEval],
      rolldownOptions: {
        checks,
        output: { entryFileNames: 'chunks/[name].js', chunkFileNames: 'chunks/worker-[name].js' },
      },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    test: {
      projects: [
        { test: { name: 'unit', testTimeout: 30_000, include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'] } },
        { test: stories('chromium', 'firefox', 2) },
        { test: stories('firefox', 'chromium', 1) },
      ],
    },
  };
});
