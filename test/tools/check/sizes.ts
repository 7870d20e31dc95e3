/** Sizes of the scripts that web pages get. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../prepare.mjs';
import type { Outcome } from './outcome.ts';

/**
 * Most gzipped bytes: of a script that a page gets when it loads; of all scripts together that are injected later, without
 * the panel; and of the reader of any page, which is injected on a click on the toolbar.
 */
const budget = { atLoad: 16_000, injected: 32_500, anyPage: 25_500 };

/** Prints the size of each script and compares it with the budget. */
export async function sizes(): Promise<Outcome> {
  const folder = join(root, 'dist/chromium/content');
  const injected = new Set(
    readdirSync(join(root, 'src/content/injected')).map((file) => file.replace(/\.tsx?$/, '.js')),
  );
  const rows = readdirSync(folder).map((file) => {
    const source = readFileSync(join(folder, file));
    return { file, bytes: source.length, gzipped: gzipSync(source, { level: 9 }).length };
  });
  const over: string[] = [];
  for (const { file, bytes, gzipped } of rows) {
    const isAtLoad = !injected.has(file) && file !== 'any.js';
    const most = isAtLoad ? budget.atLoad : file === 'any.js' ? budget.anyPage : Number.POSITIVE_INFINITY;
    if (gzipped > most) over.push(`${file} is over ${most} B`);
    const columns = [file.padEnd(28), `${bytes} B`.padStart(9), `${gzipped} B gzipped`.padStart(16)];
    console.log(`  ${columns.join(' ')}  ${isAtLoad ? 'at load' : 'on demand'}`);
  }
  const together = rows
    .filter(({ file }) => injected.has(file) && file !== 'panel.js')
    .reduce((sum, { gzipped }) => sum + gzipped, 0);
  if (together > budget.injected)
    over.push(`what is injected, without the panel, is ${together} B, over ${budget.injected} B`);
  for (const message of over) console.error(`  ${message}`);
  return { passed: rows.length + 1 - over.length, failed: over.length };
}
