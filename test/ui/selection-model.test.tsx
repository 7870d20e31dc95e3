// @vitest-environment jsdom
/** One model of selection, cursor and keys on popup and library: each act with ticks on one paper and the cursor on another. */
import { waitFor, within } from '@testing-library/dom';
import type { VNode } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import type { Library } from '../../src/library/library';
import { facts, library, listing } from '../support/library';
import { openedTabs } from '../support/own-page';
import { expectAccessible, settled, setUpScreen } from '../support/screen';

const { Popup } = await import('../../src/popup/popup');
const { Shelf } = await import('../../src/shelf/shelf');
const { draw, screen, user } = setUpScreen();

const surfaces: Record<string, (own: Library) => VNode> = {
  popup: (own) => <Popup library={own} stored={{}} />,
  library: (own) => <Shelf library={own} stored={{}} />,
};
const check = (n: number) => screen.getByRole('checkbox', { name: new RegExp(`Paper number ${n}\\b`) });
const title = (n: number) =>
  within(screen.getByRole('list', { name: 'Papers' })).getByRole('link', { name: new RegExp(`^Paper number ${n}$`) });
const search = () => screen.getByRole('searchbox', { name: 'Search library' });
const focusedTitle = () => document.activeElement?.closest('.row-title')?.textContent;

async function open(surface: string) {
  const own = library();
  await own.save([facts(1), facts(2), facts(3), facts(4)], listing);
  await draw((surfaces[surface] as (own: Library) => VNode)(own));
  await waitFor(() => expect(title(1)).toBeTruthy());
  await settled();
  return own;
}

/** Each act: its key, what it must have done to paper 1, which is selected, and what says so. */
const acts: [key: string, done: (own: Library) => Promise<unknown>, said: string | undefined][] = [
  ['1', async (own) => expect((await own.papers([1]))[0]?.status).toBe('unread'), 'Set “Paper number 1” to “To read”'],
  ['2', async (own) => expect((await own.papers([1]))[0]?.status).toBe('reading'), 'Set “Paper number 1” to “Reading”'],
  ['3', async (own) => expect((await own.papers([1]))[0]?.status).toBe('read'), 'Set “Paper number 1” to “Read”'],
  ['f', async (own) => expect((await own.papers([1]))[0]?.starredAt).toBeDefined(), 'Starred “Paper number 1”'],
  ['#', async (own) => expect((await own.papers([1]))[0]?.removedAt).toBeDefined(), 'Moved “Paper number 1” to trash'],
  [
    'c',
    async () => expect(await navigator.clipboard.readText()).toContain('Paper number 1'),
    'Copied citation of “Paper number 1”',
  ],
  ['o', async () => expect(openedTabs).toEqual(['https://arxiv.org/abs/2601.00001']), undefined],
  ['p', async () => expect(openedTabs).toEqual(['https://arxiv.org/pdf/2601.00001']), undefined],
  [
    't',
    async (own) => {
      await user.type(await screen.findByRole('combobox', { name: 'Tags' }), 'new{Enter}');
      await waitFor(async () => expect((await own.find('tag:new')).numbers).toEqual(new Uint32Array([1])));
    },
    'Added new to “Paper number 1”',
  ],
  [
    'n',
    async (own) => {
      const note = await screen.findByRole('textbox', { name: 'Note on “Paper number 1”' });
      await waitFor(() => expect(document.activeElement).toBe(note));
      await user.keyboard('mine{Control>}{Enter}{/Control}');
      await waitFor(async () => expect((await own.papers([1]))[0]?.note).toBe('mine'));
    },
    undefined,
  ],
  ['e', async () => void (await screen.findByRole('heading', { name: 'Export 1 paper' })), undefined],
];

describe.each(Object.keys(surfaces))('%s', (surface) => {
  test.each(acts)('key %s acts on the selected paper, not on the one under the cursor', async (key, done, said) => {
    const own = await open(surface);
    const before = (await own.papers([2]))[0];
    await user.click(check(1));
    await user.keyboard('j');
    if (focusedTitle() !== 'Paper number 2') await user.keyboard('j');
    expect(focusedTitle()).toBe('Paper number 2');
    await user.keyboard(key);
    await waitFor(() => done(own));
    if (said !== undefined) expect((await screen.findByText(said)).textContent).toBe(said);
    expect((await own.papers([2]))[0]).toEqual(before);
  });

  test('a click on a title deselects all and moves the cursor; Enter keeps the selection', async () => {
    const own = await open(surface);
    await user.click(check(1));
    await user.click(check(2));
    screen.getByText('2 selected');
    title(2).focus();
    await user.keyboard('{Enter}');
    if (surface === 'library') await user.keyboard('{Escape}'); // back from reading
    screen.getByText('2 selected');
    await user.click(title(3));
    expect(screen.queryByText(/selected$/)).toBeNull();
    await user.keyboard('2');
    await waitFor(async () => expect((await own.papers([3]))[0]?.status).toBe('reading'));
    expect((await own.papers([1, 2])).map((paper) => paper.status)).toEqual(['unread', 'unread']);
  });

  test('every button of the selection bar says how many papers it acts on', async () => {
    await open(surface);
    await user.click(check(1));
    await user.click(check(3));
    const bar = within(screen.getByRole('toolbar', { name: 'Selected papers' }));
    for (const name of ['Tag 2 papers', 'Star or unstar 2 papers', 'Export 2 papers', 'Move 2 papers to trash'])
      expect(bar.getByRole('button', { name }).textContent).toContain('2');
    expect(bar.getByRole('combobox', { name: 'Set status of 2 papers' }).textContent).toContain('Status 2');
    await expectAccessible();
    await user.click(bar.getByRole('button', { name: 'Move 2 papers to trash' }));
    await screen.findByText('Moved 2 papers to trash');
  });

  test('of several selected papers the note of the first opens, and the cursor moves there', async () => {
    await open(surface);
    await user.click(check(1));
    await user.click(check(3));
    title(4).focus();
    await user.keyboard('jn');
    const note = await screen.findByRole('textbox', { name: 'Note on “Paper number 1”' });
    await waitFor(() => expect(document.activeElement).toBe(note));
  });

  test('says how many of several papers it opened', async () => {
    const own = await open(surface);
    await own.save([facts(9, { ids: ['doi:10.1/none'], title: 'Without a PDF' })], listing);
    await screen.findByRole('checkbox', { name: /Without/ });
    await user.click(screen.getByRole('checkbox', { name: /Without/ }));
    await user.keyboard('p');
    await screen.findByText('“Without a PDF” has no link to open');
    await user.click(check(1));
    await user.keyboard('p');
    await screen.findByText('Opened 1 of 2 in background tabs');
    expect(openedTabs).toEqual(['https://arxiv.org/pdf/2601.00001']);
  });

  test('Escape in the search field clears the query first, then moves into the list; there it deselects', async () => {
    await open(surface);
    title(1).focus();
    await user.keyboard('x/number 1');
    await waitFor(() => expect(search()).toHaveProperty('value', 'number 1'));
    expect(document.activeElement).toBe(search());
    await user.keyboard('{Escape}');
    expect(search()).toHaveProperty('value', '');
    expect(document.activeElement).toBe(search());
    await waitFor(() => expect(title(4)).toBeTruthy());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(focusedTitle()).toMatch(/^Paper number/));
    screen.getByText('1 selected');
    await user.keyboard('{Escape}');
    expect(screen.queryByText('1 selected')).toBeNull();
  });
});

test('the library begins in its list: letters act at once', async () => {
  const own = await open('library');
  await waitFor(() => expect(focusedTitle()).toBe('Paper number 1'));
  await user.keyboard('2');
  await waitFor(async () => expect((await own.papers([1]))[0]?.status).toBe('reading'));
});

test('the library without papers begins at what says so', async () => {
  await draw(<Shelf library={library()} stored={{}} />);
  await screen.findByRole('heading', { name: 'No papers yet' });
  await waitFor(() => expect(document.activeElement?.textContent).toContain('No papers yet'));
});

test('a narrow library: Escape closes the details that lie over the list before it deselects', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  await open('library');
  await user.click(title(1));
  await user.click(check(1));
  expect(document.querySelector('.pane-open')).not.toBeNull();
  await user.keyboard('{Escape}');
  expect(document.querySelector('.pane-open')).toBeNull();
  screen.getByText('1 selected');
  vi.unstubAllGlobals();
});
