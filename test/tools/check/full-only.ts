/** Browser tests that `npm test` leaves to `.ci/run` and `npm run long`. */
import type { Browser } from '../manifest.ts';

/** Files below `test/e2e`. In Chromium: those that take a minute each. In Firefox: those of which Chromium runs the same. */
export const fullOnly: Record<Browser, readonly string[]> = {
  chromium: [
    'focus.chromium.test.ts',
    'midway.chromium.test.ts',
    'real-pages.test.ts',
    'sites.chromium.test.ts',
    'soak.chromium.test.ts',
    'update.chromium.test.ts',
    'writers.chromium.test.ts',
  ],
  firefox: ['asleep.test.ts', 'hosts.test.ts', 'packages.test.ts', 'page-bar.test.ts', 'shelf.test.ts', 'spy.test.ts'],
};

/** Files that this run leaves out: `check.ts` sets `SHORT` unless `FULL` or `LONG` is set. A run of vitest itself leaves out none. */
export const leftOut = (browser: Browser): readonly string[] => (process.env.SHORT ? fullOnly[browser] : []);
