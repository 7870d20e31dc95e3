/**
 * `npm run demo`: builds the extension and opens a browser with it on a listing. `--headless --screenshots DIR` walks through
 * the three journeys instead and leaves pictures, as it does where there is no display. Installs what is missing.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareDemoBrowser, prepareFonts, preparePackages, root } from './prepare.mjs';

try {
  preparePackages();
  prepareDemoBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
prepareFonts();
// The program itself, since what stands in `.bin` is a script that Windows does not run.
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const script = [join(root, 'test/tools/demo.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [tsx, ...script], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
