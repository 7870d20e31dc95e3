/** The first minute: installed with a listing tab open, then without a reload three papers saved, tagged, found and copied. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { Popup } from '../support/popup';
import type { Tab } from '../support/session';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

/** Clicks and keys, without the letters of what is typed. */
let acts = 0;
function counted<T extends Tab>(tab: T): T {
  const { click, press } = tab;
  tab.click = (...given) => {
    acts++;
    return click.apply(tab, given);
  };
  tab.press = (key) => {
    acts++;
    return press.call(tab, key);
  };
  return tab;
}

test.override({ options: { installLater: true } });

test('install, save, tag and find take at most 12 clicks and keys besides the typed tag', async ({ session }) => {
  acts = 0;
  session.serve(daily, listingPage('daily', invented.slice(0, 9)));
  const tab = counted(await session.tab(daily));
  await session.install();
  const listing = new Listing(tab);

  await listing.save(title(0));
  await listing.tag('active-learning');
  await listing.see('button', 'Remove tag active-learning');
  for (const n of [1, 2]) {
    await listing.save(title(n));
    await tab.click(await listing.see('button', /^Add tag active-learning/));
    await listing.see('button', 'Remove tag active-learning');
  }
  await listing.save(title(3));

  acts++; // the toolbar's button
  const popup = new Popup(counted(await session.page('popup')));
  await popup.lists(title(3), title(2), title(1), title(0));
  await popup.filter('active-learning');
  await popup.lists(title(2), title(1), title(0));
  await popup.copyExport();
  expect((await session.clipboard()).match(/^@/gm)).toHaveLength(3);
  expect(acts - 1, 'clicks and keys, without the fourth paper’s').toBeLessThanOrEqual(12);

  await tab.reload();
  for (const n of [0, 1, 2]) expect(await listing.isSaved(title(n))).toBe(true);
});
