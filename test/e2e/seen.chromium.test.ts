/** What is new since the last visit: remembered only once it was agreed to, erased with one click. In Chromium, whose driver can let days pass. */
import { expect } from 'vitest';
import { Listing } from '../support/listing';
import { clickOption, turnOn } from '../support/options';
import { eventually, type Session } from '../support/session';
import { test } from '../support/story';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const address = 'https://huggingface.co/papers';
const day = 24 * 60 * 60 * 1000;

/** Everything remembered happened so much earlier, ms: as if the reader came back after that time. */
const earlier = (by: number) => `(async () => {
  const opened = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  const db = await opened(indexedDB.open('offprint-seen'));
  const tx = db.transaction(['seen', 'visits'], 'readwrite');
  for (const [name, times] of [['seen', ['at']], ['visits', ['start', 'last', 'before']]]) {
    const store = tx.objectStore(name);
    for (const record of await opened(store.getAll())) {
      for (const time of times) if (record[time] !== undefined) record[time] -= ${by};
      store.put(record);
    }
  }
  await new Promise((done) => { tx.oncomplete = done; });
  db.close();
})()`;

const remembered = async (session: Session) => {
  const { seen = [] } = await session.stored();
  return seen.length;
};

test('papers added within two days are marked as new; nothing is remembered before the user agrees', async ({
  session,
}) => {
  session.serve(address, listingPage('daily', invented.slice(0, 3)));
  const listing = new Listing(await session.tab(address));
  const { tab } = listing;
  await listing.control(invented[0]?.title ?? '', 'Save');
  await new Promise((done) => setTimeout(done, 3000));
  expect(await remembered(session)).toBe(0);

  await tab.click(await listing.see('button', /^Offprint: 3 papers/));
  await listing.see('button', 'Open options');
  await turnOn(session, 'Remember papers I’ve seen');
  await eventually(
    async () => ((await remembered(session)) === 3 ? true : undefined),
    'What was on the screen is not kept',
  );
  const options = await session.page('options');
  await options.run(earlier(2 * day));

  session.serve(address, listingPage('daily', [...invented.slice(3, 5), ...invented.slice(0, 3)]));
  await tab.reload();
  const weekday = new Date(Date.now() - 2 * day).toLocaleDateString('en-US', { weekday: 'long' });
  await tab.click(await listing.see('button', `2 new since ${weekday}`));
  const dim = `[...document.querySelectorAll('article')].filter((card) => getComputedStyle(card).opacity < 1).length`;
  await eventually(async () => ((await tab.run<number>(dim)) === 3 ? true : undefined), 'What was seen is not dimmed');

  await options.reload();
  await clickOption(options, 'button', 'Clear history');
  await eventually(async () => ((await remembered(session)) === 0 ? true : undefined), 'It is not forgotten');
  expect(session.errors).toEqual([]);
});
