/** The demo's browser profile: a temporary folder that is deleted when the demo ends, however it ends. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'offprint-demo-';
const pidFile = 'offprint-demo.pid';

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Deletes profiles of demos that were killed. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    try {
      if (!isRunning(Number(readFileSync(join(folder, pidFile), 'utf8')))) remove(folder);
    } catch {
      // Not ours, or being made just now by another demo.
    }
  }
}

/**
 * Makes a profile in the temporary folder, and deletes those of earlier demos that were killed. `remove` deletes it; call it
 * after the browser has ended.
 */
export function demoProfile(parent = tmpdir()): { folder: string; remove(): void } {
  removeLeftovers(parent);
  const folder = mkdtempSync(join(parent, prefix));
  writeFileSync(join(folder, pidFile), String(process.pid));
  return { folder, remove: () => remove(folder) };
}
