/** What `demo.mjs` runs once everything is installed. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../support/chromium.ts';
import { buildAll } from './build.ts';
import { hasDisplay, listing, openListing, serveInvented } from './demo-pages.ts';
import { walk } from './journeys.ts';
import { storePictures } from './store-pictures.ts';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    screenshots: { type: 'string', default: 'dist/demo' },
  },
});

async function show(): Promise<void> {
  const session = await launch({ headed: true, network: true });
  await openListing(session);
  console.log(`Offprint is installed in this browser: save a paper on ${listing}.`);
  console.log('The toolbar’s puzzle piece lists it; pin it there. The library is thrown away when the browser closes.');
  await new Promise<void>((resolve) => session.context.on('close', () => resolve()));
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
