/** What `demo.mjs` runs once everything is installed. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../support/chromium.ts';
import { buildAll } from './build.ts';
import { hasDisplay, listing, openListing, serveInvented } from './demo-pages.ts';
import { demoProfile } from './demo-profile.ts';
import { walk } from './journeys.ts';
import { storePictures } from './store-pictures.ts';

const usage = `npm run demo [-- --headless] [--screenshots DIR]

Builds the extension and opens Chromium with it on ${listing}. The profile is temporary.
Without a display, or with --headless, saves, finds and exports by itself instead.

  --headless         do not open a window
  --screenshots DIR  where --headless puts its pictures (default: dist/demo)
  --help             show this`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        headless: { type: 'boolean', default: false },
        screenshots: { type: 'string', default: 'dist/demo' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
const values = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}

async function show(): Promise<void> {
  const profile = demoProfile();
  const session = await launch({ headed: true, network: true, profile: profile.folder });
  const closed = new Promise<void>((resolve) => session.context.on('close', () => resolve()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void session.close());
  const blank = session.context.pages();
  await openListing(session);
  for (const page of blank) if (page.url() === 'about:blank') await page.close();
  // The extension opens its own first page beside it.
  await session.context
    .pages()
    .find((page) => page.url().startsWith(listing))
    ?.bringToFront();
  console.log(`Offprint is installed in this browser: save a paper on ${listing}.`);
  console.log('Pin it in the toolbar’s puzzle piece. The profile is deleted when the browser closes.');
  await closed;
  profile.remove();
}

async function walkThrough(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const session = await launch();
  try {
    serveInvented(session);
    await walk(session, folder);
  } finally {
    await session.close();
  }
  await storePictures('en-US', join(folder, 'store'));
  console.log(`Pictures are in ${folder}, those for the stores in ${join(folder, 'store')}`);
}

await buildAll();
const isSilent = values.headless || !hasDisplay();
if (isSilent && !values.headless)
  console.log('There is no display: walking through saving, finding and exporting without one.');
await (isSilent ? walkThrough(resolve(values.screenshots)) : show());
