import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Facts } from '../../src/paper/paper';
import type { Settings } from '../../src/settings';
import '../support/locks';
import { FakeBrowser, own, page } from './fake-browser';

let browser: FakeBrowser;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await import('../../src/background');
});
afterEach(() => vi.unstubAllGlobals());

const facts = (n: number): Facts => ({ ids: [`arxiv:2601.0000${n}`], title: `Paper ${n}` });
const context = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' };
const save = (...papers: number[]) => browser.ask('save', { facts: papers.map(facts), context });
const marks = async (...papers: number[]) => {
  const reply = await browser.ask(
    'lookup',
    papers.map((n) => facts(n).ids[0]),
  );
  return reply?.ok ? Object.keys(reply.answer as object) : reply;
};
const code = async (reply: ReturnType<FakeBrowser['ask']>) => {
  const given = await reply;
  return given && !given.ok ? given.failure.code : given;
};

test('saves, tags, marks', async () => {
  const saved = await save(1);
  expect(saved).toMatchObject({ ok: true, answer: { marks: { 'arxiv:2601.00001': { status: 'unread', tags: [] } } } });
  const change = { tags: ['rl/reward'] };
  await browser.ask('changePaper', { key: 'arxiv:2601.00001', change }, own);
  expect(await browser.ask('lookup', ['arxiv:2601.00001', 'arxiv:2601.00002'])).toMatchObject({
    ok: true,
    answer: { 'arxiv:2601.00001': { tags: ['rl/reward'] } },
  });
  expect(await browser.ask('completeTag', 'rew', own)).toEqual({
    ok: true,
    answer: [{ name: 'rl/reward', papers: 1 }],
  });
});

test('tells every tab that shows a listing, once a change', async () => {
  browser.tabs = ['https://huggingface.co/papers', 'https://example.org/', 'https://huggingface.co/papers?q=a'];
  await save(1);
  await vi.waitFor(() => expect(browser.told.length).toBe(2));
  expect(browser.told.map(({ tab }) => tab)).toEqual([0, 2]);
  expect(browser.told[0]?.message).toEqual({ offprint: 'changed', input: { keys: ['arxiv:2601.00001'] } });
});

test('what a page of our own changed is told too', async () => {
  browser.tabs = ['https://huggingface.co/papers'];
  await browser.ask('libraryChanged', ['arxiv:2601.00001'], own);
  expect(browser.told.length).toBe(1);
});

test.each([
  ['another extension', { ...page, id: 'another' }],
  ['a frame inside the page', { ...page, frameId: 3 }],
  ['no tab', { id: 'offprint', url: page.url }],
  ['an address that is none', { ...page, url: 'about:blank' }],
])('does not hear %s', async (_, sender) => {
  expect(await browser.ask('lookup', ['arxiv:2601.00001'], sender)).toBeUndefined();
});

test('refuses a page of another site, where nobody asked for a reader', async () => {
  const sender = { ...page, url: 'https://example.org/papers' };
  expect(await code(browser.ask('lookup', ['arxiv:2601.00001'], sender))).toBe('refused');
});

test('a page cannot speak as a page of our own', async () => {
  expect(await browser.ask('libraryChanged', [], page)).toBeUndefined();
});

test.each([
  ['facts without an id', 'save', { facts: [{ title: 'A' }], context }],
  ['no facts', 'save', { facts: [], context }],
  ['more papers than a page holds', 'save', { facts: Array.from({ length: 501 }, () => facts(1)), context }],
  [
    'another site’s address',
    'save',
    { facts: [facts(1)], context: { ...context, url: 'https://arxiv.org/list/cs.LG/new' } },
  ],
  ['no context', 'save', { facts: [facts(1)] }],
  ['nothing at all', 'save', undefined],
  ['a key that is none', 'lookup', ['<script>']],
  ['keys that are no list', 'lookup', 'arxiv:2601.00001'],
  ['too many keys', 'lookup', Array.from({ length: 501 }, () => 'arxiv:2601.00001')],
  ['a status that is none', 'setStatus', { keys: ['arxiv:2601.00001'], status: 'burnt' }],
  ['a script that is none', 'inject', '../background'],
  ['a change that is no number', 'undo', { change: '1' }],
] as const)('refuses %s', async (_, name, input) => {
  expect(await code(browser.ask(name, input))).toBe('invalid');
  expect(await marks(1)).toEqual([]);
});

test('undo takes back what a page did, and nothing else', async () => {
  const { openLibrary } = await import('../../src/library/open');
  const saved = await save(1);
  const { change } = (saved as { answer: { change: number } }).answer;
  expect(await marks(1)).toEqual(['arxiv:2601.00001']);
  expect(await browser.ask('undo', { change })).toMatchObject({ ok: true });
  expect(await marks(1)).toEqual([]);

  const popup = openLibrary();
  const { id } = await popup.save([facts(2)], { ...context, kind: 'listing' });
  expect(await code(browser.ask('undo', { change: id }))).toBe('refused');
  expect(await marks(2)).toEqual(['arxiv:2601.00002']);
  popup.close();
});

test('the hints of the first minute come when they are due, each once', async () => {
  const hint = async () => ((await browser.ask('settings')) as { answer: { hint?: string } }).answer.hint;
  expect(await hint()).toBe('save');
  await browser.ask('hintSeen', 'save');
  expect(await hint()).toBeUndefined();
  await save(1, 2);
  expect(await hint()).toBeUndefined();
  await save(3);
  expect(await hint()).toBe('find');
  await browser.ask('hintSeen', 'find');
  expect(await hint()).toBeUndefined();
});

const set = async (change: Partial<Settings>) => (await import('../../src/settings')).set(change);

test('the script of the page bar is loaded at once only for options that need it', async () => {
  const needsBar = async () => ((await browser.ask('settings')) as { answer: { needsBar: boolean } }).answer.needsBar;
  expect(await needsBar()).toBe(false);
  await set({ badgeCount: true });
  expect(await needsBar()).toBe(false);
  await set({ pageKeys: true });
  expect(await needsBar()).toBe(true);
  await set({ pageKeys: false, seen: 'on' });
  expect(await needsBar()).toBe(true);
});

test('tags are suggested only where that is turned on', async () => {
  const shared = (n: number) => ({ ...facts(n), authors: ['Ada Lovelace'] });
  await browser.ask('save', { facts: [shared(1)], context });
  await browser.ask('changePaper', { key: 'arxiv:2601.00001', change: { tags: ['engines'] } }, own);
  const suggested = async () => ((await browser.ask('suggest', [shared(2)])) as { answer: object }).answer;
  expect(await suggested()).toEqual({});
  await set({ previews: true });
  expect(await suggested()).toMatchObject({ 'arxiv:2601.00002': [{ tag: 'engines' }] });
});

test('papers that were on the screen are remembered only once the reader agreed', async () => {
  const key = 'arxiv:2601.00001';
  const seenAt = async () =>
    ((await browser.ask('visit', [key])) as { answer?: { seen: Record<string, number> } }).answer?.seen;
  await browser.ask('seen', [key]);
  expect(await seenAt()).toBeUndefined();
  expect(await browser.ask('agreeSeen' as 'seen', true)).toBeUndefined(); // no page answers for the reader
  expect(await seenAt()).toBeUndefined();
  await set({ seen: 'on' });
  expect(await seenAt()).toEqual({});
  await browser.ask('seen', [key]);
  expect(await seenAt()).toEqual({ [key]: expect.any(Number) });
});

test('a page dismisses the question about seen papers, which turns nothing on', async () => {
  const seen = async () => ((await browser.ask('settings')) as { answer: { seen: string } }).answer.seen;
  expect(await seen()).toBe('ask');
  await browser.ask('hintSeen', 'seen');
  expect(await seen()).toBe('off');
  await set({ seen: 'on' });
  expect(await seen()).toBe('on');
});

test('the options open where the page asks for them', async () => {
  await browser.ask('openOptions');
  expect(browser.opened).toEqual(['options']);
});

test('the panel is put into the asking tab only', async () => {
  await browser.ask('inject', 'panel');
  expect(browser.injected).toEqual([{ tab: 0, files: ['content/panel.js'] }]);
});

test('on arrival the open listings get their controls', async () => {
  browser.tabs = ['https://huggingface.co/papers/date/2026-09-28'];
  await Promise.all(browser.onInstalled.emit({ reason: 'install' }));
  expect(browser.injected).toContainEqual({ tab: 0, files: ['content/huggingface.js'] });
  expect(browser.opened).toEqual([]);
});

test('on arrival without an open listing one tab says hello; an update says nothing', async () => {
  browser.tabs = ['https://example.org/'];
  await Promise.all(browser.onInstalled.emit({ reason: 'update' }));
  expect(browser.opened).toEqual([]);
  await Promise.all(browser.onInstalled.emit({ reason: 'install' }));
  expect(browser.opened).toEqual(['moz-extension://offprint/src/shelf/index.html#welcome']);
});

test('the library opens at the paper', async () => {
  await browser.ask('openLibrary', { key: 'arxiv:2601.00001' });
  expect(browser.opened).toEqual(['moz-extension://offprint/src/shelf/index.html#paper=arxiv%3A2601.00001']);
});

test('beyond 100 sites the bar forgets its place on the site used longest ago, not on the last one', async () => {
  const { barOf, keepBar } = await import('../../src/background/page-bar');
  const on = (n: number) => ({ ...page, url: `https://journal-${n}.example/` }) as never;
  for (let n = 0; n <= 100; n++) await keepBar({ x: 0, y: 1, is: 'open' }, on(n));
  expect(await barOf(on(0))).toBeUndefined();
  for (const n of [1, 99, 100]) expect(await barOf(on(n))).toEqual({ x: 0, y: 1, is: 'open' });
});

const elsewhere = 'https://evil.example/?stolen=tags';

test('a page may open papers, and pages of its own origin, in background tabs', async () => {
  const urls = [
    'https://arxiv.org/abs/2601.00001',
    'https://doi.org/10.1000/182',
    'https://huggingface.co/papers/date/2026-01-02',
  ];
  expect(await browser.ask('openBehind', { urls })).toMatchObject({ ok: true });
  expect(browser.opened).toEqual(urls);
});

test.each([
  ['another site’s page that is no paper', elsewhere],
  ['a script', 'javascript:alert(1)'],
  ['a file', 'file:///etc/passwd'],
  ['a page of ours', 'moz-extension://offprint/src/shelf/index.html'],
  ['a paper’s page by another protocol', 'ftp://arxiv.org/abs/2601.00001'],
  ['its own site by another protocol', 'ftp://huggingface.co/papers'],
  ['its own site on another port', 'https://huggingface.co:8443/papers'],
  ['a text that is no address', 'papers'],
  ['an address of more than 2,000 characters', `https://huggingface.co/papers?q=${'x'.repeat(2000)}`],
  ['what is no text', 7],
])('a page may not open %s; then nothing is opened', async (_, url) => {
  const urls = ['https://arxiv.org/abs/2601.00001', url];
  expect(await code(browser.ask('openBehind', { urls }))).toBe('invalid');
  expect(browser.opened).toEqual([]);
});

test('a page may not open more than 50 tabs at once', async () => {
  const urls = Array.from({ length: 51 }, (_, n) => `https://huggingface.co/papers?page=${n}`);
  expect(await code(browser.ask('openBehind', { urls }))).toBe('invalid');
  expect(browser.opened).toEqual([]);
});
