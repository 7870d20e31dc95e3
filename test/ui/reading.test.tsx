// @vitest-environment jsdom
/** Reading in the library: the queue with its keys, the peek below a row, the order of the details. */
import { waitFor, within } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import { facts, library, listing } from '../support/library';
import { openedTabs } from '../support/own-page';
import { expectAccessible, settled, setUpScreen } from '../support/screen';

const { default: browser } = await import('../../src/messages/browser');
const { Shelf } = await import('../../src/shelf/shelf');
const { draw, screen, user } = setUpScreen();

async function open() {
  const own = library();
  const papers = [1, 2, 3, 4, 5].map((n) =>
    facts(n, n === 1 ? { abstract: 'The code is at https://example.org/code.' } : {}),
  );
  await own.save(papers, listing);
  await draw(<Shelf library={own} stored={{}} />);
  await screen.findByRole('link', { name: 'Paper number 1' });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper number 1'));
  await settled();
  return own;
}
const queue = () => within(screen.getByRole('main', { name: 'Reading queue' }));
const isShown = async (n: number) => {
  await screen.findByRole('main', { name: 'Reading queue' }); // its code is loaded after the list's
  await queue().findByRole('heading', { name: `Paper number ${n}` });
};

test('five papers are read with one key each: the status is set, and the next one comes', async () => {
  const own = await open();
  await user.keyboard('{Enter}');
  await isShown(1);
  queue().getByText('1 of 5');
  await expectAccessible();
  for (const [i, key] of ['3', '2', '3', '1', '3'].entries()) {
    await isShown(i + 1);
    await user.keyboard(key);
  }
  await waitFor(async () =>
    expect((await own.papers([1, 2, 3, 4, 5])).map(({ status }) => status)).toEqual([
      ...['read', 'reading', 'read', 'unread', 'read'],
    ]),
  );
  queue().getByText('5 of 5');
});

test('the queue stays as it was begun, though a paper no longer fits the search', async () => {
  await open();
  await user.keyboard('/status:to-read{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper number 1'));
  await user.keyboard('{Enter}');
  await isShown(1);
  await user.keyboard('3');
  await isShown(2);
  queue().getByText('2 of 5');
  await user.keyboard('k');
  await isShown(1);
});

test.each<[keys: string, done: () => Promise<unknown> | unknown]>([
  ['j', () => isShown(2)],
  ['jjk', () => isShown(2)],
  ['k', () => isShown(1)],
  ['o', () => waitFor(() => expect(openedTabs).toEqual(['https://arxiv.org/abs/2601.00001']))],
  ['p', () => waitFor(() => expect(openedTabs).toEqual(['https://arxiv.org/pdf/2601.00001']))],
  ['f', () => queue().findByRole('button', { name: 'Star', pressed: true })],
  ['t', () => screen.findByRole('dialog', { name: 'Paper number 1' })],
  ['n', () => waitFor(() => expect(document.activeElement).toBe(queue().getByRole('textbox', { name: /^Note on/ })))],
  ['?', () => screen.findByRole('dialog', { name: 'Keyboard shortcuts' })],
])('the key %s acts on the paper that is read', async (keys, done) => {
  await open();
  await user.keyboard('{Enter}');
  await isShown(1);
  await user.keyboard(keys);
  await done();
});

test('only the selected papers are read; Escape leads back to the list, to the paper read last', async () => {
  await open();
  for (const n of [2, 4]) await user.click(screen.getByRole('checkbox', { name: `Select “Paper number ${n}”` }));
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /^Find a command/ }), 'one by one{Enter}');
  await screen.findByRole('main', { name: 'Reading queue' });
  queue().getByText('2 of 2');
  await isShown(4);
  await user.keyboard('k');
  await isShown(2);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Paper number 2'));
  expect(screen.queryByRole('main', { name: 'Reading queue' })).toBeNull();
});

test('Space shows the abstract below the row of the cursor, and follows it; its addresses are links', async () => {
  await open();
  const peeked = () => document.querySelector('.peek')?.textContent;
  await user.keyboard(' ');
  await waitFor(() => expect(peeked()).toBe('The code is at https://example.org/code.'));
  expect(document.querySelector('.peek a')?.getAttribute('href')).toBe('https://example.org/code');
  await expectAccessible();
  await user.keyboard('j');
  await waitFor(() => expect(peeked()).toBe('What paper 2 found out.'));
  await user.keyboard('{Escape}');
  expect(peeked()).toBeUndefined();
});

test('in the details title, facts and actions come first, then what can be changed, then the abstract', async () => {
  await open();
  const pane = screen.getByRole('complementary', { name: 'Paper details' });
  await within(pane).findByRole('heading', { name: 'Paper number 1' });
  const order = ['.title-link', '.credits', '.out', '.tag-input', '.details-bar', '.note-field', '.abstract'];
  const places = order.map((each) => pane.querySelector(each) as Element);
  for (const [i, place] of places.entries())
    if (i > 0) expect(places[i - 1]?.compareDocumentPosition(place), order[i]).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await user.click(within(pane).getByRole('button', { name: 'Copy' }));
  await user.click(within(pane).getByRole('menuitem', { name: 'BibTeX' }));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('@'));
});

test('a PDF is shown in the page only where the permission for its host was given', async () => {
  const frame = () => document.querySelector('iframe');
  const contains = vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
  await open();
  await user.keyboard('{Enter}');
  await isShown(1);
  expect(frame(), 'before P is pressed').toBeNull();
  await user.keyboard('p');
  await waitFor(() => expect(openedTabs).toContain('https://arxiv.org/pdf/2601.00001'));
  expect(frame()).toBeNull();
  contains.mockResolvedValue(true);
  await user.keyboard('p');
  await waitFor(() => expect(frame()?.src).toBe('https://arxiv.org/pdf/2601.00001'));
  expect(contains).toHaveBeenLastCalledWith({ origins: ['https://arxiv.org/*'] });
  contains.mockRestore();
});
