/** The extension is updated under a page that is open: the old overlay makes way for the new one, which works. */
import { expect } from 'vitest';
import { launch } from '../support/chromium';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

test('after an update every card has one working control, and hidden cards are shown again', async () => {
  const session = await launch({ installLater: true });
  try {
    await session.install();
    session.serve(address, listingPage('daily', invented.slice(0, 6)));
    const listing = new Listing(await session.tab(address));
    const { tab } = listing;
    await listing.save(title(1));
    await tab.press('Escape');
    await tab.click(await listing.see('button', /^Offprint:/));
    await tab.click(await listing.see('button', 'More'));
    const [, dim] = await tab.all('radio', 'Dim');
    if (dim) await tab.click((await tab.all('radio', 'Dim'))[0] ?? dim);
    const dimmed = () =>
      tab.run<number>(
        `[...document.querySelectorAll('article')].filter((card) => getComputedStyle(card).opacity < 1).length`,
      );
    await expect.poll(dimmed).toBe(1);

    // Loaded again over itself: to the browser an update.
    await session.install();
    await eventually(async () => ((await dimmed()) === 0 ? true : undefined), 'The old bar’s dimming stays');
    await listing.control(title(1), 'Saved');
    await listing.save(title(0));
    await tab.press('Escape');
    const names = (await listing.controls()).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(await tab.run("document.querySelectorAll('[data-offprint=layer]').length")).toBe(1);
    expect(await tab.all('button', 'Reload page')).toEqual([]);
    await tab.click(await listing.see('button', 'Collapse'));
    expect((await tab.all('button', /^Offprint: 6 papers · 2 saved/)).length).toBe(1);
    expect((await session.stored()).papers?.length).toBe(2);
  } finally {
    await session.close();
  }
});
