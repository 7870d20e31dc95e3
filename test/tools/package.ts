/**
 * `npm run package`: what goes to the stores, in `dist`: a zip for each browser, an archive of the source, since Firefox's
 * reviewers build it themselves, and in `dist/store` the texts of `src/store`. The same source gives the same bytes.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { buildAll } from './build.ts';
import { type Browser, browsers } from './manifest.ts';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** The earliest time a zip can hold, in local time as the format has it: times of files do not matter to anyone. */
const mtime = new Date(1980, 0, 1);
const notSource = new Set(['.git', '.vite', 'bench.json', 'coverage', 'dist', 'node_modules']);

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (folder === root && notSource.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const pathOf = (name: string): string => join(root, 'dist', `offprint-${version}-${name}.zip`);

/** Bytes of a file for a zip. The Chrome Web Store gives the id itself and refuses a manifest with a key. */
function bytesOf(path: string): Uint8Array {
  const bytes = readFileSync(path);
  if (path !== join(root, 'dist/chromium/manifest.json')) return new Uint8Array(bytes);
  const { key: _, ...manifest } = JSON.parse(bytes.toString());
  return strToU8(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** Writes a zip of a folder; returns how many files and bytes that is. */
function writeZip(path: string, folder: string): { files: number; bytes: number } {
  const names = filesIn(folder).sort();
  const entries = Object.fromEntries(names.map((path) => [relative(folder, path), bytesOf(path)]));
  const zip = zipSync(entries, { mtime, level: 9 });
  writeFileSync(path, zip);
  return { files: names.length, bytes: zip.length };
}

/** Packs what is built for a browser. Returns the path of the zip. */
export function packed(browser: Browser): string {
  writeZip(pathOf(browser), join(root, 'dist', browser));
  return pathOf(browser);
}

if (process.argv[1] === import.meta.filename) {
  await buildAll();
  for (const [name, folder] of [
    ...browsers.map((browser) => [browser, join(root, 'dist', browser)]),
    ['source', root],
  ]) {
    const path = pathOf(name as string);
    const { files, bytes } = writeZip(path, folder as string);
    console.log(`${relative(root, path)}  ${files} files  ${bytes} bytes`);
  }
  cpSync(join(root, 'src/store'), join(root, 'dist/store'), { recursive: true });
}
