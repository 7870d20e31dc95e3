/** What the popup saves of the page in front: the papers of a listing that are not saved yet, and a paper known by its address. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageReport } from '../../src/messages/contract';
import '../support/locks';
import { FakeBrowser, own } from './fake-browser';

const blog = 'https://blog.example/reading';
const shown = [
  { ids: ['arxiv:2601.00001'], title: 'The first' },
  { ids: ['arxiv:2601.00002'], title: 'The second' },
  { ids: ['arxiv:2601.00003'], title: '' },
];
const report: PageReport = {
  site: 'any',
  kind: 'listing',
  papers: shown.map(({ ids }) => ids),
  unparsed: {},
  isShown: true,
};

let browser: FakeBrowser;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await import('../../src/background');
  browser.tabs = [blog, 'https://arxiv.org/pdf/2601.00009', 'https://blog.example/about'];
  browser.onInject = (tab, files) => {
    if (tab === 0 && files.includes('content/any.js')) browser.scripts.set(tab, { read: report, facts: shown });
  };
});
afterEach(() => vi.unstubAllGlobals());

const answer = async (name: 'saveAll' | 'savePage', tab: number) => {
  const reply = await browser.ask(name, tab, own);
  return reply?.ok ? reply.answer : reply;
};
const ownLibrary = async () => (await import('../../src/background/own-library')).library;

test('saves what is not saved yet as one change, and leaves out what is no paper', async () => {
  const library = await ownLibrary();
  await library.save([{ ids: ['arxiv:2601.00001'], title: 'Saved before' }], {
    site: 'arxiv',
    url: 'https://arxiv.org/list/cs.LG/new',
    kind: 'listing',
  });
  const done = (await answer('saveAll', 0)) as { change: number; papers: number };
  expect(done.papers).toBe(1);
  expect((await library.papers(['arxiv:2601.00002']))[0]?.facts.title).toBe('The second');
  expect((await library.papers(['arxiv:2601.00001']))[0]?.facts.title).toBe('Saved before');
  await library.undo(done.change);
  expect(await library.size()).toBe(1);
});

test('with nothing left to save there is no change', async () => {
  await answer('saveAll', 0);
  const before = (await (await ownLibrary()).journal()).length;
  expect(await answer('saveAll', 0)).toBeUndefined();
  expect((await (await ownLibrary()).journal()).length).toBe(before);
});

test('a PDF is saved by the id in its address; an address that names no paper is none', async () => {
  const change = (await answer('savePage', 1)) as number;
  expect((await (await ownLibrary()).papers(['arxiv:2601.00009']))[0]?.ids).toEqual(['arxiv:2601.00009']);
  await (await ownLibrary()).undo(change);
  expect(await (await ownLibrary()).size()).toBe(0);
  expect(await answer('savePage', 2)).toBeUndefined();
});

test('the number that a page gives of its save counts only if the page saved by it', async () => {
  const library = await ownLibrary();
  const { id } = await library.save([{ ids: ['arxiv:2601.00004'], title: 'The user’s own' }], {
    site: 'arxiv',
    url: 'https://arxiv.org/list/cs.LG/new',
    kind: 'listing',
  });
  browser.scripts.set(2, { read: { ...report, kind: 'paper' }, savePage: () => id });
  expect(await answer('savePage', 2)).toBe(0);
});

test('a page may ask for neither', async () => {
  for (const name of ['saveAll', 'toggleBar'] as const) {
    const reply = await browser.ask(name, 0);
    expect(reply?.ok ?? false).toBe(false);
  }
});
