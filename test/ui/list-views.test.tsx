// @vitest-environment jsdom
/** The ways in which the library lists papers: densities, the table's columns and orders, groups. */
import { waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { defaultListView, type ListView } from '../../src/query/list-view';
import { facts, library, listing } from '../support/library';
import { kept } from '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { set } = await import('../../src/settings');
const { Shelf } = await import('../../src/shelf/shelf');
const { draw, screen, user } = setUpScreen();

const titles = () => [...document.querySelectorAll('.row-title')].map((each) => each.textContent);

async function open(view: Partial<ListView> = {}) {
  const own = library();
  const paper = (n: number, title: string, venue: string) => facts(n, { title, venue });
  await own.save([paper(1, 'Beta', 'ICML'), paper(2, 'Alpha', 'NeurIPS'), paper(3, 'Gamma', 'ICML')], listing);
  await own.tag([1], { add: ['rl'] });
  const chosen = { ...defaultListView, ...view };
  await set({ listView: chosen });
  await draw(<Shelf library={own} stored={{}} view={chosen} />);
  await waitFor(() => expect(titles()).toHaveLength(3));
  return own;
}
const choose = async (name: string) => {
  await user.click(screen.getByRole('button', { name: 'View' }));
  await user.click(
    await screen.findByRole(/^(?:Year|Venue)$/.test(name) ? 'menuitemcheckbox' : 'menuitemradio', { name }),
  );
};

test('a compact row has title, first author, year, venue, tags and status in one line', async () => {
  await open({ density: 'compact' });
  const row = screen.getByRole('link', { name: 'Beta' }).closest('.row') as HTMLElement;
  for (const text of ['Ada Example, Bo Beispiel', '2026', 'ICML', 'To read']) within(row).getByText(text);
  await within(row).findByRole('button', { name: 'Show papers tagged rl' });
  await expectAccessible();
});

test('the density is chosen from a menu by keyboard, and kept', async () => {
  await open();
  screen.getByRole('button', { name: 'View' }).focus();
  await user.keyboard('{Enter}');
  await expectAccessible();
  expect(document.activeElement?.textContent).toBe('Comfortable');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('table', { name: 'Papers' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'View' }));
  expect(kept('setting:listView')).toMatchObject({ density: 'table' });
});

test('Escape closes the menu, and letters there are no shortcuts', async () => {
  const own = await open();
  await user.click(screen.getByRole('button', { name: 'View' }));
  screen.getByRole('menu', { name: 'View' });
  await user.keyboard('3{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect((await own.papers([1]))[0]?.status).toBe('unread');
});

test('the table is one to screen readers: its rows, its columns, its order', async () => {
  await open({ density: 'table' });
  const table = within(screen.getByRole('table', { name: 'Papers' }));
  expect(table.getAllByRole('row')).toHaveLength(4);
  expect(table.getAllByRole('columnheader').map((each) => each.textContent)).toEqual([
    'Selected papers',
    ...['Title', 'Authors', 'Venue', 'Year', 'Status'],
  ]);
  await user.click(table.getByRole('button', { name: 'Title' }));
  await waitFor(() => expect(titles()).toEqual(['Alpha', 'Beta', 'Gamma']));
  expect(table.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('ascending');
  await user.click(table.getByRole('button', { name: 'Title' }));
  await waitFor(() => expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']));
  await user.click(table.getByRole('button', { name: 'Venue' }));
  await waitFor(() => expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']));
  await expectAccessible();
});

test('columns of the table are chosen, and their widths changed by arrow keys; both are kept', async () => {
  await open({ density: 'table' });
  await choose('Year');
  expect(screen.queryByRole('columnheader', { name: 'Year' })).toBeNull();
  await user.keyboard('{Escape}');
  screen.getByRole('separator', { name: 'Width of column Venue' }).focus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.getByRole('separator', { name: /Venue/ }).getAttribute('aria-valuenow')).toBe('126');
  expect(kept('setting:listView')).toMatchObject({
    columns: [{ name: 'authors' }, { name: 'venue', width: 126 }, { name: 'status' }],
  });
});

test('grouped papers stand below the name of their group and its number of papers', async () => {
  await open({ group: 'tag', density: 'compact' });
  const heads = [...document.querySelectorAll('.group-head')].map((each) => each.textContent);
  expect(heads).toEqual(['rl 1 paper', 'No tags 2 papers']);
  await expectAccessible();
});

test('the command palette has every density and grouping', async () => {
  await open();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /^Find a command/ }), 'group by: month');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.querySelectorAll('.group-head')).toHaveLength(1));
});
