/** What changes on a page or in another window appears, and takes nothing away from whoever is at work. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { seed } from '../support/seed';
import { eventually } from '../support/session';
import { Shelf } from '../support/shelf';
import { test } from '../support/story';
import { forty } from './pages/library';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';

/** What is at the top of the list, how far it is scrolled away, what has the focus, what is typed. */
const atWork = `(() => {
  const list = document.querySelector('.list').getBoundingClientRect();
  const rows = [...document.querySelectorAll('.row')].map((row) => ({ title: row.querySelector('.row-title').textContent, top: row.getBoundingClientRect().top - list.top }));
  const { title, top } = rows.find((row) => row.top > 0);
  const field = document.activeElement;
  return {
    row: title, top: Math.round(top), focus: field.tagName, label: field.getAttribute('aria-label'), text: field.value, caret: field.selectionStart,
    selected: document.querySelectorAll('.row.selected').length, count: document.querySelector('.selected-count')?.textContent,
  };
})()`;

/** Waits until the list stands still, with its rows drawn: what is clicked must be where it was looked up. */
async function atRest(shelf: Shelf): Promise<void> {
  let last = '';
  await eventually(async () => {
    const now = await shelf.tab.run<string>(
      `JSON.stringify([...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect().top))`,
    );
    const isSame = now === last;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
    return isSame || undefined;
  }, 'The list does not come to rest');
}

test('keeps scroll, selection, focus and half-typed text while papers are saved and changed elsewhere', async ({
  session,
}) => {
  await seed(session, forty);
  const shelf = await Shelf.open(session);
  await eventually(async () => (await shelf.titles()).length > 8 || undefined, 'The list is empty');
  await shelf.tab.wheel(900);
  await atRest(shelf);
  // What is done to the first elsewhere has to change it: it is neither read nor starred before.
  const [first, second] = await shelf.tab.run<string[]>(
    `(() => {
      const [, ...rows] = [...document.querySelectorAll('.row')].filter((row) => row.getBoundingClientRect().top > 120);
      const first = rows.find((row) => !row.querySelector('.star, .status.read'));
      return [first, ...rows.filter((row) => row !== first)].map((row) => row.querySelector('.row-title bdi').textContent);
    })()`,
  );
  for (const title of [first, second]) await shelf.click('checkbox', `Select “${title}”`);
  await shelf.click('textbox', `Note on “${second}”`);
  await shelf.tab.type('half a thought');
  await shelf.tab.press('ArrowLeft');
  const before = await shelf.tab.run<{ text: string; selected: number }>(atWork);
  expect(before).toMatchObject({ text: 'half a thought', selected: 2 });

  session.serve(daily, listingPage('daily', invented.slice(100, 103)));
  const listing = new Listing(await session.tab(daily));
  await listing.save(invented[101]?.title ?? '');
  const other = await Shelf.open(session);
  await other.search(`"${first}"`);
  await other.lists(first ?? '');
  await other.tab.press('ArrowDown');
  await other.tab.press('3');
  await other.tab.press('f');

  const changed = `[...document.querySelectorAll('.row.selected')].some((row) => row.querySelector('.status').classList.contains('read') && row.querySelector('.star')) && document.querySelector('.side .n').textContent === '${forty.length + 1}'`;
  await eventually(async () => (await shelf.tab.run<boolean>(changed)) || undefined, 'The changes do not appear');
  expect(await shelf.tab.run(atWork)).toEqual(before);
  expect(session.errors).toEqual([]);
});
