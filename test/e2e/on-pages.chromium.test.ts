/** What is off until it is switched on: remembering what was seen, suggested tags, the panel for links. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { launch } from '../support/chromium';
import { Listing } from '../support/listing';
import { clickOption, turnOn } from '../support/options';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

test('seen papers are remembered once the user agrees, and forgotten on a click', async () => {
  const session = await launch();
  try {
    session.serve(address, listingPage('daily', invented.slice(0, 9)));
    const listing = new Listing(await session.tab(address));
    await listing.control(title(0), 'Save');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect((await session.stored()).seen ?? []).toEqual([]);
    await listing.tab.click(await listing.see('button', /^Offprint: 9/));
    await listing.see('button', 'Open options');
    await turnOn(session, 'Remember papers I’ve seen');
    // A look into the database hides the page, and what is hidden is not seen.
    await new Promise((resolve) => setTimeout(resolve, 3500));
    const seen = async () => ((await session.stored()).seen ?? []) as { key: string; at: number }[];
    await expect
      .poll(async () => (await seen()).map(({ key }) => key), { timeout: 15_000 })
      .toContain(`arxiv:${invented[0]?.id}`);
    expect((await seen()).map((each) => Object.keys(each).sort().join())[0]).toBe('at,key');
    expect((await seen()).length).toBeLessThan(9);
    const options = await session.page('options');
    await clickOption(options, 'button', 'Clear history');
    await expect.poll(seen).toEqual([]);
  } finally {
    await session.close();
  }
});

test('a card suggests the tag of a paper like it, and the choice of tags offers them; a key on a link opens the panel of its paper', async () => {
  const session = await launch();
  try {
    await turnOn(session, 'Suggested tags', 'Panel for links');
    // Numbers 0 and 12 are about one method.
    const papers = [0, 12, 1].flatMap((n) => invented[n] ?? []);
    session.serve(address, listingPage('daily', papers));
    const listing = new Listing(await session.tab(address));
    const { tab } = listing;
    await listing.save(title(0));
    await listing.tag('speech');
    await listing.see('button', 'Remove tag speech');
    await tab.press('Escape');
    await tab.reload();
    await listing.control(title(0), 'Saved');
    await listing.control(title(12), 'Save');
    await tab.click(await listing.see('button', /^Offprint: 3/));
    await tab.click(await listing.see('button', 'Select'));
    await tab.click(await listing.see('checkbox', `Select ${title(12)}`));
    await tab.click(await listing.see('button', 'Tag'));
    await tab.click(await listing.see('button', /“Sparse Routing” is in the paper with this tag/));
    await listing.see('button', 'Remove tag speech');
    await tab.press('Escape');

    const { page } = tab as unknown as { page: Page };
    await page.hover(`h3 a[href="/papers/${invented[1]?.id}"]`);
    await tab.press('i');
    await listing.see('main', 'This paper isn’t in your library.');
    await tab.press('Escape');
    await page.hover(`h3 a[href="/papers/${invented[0]?.id}"]`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await tab.all('combobox', /^Tags of/)).toEqual([]);
    await tab.press('i');
    await listing.see('button', 'Remove tag speech');
    await tab.press('Escape');
    await page.click(`h3 a[href="/papers/${invented[0]?.id}"]`, { modifiers: ['Alt'] });
    await listing.see('button', 'Remove tag speech');
    expect(await tab.run('location.pathname')).toBe('/papers');
    expect(session.errors).toEqual([]);
  } finally {
    await session.close();
  }
});
