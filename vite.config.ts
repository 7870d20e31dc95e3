import { defineConfig } from 'vitest/config';

/**
 * The three pages and the background, one build for both browsers. Scripts for web pages are built apart, one file each:
 * see `test/tools/build.ts`, which also writes the manifests.
 */
export default defineConfig({
  publicDir: 'src/public',
  build: {
    outDir: 'dist/chromium',
    target: ['chrome120', 'firefox140'],
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        background: 'src/background.ts',
        popup: 'src/popup/index.html',
        shelf: 'src/shelf/index.html',
        options: 'src/options/index.html',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [{ test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'] } }],
  },
});
