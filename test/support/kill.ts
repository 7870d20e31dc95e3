import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** Ends a Chromium as a power cut would; resolves when it is gone. */
export async function killBrowser(profile: string, context: BrowserContext): Promise<void> {
  // The lock names the machine and the process: https://www.chromium.org, process_singleton_posix.cc
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
  const gone = new Promise<void>((done) => context.once('close', () => done()));
  process.kill(pid, 'SIGKILL');
  await gone;
}
