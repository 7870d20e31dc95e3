// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/dom';
import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { matchingCommands } from '../../src/ui/palette/matching-commands';
import { facts, library, listing } from '../support/library';
import { openedTabs } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { Popup } = await import('../../src/popup/popup');
const { Shelf } = await import('../../src/shelf/shelf');
const { draw, screen, user } = setUpScreen();

const surfaces: Record<string, (own: Library) => VNode> = {
  popup: (own) => <Popup library={own} stored={{}} />,
  library: (own) => <Shelf library={own} stored={{}} />,
};
const search = () => screen.getByRole('searchbox', { name: 'Search library' });
const field = () => screen.findByRole('combobox', { name: /^Find a command/ });
const option = (name: string) => screen.findByRole('option', { name: new RegExp(`^${name}`) });
const group = (name: string) => within(screen.getByRole('group', { name }));

async function open(surface: string) {
  const own = library();
  await own.save([facts(1), facts(2, { title: 'Élan of attention' }), facts(3)], listing);
  await own.tag([1], { add: ['rl/reward'] });
  await own.saveFilter({ name: 'My reading', query: 'status:to-read', sort: { by: 'saved', descending: true } });
  await draw((surfaces[surface] as (own: Library) => VNode)(own));
  await screen.findByRole('link', { name: 'Paper number 1' });
  return own;
}

describe.each(Object.keys(surfaces))('%s', (surface) => {
  test('lists every action with its key, and says what they apply to; while typing in the search field, too', async () => {
    await open(surface);
    search().focus();
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(async () => expect(document.activeElement).toBe(await field()));
    await screen.findByText('Actions apply to “Paper number 1”');
    const names = group('Actions')
      .getAllByRole('option')
      .map((each) => each.textContent);
    for (const name of ['Edit tagst', 'Edit noten', 'Star or unstarf', 'Status: Read3', 'Open PDFp', 'Copy citationc'])
      expect(names).toContain(name);
    expect(group('Saved searches').getAllByRole('option')).toHaveLength(1);
    expect(group('Tags').getAllByRole('option')).toHaveLength(2);
    await expectAccessible();
    await user.keyboard('zebra crossing');
    await screen.findByText('Nothing found');
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(search());
  });

  test('runs an action on the selected papers', async () => {
    const own = await open(surface);
    await user.click(screen.getByRole('checkbox', { name: /Paper number 1/ }));
    await user.click(screen.getByRole('checkbox', { name: /Paper number 3/ }));
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), 'reading');
    await within(screen.getByRole('dialog')).findByText('2 selected');
    await user.keyboard('{Enter}');
    await screen.findByText('Set 2 papers to “Reading”');
    expect((await own.papers([1, 2, 3])).map(({ status }) => status)).toEqual(['reading', 'unread', 'reading']);
  });

  test('an action that opens a dialog gives it the focus', async () => {
    await open(surface);
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), 'edit tags{Enter}');
    const tags = await screen.findByRole('combobox', { name: 'Tags' });
    await waitFor(() => expect(document.activeElement).toBe(tags));
  });

  test('goes to a tag, a saved search, and a paper by its title', async () => {
    await open(surface);
    for (const [typed, query] of [
      ['reward', 'tag:rl/reward '],
      ['my rea', 'status:to-read'],
    ] as const) {
      await user.keyboard('{Control>}k{/Control}');
      await user.type(await field(), typed);
      await user.keyboard('{Enter}');
      await waitFor(() => expect((search() as HTMLInputElement).value.trim()).toBe(query.trim()));
    }
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), 'elan att');
    await user.click(await option('Élan of attention'));
    await screen.findByRole('textbox', { name: 'Note on “Élan of attention”' });
  });
});

test('the library’s places and orders', async () => {
  await open('library');
  for (const [typed, seen] of [
    ['trash', 'Trash is empty'],
    ['dupl', 'No possible duplicates'],
  ] as const) {
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await field(), typed);
    await user.keyboard(typed === 'trash' ? '{ArrowDown}{Enter}' : '{Enter}');
    await screen.findByRole('heading', { name: seen });
  }
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await field(), 'sort title{Enter}');
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveProperty('value', 'title'));
});

test('the popup opens the library', async () => {
  await open('popup');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await field(), 'library{Enter}');
  await waitFor(() => expect(openedTabs).toEqual([expect.stringContaining('shelf/index.html')]));
});

test.each([
  ['', ['rl/reward', 'Open PDF', 'Öffnen']],
  ['open', ['Open PDF']],
  ['PDF open', ['Open PDF']],
  ['offnen', ['Öffnen']],
  ['rew', ['rl/reward']],
  ['e', ['rl/reward', 'Open PDF', 'Öffnen']],
  ['r', ['rl/reward']],
  ['x', []],
])('“%s” finds %j', (text, expected) => {
  const commands = ['rl/reward', 'Open PDF', 'Öffnen'].map((name) => ({ id: name, name, run() {} }));
  const found = matchingCommands([{ title: 'All', commands }], text).flatMap((each) => each.commands);
  expect(found.map(({ name }) => name)).toEqual(expected);
});

test.each([
  ['Russian', 'л'],
  ['Greek', 'κ'],
])('Ctrl+K opens it by the key’s position on a %s keyboard', async (_, key) => {
  await open('library');
  document.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyK', ctrlKey: true, cancelable: true }));
  await field();
});
