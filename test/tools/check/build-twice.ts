/** Builds and packs the extension twice: the same source must give the same bytes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { type Outcome, one } from './outcome.ts';
import { run, tool } from './program.ts';

/** One hash of all files in `dist`, with their paths. */
function hashOfBuild(): string {
  const hash = createHash('sha256');
  const dist = join(root, 'dist');
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

export async function buildTwice(): Promise<Outcome> {
  const hashes: string[] = [];
  for (let round = 0; round < 2; round++) {
    const { ok, output } = await run(tool('tsx'), ['test/tools/package.ts']);
    console.log(output.trim());
    if (!ok) return one(false);
    hashes.push(hashOfBuild());
  }
  return hashes[0] === hashes[1] ? { passed: 2, failed: 0 } : { passed: 1, failed: 1, notes: ['two builds differ'] };
}
