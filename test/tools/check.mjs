/** `npm test`: installs what is missing, then runs `check.ts`, which says what is checked. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepareBrowsers, prepareFonts, preparePackages, root } from './prepare.mjs';

if (process.argv.includes('--long')) process.env.LONG = '1';
try {
  preparePackages();
  prepareBrowsers('chromium', 'firefox');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
prepareFonts();
// The program itself, since what stands in `.bin` is a script that Windows does not run.
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const script = [join(root, 'test/tools/check.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [tsx, ...script], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
