/**
 * `npm run release -- VERSION`: sets the version, builds and packs, verifies that the source archive builds the same bytes, and
 * prints what to upload where. Commits and uploads nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { browsers } from './manifest.ts';
import { root } from './prepare.mjs';
import { releaseProblem, withVersion } from './version.ts';

const npm = (folder: string, ...args: string[]) => {
  const path = process.env.npm_execpath;
  const options = { cwd: folder, stdio: 'inherit' } as const;
  if (path) execFileSync(process.execPath, [path, ...args], options);
  else execFileSync('npm', args, options);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const zipOf = (folder: string, version: string, name: string) =>
  join(folder, 'dist', `offprint-${version}-${name}.zip`);

/** Builds from the source archive in a new folder, and says which packages differ from those here. */
function rebuilt(version: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-release-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zipOf(root, version, 'source'))))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    npm(folder, 'ci', '--no-audit', '--no-fund');
    npm(folder, 'run', 'package');
    return browsers.filter(
      (browser) => !readFileSync(zipOf(root, version, browser)).equals(readFileSync(zipOf(folder, version, browser))),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const version = process.argv[2] ?? '';
const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
const problem = releaseProblem(version, JSON.parse(read('package.json')).version, read('README.md'), changed);
if (problem) {
  console.error(problem);
  process.exit(2);
}
for (const file of ['package.json', 'package-lock.json'])
  writeFileSync(join(root, file), withVersion(read(file), version));
npm(root, 'run', 'package');
const differing = rebuilt(version);
if (differing.length) {
  console.error(`The source archive builds another package for ${differing.join(' and ')}.`);
  process.exit(1);
}
const path = (name: string) => relative(root, zipOf(root, version, name));
console.log(`
Version ${version} is packed, and its source archive builds the same bytes.

Chrome Web Store  https://chrome.google.com/webstore/devconsole
  package       ${path('chromium')}
Microsoft Edge Add-ons  https://partner.microsoft.com/dashboard/microsoftedge
  package       ${path('chromium')}
Firefox Add-ons  https://addons.mozilla.org/developers/addon/submit/distribution
  package       ${path('firefox')}
  source code   ${path('source')}   (build: npm ci && npm run package)

Descriptions, permissions and privacy policy: dist/store
Then: git commit -am "Version ${version}" && git tag v${version} && git push --follow-tags`);
