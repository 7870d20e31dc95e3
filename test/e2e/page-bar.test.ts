/** The page bar: at rest one count; unfolded it filters, picks out and hides, and everything can be taken back. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually, type Seen, type Tab } from '../support/session';
import { test } from '../support/story';
import { cards, listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';
const count = invented.slice(0, 9).filter(({ repository }) => repository).length;

/** Titles of the cards that the page shows, and of those that are dimmed. */
const looks = (tab: Tab) =>
  tab.run<{ shown: string[]; dim: string[] }>(`(() => {
    const titles = (some) => some.map((card) => card.querySelector('h3').textContent.replace(/\\s+/g, ' ').trim());
    const shown = [...document.querySelectorAll('article')].filter((card) => card.checkVisibility());
    return { shown: titles(shown), dim: titles(shown.filter((card) => getComputedStyle(card).opacity < 1)) };
  })()`);

const unfolded = async (listing: Listing): Promise<Seen> => {
  await listing.tab.click(await listing.see('button', /^Offprint: \d+ papers/));
  return listing.see('button', 'Select');
};

test('the page bar opens, and stays where it was moved after a reload', async ({ session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, 9)));
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  await listing.save(title(0));
  await tab.press('Escape');
  const pill = await listing.see('button', 'Offprint: 9 papers · 1 saved');
  await unfolded(listing);
  expect(await tab.all('button', /^Offprint:/)).toEqual([]);
  await tab.click(await listing.see('button', 'Collapse'));
  const folded = await listing.see('button', 'Offprint: 9 papers · 1 saved');
  expect(folded.box).toEqual(pill.box);
  await tab.click(folded);
  await tab.click(await listing.see('button', /^Move bar/));
  for (let k = 0; k < 3; k++) await tab.press('ArrowLeft');
  const moved = await listing.see('button', 'Select');
  await tab.reload();
  await eventually(
    async () => ((await tab.all('button', 'Select'))[0]?.box.x === moved.box.x ? true : undefined),
    'The bar is not where it was put, and open',
  );
  expect(session.errors).toEqual([]);
});

test('a filter dims or hides other cards, and clearing it restores the page', async ({ session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, 9)));
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  await listing.control(title(0), 'Save');
  const before = await tab.run<string>(
    `[...document.querySelectorAll('article')].map((card) => card.style.cssText).join()`,
  );
  await unfolded(listing);
  await tab.click(await listing.see('button', 'Filter'));
  await tab.type('has:code');
  await eventually(async () => ((await looks(tab)).dim.length === 9 - count ? true : undefined), 'Nothing is dimmed');
  expect((await looks(tab)).shown.length).toBe(9);
  await tab.click(await listing.see('checkbox', 'Hide the rest'));
  await eventually(async () => ((await looks(tab)).shown.length === count ? true : undefined), 'The rest is there');

  // Cards that come later are filtered as well, by their papers.
  await tab.run(`(() => {
    const parsed = new DOMParser().parseFromString(${JSON.stringify(cards('daily', invented.slice(10, 13)))}, 'text/html');
    document.querySelector('.grid').append(...parsed.body.children);
  })()`);
  await eventually(
    async () => ((await looks(tab)).shown.join() === [0, 3, 6].map(title).join() ? true : undefined),
    'New cards are not filtered',
  );
  await tab.click(await listing.see('button', 'Filter'));
  expect((await looks(tab)).shown.length).toBe(12);
  const after = await tab.run<string>(
    `[...document.querySelectorAll('article')].slice(0, 9).map((card) => card.style.cssText).join()`,
  );
  expect(after).toBe(before);
});

test('saved papers are dimmed; one click saves the rest and one undoes that', async ({ session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, 9)));
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  await listing.save(title(1));
  await tab.press('Escape');
  await unfolded(listing);
  await tab.click(await listing.see('button', 'More'));
  await tab.click((await tab.all('radio', 'Dim'))[0] as Seen);
  await eventually(async () => ((await looks(tab)).dim.join() === title(1) ? true : undefined), 'It is not dimmed');
  await tab.click(await listing.see('button', 'Save all 8'));
  await listing.control(title(3), 'Saved');
  expect((await looks(tab)).dim.length).toBe(9);
  await tab.click(await listing.see('button', 'Undo'));
  await listing.control(title(3), 'Save');
  expect((await looks(tab)).dim).toEqual([title(1)]);
});

test('a panel closes when the page removes its card', async ({ session }) => {
  session.serve(address, listingPage('daily', invented.slice(0, 9)));
  const listing = new Listing(await session.tab(address));
  await listing.save(title(0));
  await listing.tab.run("document.querySelector('article').remove()");
  const isClosed = async () => ((await listing.tab.all('combobox', /^Tags of/)).length ? undefined : true);
  await eventually(isClosed, 'The panel stays open');
});
