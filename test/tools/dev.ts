/**
 * `npm run dev`: opens Chromium with the extension on a listing and, after each change of the source, builds it again,
 * reloads it and the open pages. Ends with the browser.
 */
import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from '../support/chromium.ts';
import { buildAll } from './build.ts';
import { hasDisplay, openListing } from './demo-pages.ts';

const root = resolve(import.meta.dirname, '../..');

/** Whether it could be built: what is wrong stands on the screen, and the next change may mend it. */
async function tryBuild(): Promise<boolean> {
  const start = Date.now();
  try {
    await buildAll();
    console.log(`Built in ${((Date.now() - start) / 1000).toFixed(1)} s`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

if (!(await tryBuild())) process.exit(1);
const session = await launch({ headed: hasDisplay(), network: true });
await openListing(session);

let pending: NodeJS.Timeout | undefined;
let building = Promise.resolve();
const changed = () => {
  clearTimeout(pending);
  pending = setTimeout(() => {
    building = building.then(async () => {
      if (!(await tryBuild())) return;
      await session.install();
      for (const page of session.context.pages()) if (page.url().startsWith('http')) await page.reload();
    });
  }, 150);
};
for (const path of ['src', 'icons', 'manifest.json']) watch(join(root, path), { recursive: true }, changed);
session.context.on('close', () => process.exit());
