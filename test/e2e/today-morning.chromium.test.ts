/** The morning's reading in Chromium: a page that nobody sees parses what the worker cannot. */
import { expect, onTestFinished, test } from 'vitest';
import { launch } from '../support/chromium';
import { eventually } from '../support/session';

/** Of a site that is turned off: playwright does not see the requests of that page, and none is to reach a real server. */
const list = 'https://dblp.org/db/conf/icml/index.html';

test('with no page of ours open followed listings are gone through, what came of it is noted, and the page that did it is closed', async () => {
  const session = await launch();
  onTestFinished(() => session.close());
  const page = await session.page('options');
  await page.run(`(async () => {
    const opening = indexedDB.open('offprint-today', 1);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      db.createObjectStore('listings', { keyPath: 'url' });
      const cards = db.createObjectStore('cards', { keyPath: 'n', autoIncrement: true });
      cards.createIndex('ids', 'ids', { multiEntry: true });
      cards.createIndex('metAt', 'metAt');
      db.createObjectStore('met', { keyPath: 'id' }).createIndex('at', 'at');
      db.createObjectStore('state', { keyPath: 'key' });
    };
    await new Promise((done) => { opening.onsuccess = done; });
    const tx = opening.result.transaction('listings', 'readwrite');
    tx.objectStore('listings').put({ url: '${list}', site: 'dblp', name: 'dblp conf/icml', followedAt: 1 });
    await new Promise((done) => { tx.oncomplete = done; });
    opening.result.close();
  })()`);
  await page.close();
  // What the alarm does from six o'clock on: no driver can turn a browser's clock.
  const [worker] = session.context.serviceWorkers();
  await worker?.evaluate(`(async () => {
    await chrome.offscreen.createDocument({ url: 'src/offscreen/index.html', reasons: ['DOM_PARSER'], justification: 'test' });
    await chrome.runtime.sendMessage({ offprint: 'readFollowed' });
  })()`);
  await eventually(
    async () => (await worker?.evaluate('chrome.offscreen.hasDocument()')) === false || undefined,
    'The page stays open',
  );
  const { listings } = await session.stored();
  expect(listings).toMatchObject([{ url: list, problem: { code: 'off' } }]);
});
