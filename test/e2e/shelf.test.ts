/** The library's own page, in both browsers: it lists, finds, narrows by tag, shows a paper, changes it and takes that back. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { seed } from '../support/seed';
import { eventually } from '../support/session';
import { Shelf } from '../support/shelf';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { type Invented, invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const title = (n: number): string => invented[n]?.title ?? '';

test('finds a paper, sets its note and status, and undoes its removal', async ({ session }) => {
  session.serve(daily, listingPage('daily', invented.slice(0, 6)));
  const listing = new Listing(await session.tab(daily));
  for (const n of [0, 1, 2]) {
    await listing.save(title(n));
    if (n === 1) {
      await listing.tag('robots/grasping');
      await listing.see('button', 'Remove tag robots/grasping');
    }
    await listing.tab.press('Escape');
  }
  const shelf = await Shelf.open(session);
  await shelf.lists(title(2), title(1), title(0));
  await shelf.search('tag:robots');
  await shelf.lists(title(1));
  await shelf.tab.press('ArrowDown');
  await shelf.tab.press('3');
  await shelf.tab.press('f');
  await shelf.tab.press('n');
  await shelf.tab.type('Read on the train.');
  await shelf.tab.press('Control+Enter');
  await eventually(async () => {
    const { papers = [] } = await session.stored();
    return (papers as { note?: string; status: string; starredAt?: number }[]).find(
      ({ note, status, starredAt }) => note === 'Read on the train.' && status === 'read' && starredAt !== undefined,
    );
  }, 'The note and the status are not stored');
  await shelf.search('');
  await shelf.lists(title(2), title(1), title(0));
  // What was asked for one paper's note is not asked for the next one's: letters act, and are not typed.
  await shelf.tab.press('ArrowDown');
  await shelf.tab.press('Delete');
  await shelf.lists(title(1), title(0));
  await shelf.tab.press('z');
  await shelf.lists(title(2), title(1), title(0));
  expect(session.errors).toEqual([]);
});

test('a formula is drawn in the details, plain in the list, and found by its source; a note is drawn as Markdown', async ({
  session,
}) => {
  const source = 'An $\\mathcal{O}(K^{2/3})$ Bound for $5';
  const abstract = 'We show $\\sqrt{x_1}$ and \\href{https://example.org}{more} in $\\mathbb{Z}_q$.';
  session.serve(daily, listingPage('daily', [{ ...(invented[0] as Invented), title: source, abstract }]));
  const listing = new Listing(await session.tab(daily));
  await listing.save(source);
  await listing.tab.press('Escape');
  const shelf = await Shelf.open(session);
  await shelf.lists('An O(K^(2/3)) Bound for $5');
  await shelf.tab.press('n');
  await shelf.tab.type('- [x] read **twice**');
  await shelf.tab.press('Control+Enter');
  await shelf.tab.press('Tab');
  await shelf.search('sqrt Z_q');
  await shelf.lists('An O(K^(2/3)) Bound for $5');
  const drawn = () =>
    shelf.tab.run<string[]>(
      `[...document.querySelectorAll('.pane math')].filter((math) => math.getBoundingClientRect().width > 3).map((math) => math.getAttribute('aria-label'))`,
    );
  await eventually(async () => (await drawn()).length === 3 || undefined, 'The formulas are not drawn');
  expect(await drawn()).toEqual(['O(K^(2/3))', '√x₁', 'ℤ_q']);
  expect(await shelf.tab.run(`document.querySelector('.pane .task strong')?.textContent`)).toBe('twice');
  expect(session.errors).toEqual([]);
});

test('reads a queue of five: a status is one key, and the next paper is there', async ({ session }) => {
  const five = invented.slice(0, 5);
  await seed(
    session,
    five.map((facts) => ({
      facts: { ids: [`arxiv:${facts.id}`], title: facts.title, abstract: facts.abstract },
      tags: [],
    })),
  );
  const shelf = await Shelf.open(session);
  await shelf.lists(...five.map((_, i) => title(4 - i)));
  await shelf.tab.press('Enter');
  for (const [i, key] of ['3', '2', '3', '3', '2'].entries()) {
    const shown = `document.querySelector('.reading-place')?.textContent + ' ' + document.querySelector('.reading-view h2')?.textContent`;
    const isNext = async () => (await shelf.tab.run(shown)) === `${i + 1} of 5 ${title(4 - i)}` || undefined;
    await eventually(isNext, `Paper ${i + 1} of the queue is not shown`);
    await shelf.tab.press(key);
  }
  await shelf.tab.press('Escape');
  await shelf.search('status:read');
  await shelf.lists(title(4), title(2), title(1));
  expect(session.errors).toEqual([]);
});

test('takes one tag off two of three papers', async ({ session }) => {
  const three = invented.slice(0, 3);
  const shelved = three.map(({ id, title }, i) => ({
    facts: { ids: [`arxiv:${id}`], title },
    tags: i < 2 ? ['old', 'kept'] : ['kept'],
  }));
  await seed(session, shelved);
  const shelf = await Shelf.open(session);
  await shelf.lists(title(2), title(1), title(0));
  await shelf.tab.press('a');
  await shelf.tab.press('t');
  await shelf.see('checkbox', /^old/);
  await shelf.click('button', 'Remove tag old');
  await shelf.tab.press('Escape');
  await shelf.search('tag:kept -tag:old');
  await shelf.lists(title(2), title(1), title(0));
  expect(session.errors).toEqual([]);
});
