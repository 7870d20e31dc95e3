/** What the check keeps of test files whatever the runner does: `test-files.ts`, with a runner of our own and with vitest. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { outsideFiles, type Report, runTestFiles } from './test-files';
import { startVitest } from './vitest';

/** A runner that works through `files` one after another; `hangs` never end, `kills` end the runner. */
function fakeRunner(files: string[], { hangs = [] as string[], kills = [] as string[], alwaysFails = false } = {}) {
  const starts: string[][] = [];
  const start = (chosen: readonly string[] = files, report: (report: Report) => void) => {
    starts.push([...chosen]);
    let end = (_ok: boolean): void => {};
    const ended = new Promise<boolean>((resolve) => {
      end = resolve;
    });
    report({ kind: 'planned', files: [...chosen] });
    void (async () => {
      for (const file of chosen) {
        await Promise.resolve();
        report({ kind: 'started', file });
        if (hangs.includes(file)) return;
        if (kills.includes(file)) return end(false);
        const counts = { passed: 2, failed: 0, skipped: 1 };
        report({ kind: 'ended', result: { file, ...counts, retried: [], failures: [], notes: [] } });
      }
      end(!alwaysFails);
    })();
    return { ended, stop: () => end(false) };
  };
  return { start, starts };
}

const counts = (results: { file: string; passed: number; failed: number }[]) =>
  Object.fromEntries(results.map(({ file, passed, failed }) => [file, [passed, failed]]));
const options = { limitMs: 30, pollMs: 5, onResult: () => {} };

describe('with any runner', () => {
  test('each file is reported once, as soon as it ended', async () => {
    const { start, starts } = fakeRunner(['a', 'b']);
    const onResult = vi.fn();
    const results = await runTestFiles({ ...options, start, onResult });
    expect(counts(results)).toEqual({ a: [2, 0], b: [2, 0] });
    expect(onResult.mock.calls.map(([{ file }]) => file)).toEqual(['a', 'b']);
    expect(starts).toEqual([['a', 'b']]);
  });

  test.each(['hangs', 'kills'] as const)(
    'a file that %s fails by name, the others keep or get their results',
    async (does) => {
      const { start, starts } = fakeRunner(['a', 'bad', 'c', 'worse'], { [does]: ['bad', 'worse'] });
      const results = await runTestFiles({ ...options, start });
      expect(counts(results)).toEqual({ a: [2, 0], bad: [0, 1], c: [2, 0], worse: [0, 1] });
      expect(starts).toEqual([
        ['a', 'bad', 'c', 'worse'],
        ['c', 'worse'],
      ]);
    },
  );

  test('a runner that fails without a failed test is a failure', async () => {
    const { start } = fakeRunner(['a'], { alwaysFails: true });
    expect(counts(await runTestFiles({ ...options, start }))).toEqual({ a: [2, 0], [outsideFiles]: [0, 1] });
  });

  test('a runner that finds no file is a failure, unless that may be', async () => {
    const { start } = fakeRunner([]);
    expect(counts(await runTestFiles({ ...options, start }))).toEqual({ [outsideFiles]: [0, 1] });
    expect(await runTestFiles({ ...options, start, mayBeNone: true })).toEqual([]);
  });

  test('files that the runner never starts are failures', async () => {
    const start = (_files: unknown, report: (report: Report) => void) => {
      report({ kind: 'planned', files: ['a', 'b'] });
      return { ended: Promise.resolve(true), stop: () => {} };
    };
    expect(counts(await runTestFiles({ ...options, start }))).toEqual({ a: [0, 1], b: [0, 1] });
  });
});

describe('with vitest', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('hanging, dying, failing, flaky and passing files are told apart', {
    timeout: 120_000,
  }, async () => {
    folder = mkdtempSync(join(tmpdir(), 'offprint-check-'));
    const files = {
      passes: `test('one', () => {}); test.skip('two', () => {})`,
      fails: `test('wrong', () => { expect(1).toBe(2) }); test('right', () => {})`,
      flaky: `let tries = 0; test('later', { retry: 1 }, () => { expect(++tries).toBe(2) })`,
      unreadable: `throw new Error('no such thing')`,
      hook: `afterAll(() => { throw new Error('not cleaned up') }); test('one', () => {})`,
      hangs: `for (;;);`,
      dies: `test('one', () => { process.kill(process.pid, 'SIGKILL') })`,
    };
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, `${name}.test.js`), code);
    const args = ['--root', folder, '--globals', '--maxWorkers=2'];
    const results = await runTestFiles({
      start: (chosen = [], report) => startVitest([...args, ...chosen.map((file) => basename(file))], report),
      limitMs: 8000,
      onResult: () => {},
    });
    const found = Object.fromEntries(results.map((each) => [basename(each.file, '.test.js'), each]));
    expect(found).toMatchObject({
      passes: { passed: 1, failed: 0, skipped: 1 },
      fails: { passed: 1, failed: 1, failures: [expect.stringMatching(/^wrong\n.*expected 1 to be 2/)] },
      flaky: { passed: 1, failed: 0, retried: [expect.stringMatching(/^later .*expected 1 to be 2/)] },
      unreadable: { passed: 0, failed: 1, failures: [expect.stringContaining('no such thing')] },
      hook: { passed: 1, failed: 1, failures: [expect.stringContaining('not cleaned up')] },
      hangs: { passed: 0, failed: 1 },
      dies: { passed: 0, failed: 1 },
    });
  });
});
