/**
 * Runs test files and keeps what each of them came to, one by one: a file that hangs or takes the runner down is counted as
 * a failure under its name, and the others still run.
 */

/** What became of one file. */
export interface FileResult {
  /** Path from the project's root. */
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** Tests that passed only when tried again: full name, and why the first try failed. */
  retried: string[];
  /** What failed and why, one text each. */
  failures: string[];
  /** What the tests themselves report: figures. */
  notes: string[];
}

/** What the test runner says while it runs; `test/tools/check/reporter.ts` sends it. */
export type Report =
  | { kind: 'planned'; files: string[] }
  | { kind: 'started'; file: string }
  | { kind: 'ended'; result: Omit<FileResult, 'seconds'> }
  /** An error outside any test. */
  | { kind: 'error'; message: string };

/** A test runner at work. */
export interface Run {
  /** Resolves when its process has ended: whether it ended well. */
  ended: Promise<boolean>;
  /** Kills it and everything it started. */
  stop(): void;
}

export interface Options {
  /** Starts the runner on these files, or on all of its own if none are named. */
  start(files: readonly string[] | undefined, report: (report: Report) => void): Run;
  /** Longest that a file may take, ms. */
  limitMs: number;
  /** Whether it is fine that there is no file to run. */
  mayBeNone?: boolean;
  /** How often that is looked at, ms. */
  pollMs?: number;
  /** Called as soon as a file has ended. */
  onResult(result: FileResult): void;
}

/** Stands in place of a file for what failed outside of all files. */
export const outsideFiles = 'the test runner';

/** Runs every file once. A file over the limit is stopped with the runner; a new one goes on with the files left. */
export async function runTestFiles(options: Options): Promise<FileResult[]> {
  const { start, limitMs, mayBeNone = false, pollMs = 1000, onResult } = options;
  const results = new Map<string, FileResult>();
  const planned = new Set<string>();
  const errors: string[] = [];
  const finish = (result: FileResult): void => {
    results.set(result.file, result);
    onResult(result);
  };
  const fail = (file: string, failures: string[], seconds = 0): void =>
    finish({ file, passed: 0, failed: failures.length, skipped: 0, seconds, retried: [], failures, notes: [] });

  /** One start of the runner, on the files named or on all. */
  async function round(files: readonly string[] | undefined): Promise<void> {
    const startedAt = new Map<string, number>();
    const secondsOf = (file: string): number => (Date.now() - (startedAt.get(file) ?? Date.now())) / 1000;
    const run = start(files, (report) => {
      if (report.kind === 'planned') for (const file of report.files) planned.add(file);
      else if (report.kind === 'started') startedAt.set(report.file, Date.now());
      else if (report.kind === 'error') errors.push(report.message);
      else {
        finish({ ...report.result, seconds: secondsOf(report.result.file) });
        startedAt.delete(report.result.file);
      }
    });
    let isStopped = false;
    const watch = setInterval(() => {
      const overdue = [...startedAt.keys()].filter((file) => secondsOf(file) * 1000 > limitMs);
      if (isStopped || overdue.length === 0) return;
      isStopped = true;
      for (const file of overdue) fail(file, [`stopped: it did not end within ${limitMs / 1000} s`], secondsOf(file));
      run.stop();
    }, pollMs);
    const isFine = await run.ended;
    clearInterval(watch);
    if (isStopped) return;
    for (const file of startedAt.keys()) fail(file, ['the test runner ended while this file ran'], secondsOf(file));
    if (!isFine && errors.length === 0 && ![...results.values()].some(({ failed }) => failed > 0))
      errors.push('it failed without naming a test');
  }

  const left = (): string[] => [...planned].filter((file) => !results.has(file));
  await round(undefined);
  while (left().length > 0) {
    const before = results.size;
    await round(left());
    if (results.size === before) for (const file of left()) fail(file, ['the test runner did not start it']);
  }
  if (planned.size === 0 && errors.length === 0 && !mayBeNone) errors.push('it found no file');
  if (errors.length > 0) fail(outsideFiles, errors);
  return [...results.values()];
}
