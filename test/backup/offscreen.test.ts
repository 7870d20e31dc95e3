/** Tests the page that writes Chromium's backups: it works for the background alone. */
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { FakeBrowser } from '../background/fake-browser';

const browser = new FakeBrowser();
browser.connect(); // the page takes the browser's interface when it is loaded
await import('../../src/offscreen/index');
const { defaults } = await import('../../src/settings');

const background = { id: 'offprint' };
const request = { offprint: 'makeBackup', input: defaults };

test('makes a backup when the background asks', async () => {
  const answer = vi.fn();
  expect(browser.onMessage.emit(request, background, answer)).toEqual([true]);
  await vi.waitFor(() => expect(answer).toHaveBeenCalledTimes(1));
  expect(answer.mock.calls[0]?.[0]).toMatchObject({
    address: expect.stringMatching(/^blob:/),
    name: expect.stringMatching(/^offprint-backup-\d{4}-\d\d-\d\d\.json$/),
  });
});

test.each([
  ['a content script', request, { id: 'offprint', tab: { id: 1 } }],
  ['another extension', request, { id: 'another' }],
  ['the background, for something else', { offprint: 'lookup', input: [] }, background],
  ['no message of ours', 'makeBackup', background],
])('does not answer %s', async (_, message, sender) => {
  const answer = vi.fn();
  expect(browser.onMessage.emit(message, sender, answer)).toEqual([undefined]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(answer).not.toHaveBeenCalled();
});
