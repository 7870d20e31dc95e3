/** Runs the stages of the check and sums up what they came to. */
import { type Outcome, one } from './outcome.ts';
import { run, tool } from './program.ts';

interface Result extends Outcome {
  name: string;
  seconds: number;
}
const results: Result[] = [];

/** Runs a stage and keeps its outcome. Never rejects: a stage that fails does not hide the next. */
export async function stage(name: string, work: () => Promise<Outcome>): Promise<void> {
  console.log(`── ${name}`);
  const begin = performance.now();
  const outcome = await work().catch((error: unknown) => {
    console.error(error);
    return one(false, 'could not be run');
  });
  const seconds = (performance.now() - begin) / 1000;
  results.push({ name, seconds, ...outcome });
  console.log(`── ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds.toFixed(1)} s`);
}

/** A stage that is one program: passed if it ends well. What it writes is printed when it has ended. */
export async function program(name: string, ...args: string[]): Promise<Outcome> {
  const { ok, output } = await run(tool(name), args);
  console.log(output.trim());
  return one(ok);
}

/** Prints a line for each stage, and last of all `N passed, N failed`; a failure makes the process fail. */
export function summarize(): void {
  console.log('\n── summary');
  for (const { name, seconds, passed, failed, skipped, notes = [] } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed`;
    const rest = [skipped ? `${skipped} skipped` : '', ...notes].filter(Boolean).join(', ');
    console.log(`${failed ? '✗' : '✓'} ${name.padEnd(24)} ${counts} ${seconds.toFixed(1).padStart(7)} s  ${rest}`);
  }
  const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}
