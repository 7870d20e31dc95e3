/**
 * `npx tsx test/tools/recording.ts DIR`: works through a listing of invented papers in the built extension and leaves a
 * picture of each moment in DIR, numbered, with how long it should be seen (hundredths of a second) in its name. One
 * recording of them, by ImageMagick: `convert -loop 0 $(for f in DIR/*.png; do d=${f##*-}; echo -delay ${d%.png} $f; done)
 * -resize 800x -quality 60 test/pictures/triage.webp`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listingPage } from '../e2e/pages/listing.ts';
import { invented } from '../e2e/pages/papers.ts';
import { launch } from '../support/chromium.ts';
import { Listing } from '../support/listing.ts';

const [folder = 'recording'] = process.argv.slice(2);
mkdirSync(resolve(folder), { recursive: true });
const address = 'https://huggingface.co/papers?q=study';

const session = await launch();
try {
  session.serve(address, listingPage('search', invented.slice(0, 29)));
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  let frame = 0;
  const show = async (delay: number) => {
    await new Promise((done) => setTimeout(done, 120));
    await tab.screenshot(join(folder, `${String(++frame).padStart(2, '0')}-${delay}.png`));
  };
  const press = async (keys: string, delay = 35) => {
    for (const key of keys.split(' ')) {
      await tab.press(key);
      await show(delay);
    }
  };
  await listing.save(invented[2]?.title ?? '');
  await tab.press('Escape');
  await tab.run('scrollTo(0, 0)');
  await show(120);
  await tab.click(await listing.see('button', /^Offprint: 29/));
  await show(90);
  await tab.click(await listing.see('button', 'No thanks'));
  await tab.click(await listing.see('button', 'Filter'));
  await show(50);
  await tab.type('has:code');
  await show(140);
  await press('Escape Escape', 50);
  await tab.click(await listing.see('button', 'Select'));
  await show(70);
  await press('j x j j x j x');
  await press('t', 60);
  for (const letters of ['rl', '/re', 'ward']) {
    await tab.type(letters);
    await show(30);
  }
  await press('Enter', 150);
  await press('j h', 60);
  await press('z', 100);
} finally {
  await session.close();
}
