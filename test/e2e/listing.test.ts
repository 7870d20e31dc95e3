/** The first journey: save while browsing. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';
import { cards, listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const search = 'https://huggingface.co/papers?q=study';
const title = (n: number): string => invented[n]?.title ?? '';

test('every card scrolled into view has a control, and nothing else has one', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 12)));
  const listing = new Listing(await session.tab(daily));
  const seen = new Set<string>();
  for (const { title } of invented.slice(0, 12)) seen.add((await listing.control(title, 'Save')).name);
  for (const { name } of await listing.controls()) seen.add(name);
  expect([...seen].sort()).toEqual(
    invented
      .slice(0, 12)
      .map(({ title }) => `Save ${title}`)
      .sort(),
  );
  expect(session.errors).toEqual([]);
});

test('a saved and tagged paper is marked after a reload and on another listing', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 6)));
  session.serve(search, listingPage('search', invented.slice(2, 9)));
  const listing = new Listing(await session.tab(daily));
  await listing.save(title(2));
  await listing.tag('active-learning');
  await listing.see('button', 'Remove tag active-learning');
  await listing.save(title(4));

  await listing.tab.reload();
  for (const n of [0, 1, 2, 3, 4, 5]) expect(await listing.isSaved(title(n)), title(n)).toBe(n === 2 || n === 4);
  await listing.openPanel(title(2));
  await listing.see('button', 'Remove tag active-learning');

  const other = new Listing(await session.tab(search));
  for (const n of [2, 3, 4, 5, 8]) expect(await other.isSaved(title(n)), title(n)).toBe(n === 2 || n === 4);
});

test('a save on one tab marks the paper on the other', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 3)));
  session.serve(search, listingPage('search', invented.slice(0, 3)));
  const one = new Listing(await session.tab(daily));
  await one.control(title(1), 'Save');
  const other = new Listing(await session.tab(search));
  await other.save(title(1));
  await one.control(title(1), 'Saved');
});

test('the panel sets tags, status and note, removes the paper and undoes the removal', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 3)));
  const listing = new Listing(await session.tab(daily));
  await listing.save(title(0));
  const { tab } = listing;
  await tab.click(await listing.see('radio', 'Reading'));
  await eventually(
    async () => (await tab.all('radio', 'Reading'))[0]?.states.has('checked') || undefined,
    'not reading',
  );
  await tab.click(await listing.see('textbox', /^Note on/));
  await tab.type('for the seminar');
  await listing.closePanel();
  await listing.openPanel(title(0));
  expect((await listing.see('textbox', /^Note on/)).value).toBe('for the seminar');
  await listing.remove();
  await listing.control(title(0), 'Save');
  await tab.click(await listing.see('button', 'Undo'));
  await listing.control(title(0), 'Saved');
  expect((await listing.see('textbox', /^Note on/)).value).toBe('for the seminar');
  expect((await listing.see('radio', 'Reading')).states).toContain('checked');
});

test('saving by key moves the focus to the tag field', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 3)));
  const listing = new Listing(await session.tab(daily));
  await listing.control(title(0), 'Save');
  const isReached = async () => (await listing.controls()).some(({ states }) => states.has('focused'));
  for (let presses = 0; presses < 20 && !(await isReached()); presses++) await listing.tab.press('Tab');
  await listing.tab.press('Enter');
  await eventually(async () => (await listing.tagField()).states.has('focused') || undefined, 'The field has no focus');
  await listing.tab.type('rl/reward');
  await listing.tab.press('Enter');
  await listing.see('button', 'Remove tag rl/reward');
});

test('in-page navigation with stale data leaves no wrong mark', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 6)));
  const listing = new Listing(await session.tab(daily));
  await listing.save(title(0));
  await listing.save(title(3));
  await listing.tab.press('Escape');
  const next = cards('daily', [...invented.slice(30, 33), ...invented.slice(3, 4)]);
  await listing.tab.run(`(() => {
    history.pushState({}, '', '/papers/date/2026-09-29');
    const parsed = new DOMParser().parseFromString(${JSON.stringify(next)}, 'text/html');
    document.querySelector('.grid').replaceChildren(...parsed.body.children);
  })()`);
  for (const n of [30, 31, 32]) expect(await listing.isSaved(title(n)), title(n)).toBe(false);
  expect(await listing.isSaved(title(3))).toBe(true);

  // The same elements given other papers, as a keyed list that is patched in place.
  await listing.tab.run(`(() => {
    const [card] = document.querySelectorAll('article');
    for (const link of card.querySelectorAll('a[href^="/papers/"]')) link.setAttribute('href', '/papers/${invented[0]?.id}');
    card.querySelector('a[href^="/login"]').setAttribute('href', '/login?next=%2Fpapers%2F${invented[0]?.id}');
    card.querySelector('h3 a').textContent = ${JSON.stringify(title(0))};
  })()`);
  await listing.control(title(0), 'Saved');
  expect((await listing.controls()).filter(({ name }) => name.includes(title(30)))).toEqual([]);
});

test('cards added later get a control', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 2)));
  const listing = new Listing(await session.tab(daily));
  await listing.control(title(0), 'Save');
  await listing.tab.run(`(() => {
    const parsed = new DOMParser().parseFromString(${JSON.stringify(cards('daily', invented.slice(50, 51)))}, 'text/html');
    document.querySelector('.grid').append(...parsed.body.children);
  })()`);
  await listing.save(title(50));
});
