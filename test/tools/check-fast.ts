/**
 * `npm run check:fast`, for work in between: format, lint, types, and the unit tests of what changed since the branch left
 * `origin/main`, committed or not. Where there is no such branch: since the last commit.
 */
import { spawnSync } from 'node:child_process';
import { program, stage, summarize } from './check/stages.ts';
import { tests } from './check/vitest.ts';
import { root } from './prepare.mjs';

const base = spawnSync('git', ['merge-base', 'HEAD', 'origin/main'], { cwd: root, encoding: 'utf8' });
const since = base.status === 0 ? base.stdout.trim() : 'HEAD';

await Promise.all([
  stage('format and lint', () => program('biome', 'check', '.')),
  stage('types', () => program('tsc', '--noEmit')),
  stage('unit tests of what changed', () => tests('unit', ['--changed', since, '--maxWorkers=2'], true)),
]);
summarize();
