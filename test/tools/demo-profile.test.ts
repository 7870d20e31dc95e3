import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { demoProfile } from './demo-profile';

const parent = mkdtempSync(join(tmpdir(), 'offprint-profiles-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('a profile is deleted at the end; one of a demo that was killed, at the next start; that of a running demo stays', () => {
  const killed = join(parent, 'offprint-demo-killed');
  const other = join(parent, 'offprint-demo-of-somebody-else');
  mkdirSync(killed);
  mkdirSync(other);
  // A process that has ended.
  writeFileSync(join(killed, 'offprint-demo.pid'), String(spawnSync(process.execPath, ['-e', '']).pid));
  const running = demoProfile(parent);
  expect(existsSync(killed)).toBe(false);
  const second = demoProfile(parent);
  expect(readdirSync(parent).length).toBe(3);
  second.remove();
  expect([existsSync(second.folder), existsSync(running.folder), existsSync(other)]).toEqual([false, true, true]);
});
