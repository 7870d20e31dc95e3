/** Private windows of Firefox: saving works there, while pages of extensions have no database. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';
import { listing as address, serveInvented } from '../tools/demo-pages';
import { invented } from './pages/papers';

test.override({ options: { inPrivateWindows: true } });

test('a paper saved in a private window is in the library; popup and library say where it is, without Retry', async ({
  session,
}) => {
  const { privateTab } = session;
  if (!privateTab) throw new Error('This browser has no private windows');
  serveInvented(session);
  const listing = new Listing(await privateTab(address));
  const title = invented[1]?.title ?? '';
  await listing.tab.click(await listing.control(title, 'Save'));
  await listing.control(title, 'Saved');
  for (const page of ['popup', 'shelf']) {
    const tab = await privateTab(`extension:src/${page}/index.html`);
    await eventually(async () => (await tab.all('button', 'Open in a normal window'))[0], `No way out of ${page}`);
    expect(await tab.all('button', 'Retry')).toEqual([]);
    await tab.close();
  }
  await listing.tab.close(); // its window was the last private one
  const { papers } = await session.stored();
  expect(papers).toMatchObject([{ facts: { title } }]);
});
