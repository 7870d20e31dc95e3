/** The three journeys of the product by mouse alone: nothing is typed; the tags were made on another day. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { launch } from '../support/chromium';
import { Listing } from '../support/listing';
import { Popup } from '../support/popup';
import { seed } from '../support/seed';
import { eventually, type Tab } from '../support/session';
import { Shelf } from '../support/shelf';
import { test } from '../support/story';
import { ten } from './pages/library';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

/** A tab whose keyboard is taken away. */
function byMouse<T extends Tab>(tab: T): T {
  tab.press = () => Promise.reject(new Error('This story has no keyboard.'));
  tab.type = tab.press;
  return tab;
}
const says = (tab: Tab, what: RegExp) =>
  eventually(async () => what.test(await tab.text()) || undefined, `Nothing says ${what}`);

test('saves, tags, finds, edits and exports papers', async ({ session }) => {
  await seed(
    session,
    ten.slice(-3).map((paper, i) => ({ ...paper, tags: [['survey', 'to cite', 'active-learning'][i] ?? ''] })),
  );
  session.serve(daily, listingPage('daily', invented.slice(4, 9)));
  const listing = new Listing(byMouse(await session.tab(daily)));
  for (const n of [4, 5]) {
    await listing.save(title(n));
    await listing.tab.click(await listing.see('button', /^Add tag active-learning/));
    await listing.see('button', 'Remove tag active-learning');
  }

  const popup = new Popup(byMouse(await session.page('popup')));
  await popup.filter('active-learning');
  await popup.lists(title(5), title(4), title(2));
  await popup.unfold(title(4));
  await popup.click('radio', 'Reading');
  await popup.unfold(title(4));
  await popup.select(title(4), title(5));
  await popup.click('button', 'Tag 2 papers');
  await popup.click('button', 'Add tag survey');
  await popup.see('button', 'Remove tag survey');
  await popup.click('button', 'Done');
  await popup.click('button', /^Move 2 papers to trash/);
  await popup.lists(title(2));
  await popup.click('button', 'Undo');
  await popup.lists(title(5), title(4), title(2));

  const shelf = new Shelf(byMouse(await session.page('shelf')));
  await shelf.click('treeitem', /^survey/);
  await shelf.lists(title(5), title(4), title(3));
  await shelf.click('button', /^Edit tag survey/);
  await shelf.click('radio', 'Colour 4');
  await shelf.click('button', 'Delete tag');
  await says(shelf.tab, /Deleted tag survey \(removed from 3 papers\)/);
  await shelf.click('button', 'Undo');
  await shelf.lists(title(5), title(4), title(3));

  const { page } = shelf.tab as unknown as {
    page: Awaited<ReturnType<typeof launch>>['context']['pages'] extends () => (infer P)[] ? P : never;
  };
  const downloading = page.waitForEvent('download');
  await shelf.click('button', 'Export');
  await shelf.click('button', 'Download');
  const path = await (await downloading).path();
  expect(readFileSync(path, 'utf8').match(/^@/gm)).toHaveLength(3);
  expect(session.errors).toEqual([]);
});
