// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/dom';
import { beforeEach, expect, test } from 'vitest';
import { Followed } from '../../src/library/followed';
import { Seen } from '../../src/library/seen';
import type { Facts } from '../../src/paper/paper';
import { facts, library, listing } from '../support/library';
import { backgroundAnswers } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { Shelf } = await import('../../src/shelf/shelf');
const { draw, screen, user } = setUpScreen();

const daily = { url: 'https://huggingface.co/papers', site: 'huggingface', name: 'HF daily', followedAt: 1 };
const list = { url: 'https://arxiv.org/list/cs.LG/new', site: 'arxiv', name: 'arXiv cs.LG new', followedAt: 2 };
const followed = new Followed();
beforeEach(() => followed.clear());

const titles = () =>
  within(screen.getByRole('list', { name: 'Papers' }))
    .getAllByRole('heading')
    .map((each) => each.textContent);
const head = () => screen.getByRole('region', { name: 'Today' });

/** The library with *Today* open. What the listings showed was read a moment ago. */
async function open(onDaily: Facts[], onList: Facts[] = []) {
  backgroundAnswers.set('siteAt', { ok: true, answer: undefined });
  const now = Date.now();
  for (const each of [daily, list]) await followed.follow({ ...each, triedAt: now });
  await followed.store(daily.url, onDaily, {}, now);
  if (onList.length > 0) await followed.store(list.url, onList, {}, now);
  const own = library();
  await own.save([facts(9)], listing);
  await draw(<Shelf library={own} stored={{}} />);
  await user.click(await screen.findByRole('button', { name: 'Today' }));
  return own;
}

test('shows a paper once, with every listing that shows it; saved ones are left out', async () => {
  const own = await open(
    [facts(1, { rank: 1 }), facts(2, { rank: 2 })],
    [facts(2, { rank: 1 }), facts(9, { rank: 2 })],
  );
  await waitFor(() => expect(titles()).toEqual(['Paper number 1', 'Paper number 2']));
  const places = screen.getAllByRole('list', { name: 'Listings' }).map((each) => each.textContent);
  expect(places).toEqual(['HF daily No. 1', 'HF daily No. 2arXiv cs.LG new No. 1']);
  expect(head().textContent).toContain('2 papers in 2 listings');
  await expectAccessible();
  await user.keyboard('s');
  await waitFor(() => expect(titles()).toEqual(['Paper number 2']));
  const [saved] = await own.papers(['arxiv:2601.00001']);
  expect(saved?.sightings).toMatchObject([{ site: 'huggingface', url: daily.url, kind: 'listing', rank: 1 }]);
});

test('a paper on two listings is saved with what both say, as one change', async () => {
  const own = await open([facts(2, { metrics: { upvotes: 7 } })], [facts(2, { categories: ['cs.LG'] })]);
  await waitFor(() => expect(titles()).toHaveLength(1));
  await user.keyboard('s');
  await screen.findByText('Nothing new');
  const [paper] = await own.papers(['arxiv:2601.00002']);
  expect(paper?.sources.map(({ site }) => site)).toEqual(['arxiv', 'huggingface']);
  expect(paper?.facts).toMatchObject({ metrics: { upvotes: 7 }, categories: ['cs.LG'] });
  await user.keyboard('z');
  await waitFor(() => expect(titles()).toEqual(['Paper number 2']));
  expect(await own.size()).toBe(1);
});

test('keys act on the selection: dismissed papers go, and come back by one undo', async () => {
  await open([facts(1), facts(2), facts(3)]);
  await waitFor(() => expect(titles()).toHaveLength(3));
  await user.keyboard('xjjx');
  expect(head().textContent).toContain('2 selected');
  await user.keyboard('h');
  await waitFor(() => expect(titles()).toEqual(['Paper number 3']));
  expect(await followed.dismissed(['arxiv:2601.00001', 'arxiv:2601.00003'])).toEqual(['arxiv:2601.00001']);
  await user.keyboard('z');
  await waitFor(() => expect(titles()).toHaveLength(3));
});

test('undo takes back what was done last, be it a dismissal or a save', async () => {
  const own = await open([facts(1), facts(2), facts(3)]);
  await waitFor(() => expect(titles()).toHaveLength(3));
  await user.keyboard('h');
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.keyboard('s');
  await waitFor(() => expect(titles()).toEqual(['Paper number 3']));
  await user.keyboard('z');
  await waitFor(() => expect(titles()).toEqual(['Paper number 2', 'Paper number 3']));
  expect(await own.size()).toBe(1);
  await user.keyboard('z');
  await waitFor(() => expect(titles()).toHaveLength(3));
});

test('a query of the search language filters, and a saved search can be chosen', async () => {
  const own = await open([facts(1, { authors: ['Ulrike von Luxburg'] }), facts(2)]);
  await own.saveFilter({ name: 'Her papers', query: 'author:"von Luxburg"' });
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Filter by a saved search' }), 'Her papers');
  await waitFor(() => expect(titles()).toEqual(['Paper number 1']));
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'author:"von Luxburg"');
  await user.click(screen.getByRole('button', { name: 'Clear search' }));
  await waitFor(() => expect(titles()).toHaveLength(2));
});

test('the abstract opens below the title by Enter or Space', async () => {
  await open([facts(1)]);
  await waitFor(() => expect(titles()).toHaveLength(1));
  screen.getByRole('button', { name: 'Paper number 1' }).focus();
  await user.keyboard(' ');
  expect(screen.getByText('What paper 1 found out.')).toBeTruthy();
  await expectAccessible();
  await user.keyboard('{Enter}');
  expect(screen.queryByText('What paper 1 found out.')).toBeNull();
});

test('what could not be read is said, and what was read before stays', async () => {
  await open([facts(1)]);
  await followed.note(list.url, (known) => ({ ...known, problem: { code: 'busy', status: 429 } }));
  await user.click(screen.getByRole('button', { name: /^All/ }));
  await user.click(screen.getByRole('button', { name: 'Today' }));
  await screen.findByText(/Not read: the server is busy \(429\)/);
  expect(titles()).toEqual(['Paper number 1']);
});

test('what was in sight for a second is no longer new on pages, if the reader agreed to that', async () => {
  const [seen, { set }] = [new Seen(), await import('../../src/settings')];
  await seen.erase();
  await set({ seen: 'on' });
  await open([facts(1)]);
  await waitFor(async () => expect(await seen.size()).toBe(1), { timeout: 5000 });
});

test('a listing can be unfollowed, and that taken back', async () => {
  await open([facts(1)], [facts(2)]);
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Unfollow HF daily', hidden: true }));
  await waitFor(() => expect(titles()).toEqual(['Paper number 2']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(titles()).toEqual(['Paper number 1', 'Paper number 2']));
});

test('without a followed listing it says how to follow one; an address that cannot be followed is refused in words', async () => {
  const own = library();
  await draw(<Shelf library={own} stored={{}} />);
  await user.click(await screen.findByRole('button', { name: 'Today' }));
  await screen.findByRole('heading', { name: 'Follow a listing to see what is new each day' });
  await expectAccessible();
  await user.type(
    screen.getByRole('textbox', { name: 'Address of a listing' }),
    'https://scholar.google.com/scholar?q=x{Enter}',
  );
  expect(await screen.findByText(/^This page can’t be followed/)).toBeTruthy();
  expect(await followed.listings()).toEqual([]);
});

/** A library of papers on one theme, and *Today* with one like them among others. */
async function openRanked(later?: Promise<unknown>) {
  const theme = (n: number) =>
    facts(n, {
      title: `Reward models for preference learning ${n}`,
      abstract: 'Preference data train reward models that judge answers of language agents.',
    });
  const other = (n: number) =>
    facts(n, {
      title: `Galaxy clusters at high redshift ${n}`,
      abstract: 'Telescopes map dark matter in the early universe.',
    });
  backgroundAnswers.set('siteAt', { ok: true, answer: undefined });
  await followed.follow({ ...daily, triedAt: Date.now() });
  const cards = [other(31), other(32), theme(33), other(34), other(35)];
  await followed.store(
    daily.url,
    cards.map((each, at) => ({ ...each, rank: at + 1 })),
    {},
  );
  const own = library();
  await own.save(
    Array.from({ length: 12 }, (_, n) => theme(50 + n)),
    listing,
    { tags: ['rl/reward'] },
  );
  const { rank } = own;
  if (later) own.rank = async (cards) => later.then(() => rank(cards));
  await draw(<Shelf library={own} stored={{}} />);
  await user.click(await screen.findByRole('button', { name: 'Today' }));
  return own;
}

test('papers are shown before a slow library has ranked them, and parted once it has', async () => {
  let go = (_?: unknown): void => {};
  await openRanked(new Promise((resolve) => (go = resolve)));
  await waitFor(() => expect(titles()).toHaveLength(5));
  go();
  await waitFor(() => expect(titles()).toEqual(['Reward models for preference learning 33']));
});

test('papers like the saved ones stand above a line, with the reason and tags; the rest is folded', async () => {
  const own = await openRanked();
  await waitFor(() => expect(titles()).toEqual(['Reward models for preference learning 33']));
  expect(head().textContent).toContain('5 papers in 1 listing · 1 looks like yours');
  expect(head().querySelector('.today-reason')?.textContent).toMatch(/^rl\/reward: 12 of 12 papers/);
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Show 4 other papers' }));
  await waitFor(() => expect(titles()).toHaveLength(5));
  await user.click(screen.getByRole('button', { name: 'Save with tag rl/reward' }));
  await waitFor(() => expect(titles()).toHaveLength(4));
  const [saved] = await own.papers(['arxiv:2601.00033']);
  const [tag] = await own.tags();
  expect([tag?.name.startsWith('rl'), saved?.tags.length]).toEqual([true, 1]);
});

test('in the order of the listings there is no line', async () => {
  await openRanked();
  await waitFor(() => expect(titles()).toHaveLength(1));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'By listing');
  await waitFor(() => expect(titles()).toHaveLength(5));
  expect(titles()[0]).toBe('Galaxy clusters at high redshift 31');
});
