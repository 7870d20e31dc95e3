/**
 * What `check.mjs` runs once everything is installed: format, lint, types, unit tests, build, tests in both browsers, sizes
 * and the stores' linter. Tests in browsers mostly wait, so that all of it runs side by side.
 */
import { buildTwice } from './check/build-twice.ts';
import { leftOut } from './check/full-only.ts';
import type { Outcome } from './check/outcome.ts';
import { sizes } from './check/sizes.ts';
import { program, stage, summarize } from './check/stages.ts';
import { storeLinter } from './check/store-linter.ts';
import { tests } from './check/vitest.ts';
import type { Browser } from './manifest.ts';

process.env.CI ??= '1';
if (!process.env.FULL && !process.env.LONG) process.env.SHORT = '1';

const browserTests = async (browser: Browser): Promise<Outcome> => {
  const outcome = await tests(browser);
  const left = leftOut(browser).length;
  return { ...outcome, notes: [...(left ? [`${left} files left to .ci/run`] : []), ...(outcome.notes ?? [])] };
};

// The build replaces `dist`: whatever reads it comes after.
await Promise.all([
  stage('format and lint', () => program('biome', 'check', '.')),
  stage('build, twice the same', buildTwice),
]);
await Promise.all([
  stage('end to end: Chromium', () => browserTests('chromium')),
  stage('end to end: Firefox', () => browserTests('firefox')),
  stage('types', () => program('tsc', '--noEmit'))
    .then(() => stage('sizes', sizes))
    .then(() => stage("stores' linter", storeLinter))
    .then(() => stage('unit', () => tests('unit'))),
]);
summarize();
