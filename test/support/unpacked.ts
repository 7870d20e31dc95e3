import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** A folder with what a zip holds: Chromium loads nothing else. A folder is returned as it is. */
export function unpacked(extension: string): string {
  if (statSync(extension).isDirectory()) return extension;
  const folder = mkdtempSync(join(tmpdir(), 'offprint-unpacked-'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(extension)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** The manifest in a folder or a zip. */
export function manifestIn(extension: string): { browser_specific_settings: { gecko: { id: string } } } {
  if (statSync(extension).isDirectory()) return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const { 'manifest.json': manifest } = unzipSync(readFileSync(extension), {
    filter: ({ name }) => name === 'manifest.json',
  });
  if (!manifest) throw new Error(`${extension} holds no manifest.json`);
  return JSON.parse(strFromU8(manifest));
}
