// @vitest-environment jsdom
/** Tests what own pages say in Firefox's private windows, where they have no database. */
import { afterEach, expect, test, vi } from 'vitest';
import { LibraryError } from '../../src/library/error';
import '../support/own-page';
import { expectAccessible, setUpScreen } from '../support/screen';

const { Unreadable } = await import('../../src/ui/search/empty');
const { default: browser } = await import('../../src/messages/browser');
const { draw, screen, user } = setUpScreen();
const closed = new LibraryError('closed', 'The browser closed the library.');

/** Sets whether this page stands in a private window. Returns what opens windows. */
function inWindow(isPrivate: boolean) {
  const create = vi.fn(async () => ({}));
  Object.assign(browser, { extension: { inIncognitoContext: isPrivate }, windows: { create } });
  return create;
}
afterEach(() => void inWindow(false));

test('a private window says where the library is and opens it there; it offers no retry, which never helps', async () => {
  const create = inWindow(true);
  await draw(<Unreadable error={closed} />);
  screen.getByText(/Firefox gives extension pages in private windows no access/);
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Open in a normal window' }));
  expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/shelf\/index\.html$/), incognito: false });
});

test.each([
  ['a normal window', false, closed],
  ['a private window, for another reason', true, new LibraryError('full', 'The disk is full.')],
])('offers to retry in %s', async (_, isPrivate, error) => {
  inWindow(isPrivate);
  await draw(<Unreadable error={error} />);
  screen.getByRole('button', { name: 'Retry' });
});
