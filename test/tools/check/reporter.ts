/** Sends what becomes of each test file to the process that started vitest: see `test-files.ts`. */
import { relative } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule, TestSpecification } from 'vitest/node';
import type { Report } from './test-files.ts';

const send = (report: Report): void => void process.send?.(report);
const nameOf = (path: string): string => relative(process.cwd(), path);

/** Text of an error: message, difference and the lines of the stack that are the project's own. */
function textOf({ message, diff, stack }: Partial<SerializedError> & { diff?: string }): string {
  const own = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'));
  return [message, diff, ...own.slice(0, 5)].filter(Boolean).join('\n');
}

export default class implements Reporter {
  onTestRunStart(specifications: readonly TestSpecification[]): void {
    send({ kind: 'planned', files: specifications.map(({ moduleId }) => nameOf(moduleId)) });
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    send({ kind: 'started', file: nameOf(moduleId) });
  }

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failures = tests.flatMap((test) =>
      (test.result().errors && test.result().state === 'failed' ? (test.result().errors ?? []) : []).map(
        (error) => `${test.fullName}\n${textOf(error)}`,
      ),
    );
    const broken = [module, ...module.children.allSuites()].flatMap((suite) => suite.errors());
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    send({
      kind: 'ended',
      result: {
        file: nameOf(module.moduleId),
        passed: count('passed'),
        // A file that cannot be read, or a hook that fails, counts once each.
        failed: count('failed') + broken.length,
        skipped: count('skipped'),
        retried: tests
          .filter((test) => test.diagnostic()?.flaky)
          .map((test) => `${test.fullName} (at first: ${test.result().errors?.[0]?.message ?? 'unknown'})`),
        failures: [...failures, ...broken.map(textOf)],
        notes: tests.flatMap((test) => test.annotations().map(({ message }) => message)),
      },
    });
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    for (const error of errors) send({ kind: 'error', message: textOf(error) });
  }
}
