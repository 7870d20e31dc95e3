/** Nothing of the page moves: Chromium's own score of 46 cards, without and with the extension. */
import { expect } from 'vitest';
import { launch } from '../support/chromium';
import { Listing } from '../support/listing';
import { test } from '../support/story';
import { layoutShift } from './layout-shift';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers';
const shown = invented.slice(0, 46);
const page = listingPage('daily', shown);
/** Where everything of the page stands: what is drawn over it must not change it. */
const layout = `JSON.stringify([document.documentElement.scrollHeight, ...[...document.querySelectorAll('article, h3, .row')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y + scrollY, width, height].map((n) => Math.round(n * 100) / 100);
})])`;

test('a page of 46 cards keeps its layout to a hundredth of a pixel', async ({ session }) => {
  const bare = await launch({ installLater: true });
  let before: string;
  try {
    bare.serve(address, page);
    const tab = await bare.tab(address);
    for (let k = 0; k < 12; k++) await tab.wheel(700);
    before = await tab.run<string>(layout);
  } finally {
    await bare.close();
  }
  session.serve(address, page);
  const listing = new Listing(await session.tab(address));
  await listing.control(shown[0]?.title ?? '', 'Save');
  for (let k = 0; k < 12; k++) await listing.tab.wheel(700);
  expect((await listing.controls()).length).toBeGreaterThan(5);
  expect(await listing.tab.run<string>(layout)).toBe(before);
  await listing.save(shown[20]?.title ?? '');
  // The panel follows its card.
  await new Promise((resolve) => setTimeout(resolve, 600)); // what follows a click sooner is taken for its answer
  for (const down of [120, -180]) await listing.tab.wheel(down);
  expect(await listing.tab.run<number>(layoutShift)).toBe(0);
});
