/** One vitest project as a stage of the check: each file's result is printed and kept as soon as the file has ended. */
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import type { Outcome } from './outcome.ts';
import { killAll, startProgram } from './program.ts';
import { type FileResult, type Report, type Run, runTestFiles } from './test-files.ts';

/** Longest that one file may take, ms: some ten times what the longest takes on a quiet machine. */
const limitMs = process.env.LONG ? 6 * 3_600_000 : 900_000;

/** Starts `vitest run` with the reporter that `test-files.ts` hears. */
export function startVitest(args: readonly string[], report: (report: Report) => void): Run {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporter = join(import.meta.dirname, 'reporter.ts');
  const command = [vitest, 'run', '--reporter', reporter, ...args];
  const child = startProgram(process.execPath, command, ['ignore', 'inherit', 'inherit', 'ipc']);
  child.on('message', (message) => report(message as Report));
  const ended = new Promise<boolean>((done) => {
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
  return { ended, stop: () => killAll(child) };
}

function print(
  project: string,
  { file, passed, failed, skipped, seconds, failures, notes, retried }: FileResult,
): void {
  const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
  console.log(`${failed ? '✗' : '✓'} ${project}  ${file}  ${counts.join(', ')}  ${seconds.toFixed(1)} s`);
  for (const note of notes) console.log(`    ${note}`);
  for (const name of retried) console.log(`    only when tried again: ${name}`);
  for (const failure of failures) console.log(failure.replaceAll(/^/gm, '    '));
}

/** Runs a project's tests; `args` go to vitest. */
export async function tests(project: string, args: readonly string[] = [], mayBeNone = false): Promise<Outcome> {
  const results = await runTestFiles({
    start: (files = [], report) => startVitest(['--project', project, ...args, ...files], report),
    limitMs,
    mayBeNone,
    onResult: (result) => print(project, result),
  });
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => results.reduce((total, each) => total + each[key], 0);
  const retried = results.flatMap((each) => each.retried);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    notes: retried.map((name) => `only when tried again: ${name}`),
  };
}
