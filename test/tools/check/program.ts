/** Programs that the check runs: each for a limited time, and nothing that it started outlives it. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';

/** Path of an installed package's program. */
export const tool = (name: string): string => join(root, 'node_modules/.bin', name);

/** Parent of each process, by the number of the process; empty on systems without `/proc`. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  const numbers = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  for (const number of numbers) {
    try {
      // `pid (name) state parent …`: the name may hold anything. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
      const stat = readFileSync(`/proc/${number}/stat`, 'utf8');
      found.set(Number(number), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** Kills a process that leads its own group, with everything below it: browsers lead groups of their own. */
export function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  const parent = parents();
  const below = (each: number): boolean => {
    for (let at = parent.get(each); at !== undefined && at > 1; at = parent.get(at)) if (at === pid) return true;
    return false;
  };
  for (const each of [-pid, ...[...parent.keys()].filter(below)]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of running) killAll(child);
    process.exit(1);
  });

/** Starts a program as leader of a group of its own, which is killed if the check is. */
export function startProgram(program: string, args: readonly string[], stdio: StdioOptions): ChildProcess {
  const child = spawn(program, args, { cwd: root, stdio, detached: true });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program for at most `limitMs`. Never rejects.
 * @returns whether it ended well, and what it wrote; standard error apart where `stdout` alone is asked for
 */
export function run(
  program: string,
  args: readonly string[],
  { limitMs = 300_000, keep = 'all' as 'all' | 'stdout' } = {},
): Promise<{ ok: boolean; output: string }> {
  return new Promise((done) => {
    const child = startProgram(program, args, ['ignore', 'pipe', 'pipe']);
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      if (keep === 'all') output += data;
      else process.stderr.write(data);
    });
    const timer = setTimeout(() => {
      console.error(`Stopped after ${limitMs / 1000} s: ${program} ${args.join(' ')}`);
      killAll(child);
    }, limitMs);
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ ok: code === 0, output });
    });
  });
}
