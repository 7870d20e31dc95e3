/**
 * `npm run package`: what goes to the stores, in `dist`: a zip for each browser and, since Firefox's reviewers build it
 * themselves, an archive of the source. The same source gives the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { buildAll } from './build.ts';
import { browsers } from './manifest.ts';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** The earliest time a zip can hold, in local time as the format has it: times of files do not matter to anyone. */
const mtime = new Date(1980, 0, 1);
const notSource = new Set(['.git', '.vite', 'coverage', 'dist', 'node_modules']);

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (folder === root && notSource.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function writeZip(name: string, folder: string): void {
  const names = filesIn(folder).sort();
  const entries = Object.fromEntries(names.map((path) => [relative(folder, path), new Uint8Array(readFileSync(path))]));
  const path = join(root, 'dist', `offprint-${version}-${name}.zip`);
  const zip = zipSync(entries, { mtime, level: 9 });
  writeFileSync(path, zip);
  console.log(`${relative(root, path)}  ${names.length} files  ${zip.length} bytes`);
}

await buildAll();
for (const browser of browsers) writeZip(browser, join(root, 'dist', browser));
writeZip('source', root);
