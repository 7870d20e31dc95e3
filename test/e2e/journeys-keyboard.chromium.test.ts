/** The three journeys of the product by keyboard alone: saving while browsing, tagging and finding again, exporting. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { Popup } from '../support/popup';
import { eventually, type Name, type Seen, type Tab } from '../support/session';
import { Shelf } from '../support/shelf';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

/** A tab whose mouse is taken away. */
function byKeys<T extends Tab>(tab: T): T {
  tab.click = () => Promise.reject(new Error('This story has no mouse.'));
  tab.wheel = tab.click as never;
  return tab;
}

/** What has the focus. There must always be something: never only the page itself. */
const focused = async (tab: Tab, role: string, name: Name): Promise<Seen | undefined> =>
  (await tab.all(role, name)).find((seen) => seen.states.has('focused'));

const hasFocus = (tab: Tab, role: string, name: Name) =>
  eventually(() => focused(tab, role, name), `The focus is not on the ${role} “${name}”`);

/** Presses Tab until something has the focus. */
async function tabTo(tab: Tab, role: string, name: Name, key = 'Tab', most = 90): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await focused(tab, role, name)) return;
    await tab.press(key);
  }
  throw new Error(`${most} times ${key} do not lead to the ${role} “${name}”`);
}

test('saves, tags, finds, edits and exports papers', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 4)));
  const page = byKeys(await session.tab(daily));
  const listing = new Listing(page);
  for (const [n, tag] of [
    [0, 'active-learning'],
    [1, 'active-learning'],
    [2, 'to cite'],
  ] as const) {
    await tabTo(page, 'button', `Save ${title(n)}`);
    await page.press('Enter');
    await hasFocus(page, 'combobox', /^Tags of/);
    await page.type(tag);
    await page.press('Enter');
    await listing.see('button', `Remove tag ${tag}`);
    await page.press('Escape');
    await hasFocus(page, 'button', /^Saved: /);
  }

  const popup = new Popup(byKeys(await session.page('popup')));
  await hasFocus(popup.tab, 'searchbox', /./);
  await popup.lists(title(2), title(1), title(0));
  await popup.tab.type('tag:active-learning');
  await popup.lists(title(1), title(0));
  await popup.tab.press('ArrowDown');
  await hasFocus(popup.tab, 'link', title(1));
  for (const key of ['x', 'j', 'x', '2']) await popup.tab.press(key);
  await eventually(
    async () => /Set 2 papers to “Reading”/.test(await popup.tab.text()) || undefined,
    'No status was set',
  );
  await popup.tab.press('t');
  await hasFocus(popup.tab, 'combobox', 'Tags');
  await popup.tab.type('survey');
  await popup.tab.press('Enter');
  await popup.see('button', 'Remove tag survey');
  await popup.tab.press('Enter');
  await hasFocus(popup.tab, 'link', title(0));
  await popup.tab.press('#');
  await popup.see('heading', 'No results');
  await popup.tab.press('z');
  await popup.lists(title(1), title(0));
  await popup.tab.press('ArrowDown');
  await popup.tab.press('n');
  await hasFocus(popup.tab, 'textbox', /^Note on/);
  await popup.tab.type('read first');
  await popup.tab.press('Control+Enter');

  const shelf = new Shelf(byKeys(await session.page('shelf')));
  await shelf.lists(title(2), title(1), title(0));
  await tabTo(shelf.tab, 'treeitem', /^active-learning/);
  await shelf.tab.press('ArrowDown');
  await hasFocus(shelf.tab, 'treeitem', /^survey/);
  await shelf.tab.press('Tab');
  await hasFocus(shelf.tab, 'button', 'Edit tag survey');
  await shelf.tab.press('Enter');
  await hasFocus(shelf.tab, 'combobox', 'Name');
  await shelf.tab.press('Control+a');
  await shelf.tab.type('active-learning/survey');
  await shelf.tab.press('Enter');
  await eventually(
    async () => /Renamed to active-learning\/survey/.test(await shelf.tab.text()) || undefined,
    'Not renamed',
  );
  await tabTo(shelf.tab, 'treeitem', /^active-learning/, 'Shift+Tab');
  await shelf.tab.press('ArrowRight');
  await hasFocus(shelf.tab, 'treeitem', /^survey/);
  await shelf.tab.press('Enter');
  await shelf.lists(title(1), title(0));

  await tabTo(shelf.tab, 'link', title(1));
  await shelf.tab.press('a');
  await shelf.tab.press('e');
  await hasFocus(shelf.tab, 'button', 'Download');
  await tabTo(shelf.tab, 'checkbox', 'Include my notes', 'Shift+Tab');
  await shelf.tab.press(' ');
  await tabTo(shelf.tab, 'button', 'Copy');
  await shelf.tab.press('Enter');
  await eventually(async () => /Copied 2 entries/.test(await shelf.tab.text()) || undefined, 'Nothing was copied');
  await hasFocus(shelf.tab, 'link', title(1));
  const copied = await session.clipboard();
  expect(copied.match(/^@/gm)).toHaveLength(2);
  expect(copied).toContain('active-learning/survey');
  expect(copied).toContain('read first');
  expect(session.errors).toEqual([]);
});
