/**
 * What `check.mjs` runs once everything is installed: format, lint, types, unit tests, build, tests in both browsers, sizes
 * and the stores' linter. Stages that mostly wait run beside each other.
 */
import { buildTwice } from './check/build-twice.ts';
import { sizes } from './check/sizes.ts';
import { program, stage, summarize } from './check/stages.ts';
import { storeLinter } from './check/store-linter.ts';
import { tests } from './check/vitest.ts';

await stage('format and lint', () => program('biome', 'check', '.'));
await stage('types', () => program('tsc', '--noEmit'));
await stage('unit', () => tests('unit'));
await stage('build, twice the same', buildTwice);
await stage('end to end: Chromium', () => tests('chromium'));
await stage('end to end: Firefox', () => tests('firefox'));
await stage('sizes', sizes);
await stage("stores' linter", storeLinter);
summarize();
