/** *Today* in both browsers: followed listings at their real addresses, read on three mornings, whatever the servers answer. */
import { expect } from 'vitest';
import { eventually, type Session } from '../support/session';
import { Shelf } from '../support/shelf';
import { test } from '../support/story';
import { arxivList } from './pages/arxiv-list';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

const daily = 'https://huggingface.co/papers';
const list = 'https://arxiv.org/list/cs.LG/new';
const title = (n: number): string => invented[n]?.title ?? '';
const papers = (...numbers: number[]) => numbers.flatMap((n) => invented[n] ?? []);

const openToday = async (session: Session) => new Shelf(await session.page('shelf', '#today'));

/** Lets a day pass for what is stored of the listings: no driver can turn a browser's clock. */
const passDay = (shelf: Shelf) =>
  shelf.tab.run(`(async () => {
    const done = (request) => new Promise((ok, no) => { request.onsuccess = () => ok(request.result); request.onerror = no; });
    const db = await done(indexedDB.open('offprint-today'));
    for (const name of ['listings', 'cards', 'state']) {
      const store = db.transaction(name, 'readwrite').objectStore(name);
      for (const value of await done(store.getAll())) {
        for (const time of ['triedAt', 'readAt', 'metAt', 'start', 'last', 'before']) if (value[time]) value[time] -= 86400000;
        if (value.problem?.until) value.problem.until -= 86400000;
        await done(store.put(value));
      }
    }
    db.close();
  })()`);

const askedFor = (session: Session, address: string) => session.asked.filter(({ url }) => url === address);

async function follow(shelf: Shelf, address: string): Promise<void> {
  await shelf.click('textbox', 'Address of a listing');
  await shelf.tab.type(address);
  await shelf.tab.press('Enter');
}
const says = (shelf: Shelf, words: RegExp) =>
  eventually(
    async () => words.test(await shelf.tab.text()) || undefined,
    async () => `Nothing says ${words}: ${await shelf.tab.text()}`,
  );

test('three mornings: new papers once each, gone when saved or dismissed, back by undo; one request a day', async ({
  session,
}) => {
  session.serve(daily, listingPage('daily', papers(0, 1, 2)), { etag: '"one"' });
  session.serve(list, arxivList(papers(2, 3)));
  let shelf = await openToday(session);
  await shelf.click('button', 'Follow Hugging Face Papers daily');
  await shelf.lists(title(0), title(1), title(2));
  await shelf.tab.run(`document.querySelector('.today-listings details').open = true`);
  await follow(shelf, list);
  await shelf.lists(title(0), title(1), title(2), title(3));
  await says(shelf, /Hugging Face Papers daily No\. 3\s*arXiv cs\.LG new No\. 1/);

  // By keys alone: the first is saved, the second dismissed and taken back, the third dismissed.
  await shelf.tab.close();
  shelf = await openToday(session);
  await shelf.lists(title(0), title(1), title(2), title(3));
  await shelf.tab.press('j');
  await shelf.tab.press('k');
  await shelf.tab.press('s');
  await shelf.lists(title(1), title(2), title(3));
  await shelf.tab.press('h');
  await shelf.lists(title(2), title(3));
  await shelf.tab.press('z');
  await shelf.lists(title(1), title(2), title(3));
  await shelf.tab.press('z');
  await shelf.lists(title(0), title(1), title(2), title(3));
  await shelf.tab.press('s');
  await shelf.lists(title(1), title(2), title(3));
  await shelf.tab.press('h');
  await shelf.lists(title(2), title(3));
  await shelf.tab.press(' ');
  await says(shelf, new RegExp((invented[2]?.abstract ?? '').slice(0, 30).replace(/[.*+?^${}()|[\\]\\\\]/g, '.')));
  await shelf.tab.press(' ');

  // The second morning: one list has not changed, the other asks to wait.
  await passDay(shelf);
  await shelf.tab.close();
  session.serve(daily, '', {}, 304);
  session.serve(list, '', { 'retry-after': '86000' }, 503);
  shelf = await openToday(session);
  await says(shelf, /arXiv cs\.LG new: Not read since \w+: the server is busy \(503\)/);
  await says(shelf, /Nothing new/);
  await shelf.click('button', 'Show 2 earlier papers');
  await shelf.lists(title(2), title(3));
  await shelf.click('button', 'Refresh');
  await eventually(async () => askedFor(session, daily).length === 3 || undefined, 'it is not read again');

  // The third: one changed, the other not to be reached.
  await passDay(shelf);
  await passDay(shelf);
  await shelf.tab.close();
  session.serve(daily, listingPage('daily', papers(4, 0, 1)));
  session.unserve(list);
  shelf = await openToday(session);
  await shelf.lists(title(4));
  await says(shelf, /arXiv cs\.LG new: Not read since .*: no answer/);
  expect(askedFor(session, list).length).toBe(3);
  expect(askedFor(session, daily).map(({ headers }) => headers['if-none-match'])).toEqual([
    ...[undefined, '"one"', '"one"', '"one"'],
  ]);
  expect(session.asked.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
  expect(session.errors).toEqual([]);
});

test('a hostile page runs and loads nothing, and is cut with a word', async ({ session }) => {
  const hostile = `<meta http-equiv="refresh" content="0;url=https://evil.example/a"><script>globalThis.hacked = 1; fetch('https://evil.example/b')</script>
    <link rel="stylesheet" href="https://evil.example/c"><base href="https://evil.example/">
    <script src="https://evil.example/d"></script>`;
  const body = `<img src="https://evil.example/e" onerror="hacked = 1"><iframe src="https://evil.example/f"></iframe>
    <object data="https://evil.example/g"></object><video src="https://evil.example/h" autoplay></video><svg onload="hacked = 1"></svg>`;
  const many = Array.from(
    { length: 100_000 },
    (_, n) => `<dt><a href="/abs/2611.${10_000 + n}" title="Abstract">x</a></dt>
    <dd><div class="list-title">Title: <b>Paper</b> ${n}</div></dd>`,
  );
  const page = arxivList(papers(5), hostile).replace('</dl>', `${body}${many.join('')}</dl>`);
  expect(page.length).toBeGreaterThan(10_000_000);
  session.serve(list, page);
  const shelf = await openToday(session);
  await follow(shelf, list);
  await says(shelf, /arXiv cs\.LG new: Read .* · 2,000 papers · too long; the rest was left out/);
  expect((await shelf.titles())[0]).toBe(title(5));
  expect(await shelf.tab.run('typeof hacked')).toBe('undefined');
  expect(session.asked.map(({ url }) => url)).toEqual([list]);
  expect(session.errors).toEqual([]);
});
