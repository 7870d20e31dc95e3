import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageReport } from '../../src/messages/contract';
import '../support/locks';
import { FakeBrowser, own } from './fake-browser';

const blog = 'https://blog.example/reading';
const report: PageReport = {
  site: 'any',
  kind: 'listing',
  papers: [['arxiv:2601.00001'], ['doi:10.1000/x']],
  unparsed: {},
  isShown: false,
};
const facts = { ids: ['arxiv:2601.00001'], title: 'As the blog calls it' };
const context = { site: 'any', url: blog, kind: 'listing' };
const sender = { id: 'offprint', tab: { id: 0 }, frameId: 0, url: blog };

let browser: FakeBrowser;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await import('../../src/background');
  browser.tabs = [blog, 'https://dblp.org/search?q=a', 'moz-extension://offprint/src/shelf/index.html'];
  answer(report);
});
/** The reader of any page answers so, once it is in a tab. */
const answer = (read: unknown) => {
  browser.onInject = (tab, files) => files.includes('content/any.js') && browser.scripts.set(tab, { read });
};
const readers = () => browser.injected.filter(({ files }) => files.includes('content/any.js'));
afterEach(() => vi.unstubAllGlobals());

const readPage = async (tab: number, any?: boolean) => {
  const reply = await browser.ask('readPage', any === undefined ? { tab } : { tab, any }, own);
  return reply?.ok ? reply.answer : reply;
};
const code = async (reply: ReturnType<FakeBrowser['ask']>) => {
  const given = await reply;
  return given && !given.ok ? given.failure.code : given?.ok;
};

test('a page of no site gets the reader once, which may then look up and save', async () => {
  expect(await code(browser.ask('save', { facts: [facts], context }, sender))).toBe('refused');
  expect(await readPage(0)).toEqual(report);
  expect(await readPage(0)).toEqual(report);
  expect(readers()).toEqual([{ tab: 0, files: ['content/any.js', 'content/tab-requests.js'] }]);
  expect(await code(browser.ask('save', { facts: [facts], context }, sender))).toBe(true);
  await vi.waitFor(() => expect(browser.told.at(-1)?.message).toMatchObject({ offprint: 'changed' }));
});

test.each([
  ['another tab at the same address', { ...sender, tab: { id: 1 } }],
  ['the same tab at another origin', { ...sender, url: 'https://evil.example/' }],
  ['the same tab over http', { ...sender, url: 'http://blog.example/reading' }],
])('%s may not', async (_, other) => {
  await readPage(0);
  expect(await code(browser.ask('lookup', ['arxiv:2601.00001'], other))).toBe('refused');
});

test('of more tabs than are remembered the first to get the reader is forgotten', async () => {
  browser.tabs = Array.from({ length: 201 }, () => blog);
  for (let tab = 0; tab <= 200; tab++) await readPage(tab);
  const lookUp = (id: number) => code(browser.ask('lookup', ['arxiv:2601.00001'], { ...sender, tab: { id } }));
  expect(await Promise.all([lookUp(0), lookUp(1), lookUp(200)])).toEqual(['refused', true, true]);
});

test('on a page of a site that is off nothing is shown after a choice of the menu', async () => {
  await Promise.all(
    browser.onClicked.emit({ menuItemId: 'save-selection', selectionText: 'arXiv:2601.00002' }, { id: 1 }),
  );
  expect(readers()).toEqual([]);
  expect(browser.told.filter(({ tab }) => tab === 1).map(({ message }) => message)).not.toContainEqual(
    expect.objectContaining({ offprint: 'show' }),
  );
});

test('a frame in the page is not heard at all', async () => {
  await readPage(0);
  expect(await browser.ask('lookup', ['arxiv:2601.00001'], { ...sender, frameId: 2 })).toBeUndefined();
});

test('the page can save only as itself', async () => {
  await readPage(0);
  for (const wrong of [
    { ...context, url: 'https://arxiv.org/list/cs.LG/new' },
    { ...context, site: 'arxiv' },
    { ...context, url: 'javascript:alert(1)' },
  ])
    expect(await code(browser.ask('save', { facts: [facts], context: wrong }, sender))).toBe('invalid');
});

test('a site that is off is not read behind its back, but is on demand', async () => {
  expect(await readPage(1)).toBeUndefined();
  expect(readers()).toEqual([]);
  expect(await readPage(1, true)).toEqual(report);
});

test('a page of the browser’s or of our own is none', async () => {
  expect(await readPage(2)).toBeUndefined();
  expect(readers()).toEqual([]);
});

test('what a page answers is checked: junk is cut or is none', async () => {
  const junk = {
    ...report,
    papers: [['<b>'], 'no list', ['arxiv:2601.00001', 7]],
    title: 3,
    authors: [7, 'Ada', 'x'.repeat(300)],
    unparsed: { 'no id': 'x' },
  };
  answer(junk);
  expect(await readPage(0)).toEqual({
    ...report,
    papers: [['arxiv:2601.00001']],
    authors: ['Ada', 'x'.repeat(200)],
  });
  for (const other of [undefined, 3, { ...report, kind: 'other' }, { ...report, papers: {} }]) {
    browser.scripts.clear();
    answer(other);
    expect(await readPage(0)).toBeUndefined();
  }
});
