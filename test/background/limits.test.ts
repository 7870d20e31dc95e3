/** What the pages of one origin may ask over time, and which changes a page may undo. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../support/locks';
import { FakeBrowser, own, page } from './fake-browser';

let browser: FakeBrowser;

const start = async () => {
  vi.resetModules();
  browser.onMessage.clear();
  await import('../../src/background');
};
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 30) });
  browser = new FakeBrowser();
  browser.connect();
  await start();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const id = (n: number) => `arxiv:2601.${String(n).padStart(5, '0')}`;
const ids = (count: number, from = 1) => Array.from({ length: count }, (_, at) => id(from + at));
const context = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' };
const save = (keys: string[], sender?: object) =>
  browser.ask('save', { facts: keys.map((key) => ({ ids: [key], title: `Paper ${key}` })), context }, sender);
const code = async (reply: ReturnType<FakeBrowser['ask']>) => {
  const given = await reply;
  return given && !given.ok ? given.failure.code : 'ok';
};
const times = async (count: number, ask: (at: number) => ReturnType<FakeBrowser['ask']>) => {
  const codes: Record<string, number> = {};
  for (let at = 0; at < count; at++) {
    const given = await code(ask(at));
    codes[given] = (codes[given] ?? 0) + 1;
  }
  return codes;
};
const marked = async (keys: string[]) => {
  const reply = await browser.ask('lookup', keys, { ...page, url: 'https://arxiv.org/list/cs.LG/new' });
  return reply?.ok ? Object.keys(reply.answer as object) : reply;
};

describe('limits over time', () => {
  test('ten tabs of 500 papers are looked up four times within a minute; more is refused until time has passed', async () => {
    const lookup = (at: number) => browser.ask('lookup', ids(500), { ...page, tab: { id: at % 10 } });
    expect(await times(42, lookup)).toEqual({ ok: 40, limited: 2 });
    pass(0.5);
    expect(await times(21, lookup)).toEqual({ ok: 20, limited: 1 });
  });
  test('over an hour no more than 200,000 ids are answered beyond what was left', async () => {
    let answered = 0;
    for (let minute = 0; minute < 60; minute++) {
      const { ok = 0 } = await times(41, () => browser.ask('lookup', ids(500)));
      answered += ok * 500;
      pass(1);
    }
    expect(answered).toBeLessThanOrEqual(400_000);
    expect(answered).toBeGreaterThan(200_000);
  }, 60_000);
  test('somebody saves 500 papers at once, undoes it, and saves eight more listings; a flood is refused', async () => {
    const saved = await save(ids(500));
    expect(await code(browser.ask('undo', { change: (saved as { answer: { change: number } }).answer.change }))).toBe(
      'ok',
    );
    expect(await times(8, (at) => save(ids(500, 1 + 500 * at)))).toEqual({ ok: 8 });
    expect(await times(3, (at) => save(ids(500, 5001 + 500 * at)))).toEqual({ ok: 1, limited: 2 });
    expect(await marked(ids(500, 5501))).toEqual([]);
    pass(60);
    expect(await code(save(ids(500, 5501)))).toBe('ok');
  }, 60_000);
  test('papers of enormous length are refused sooner', async () => {
    const abstract = 'x'.repeat(99_000);
    const long = (at: number) =>
      browser.ask('save', {
        facts: ids(50, 50 * at + 1).map((key) => ({ ids: [key], title: 'Long', abstract })),
        context,
      });
    expect(await times(8, long)).toEqual({ ok: 6, limited: 2 });
  }, 60_000);
  test('pages open 120 tabs an hour', async () => {
    const open = (count: number) =>
      browser.ask('openBehind', {
        urls: Array.from({ length: count }, (_, at) => `https://huggingface.co/papers?p=${at}`),
      });
    expect(await times(3, () => open(50))).toEqual({ ok: 2, limited: 1 });
    expect(await times(30, () => browser.ask('openLibrary', {}))).toEqual({ ok: 20, limited: 10 });
    expect(browser.opened).toHaveLength(120);
    pass(30);
    expect(await times(2, () => open(50))).toEqual({ ok: 1, limited: 1 });
  });
  test('3,000 changes are made at once, and 50 a minute from then on', async () => {
    const change = () => browser.ask('undo', { change: 1 }); // refused, but counted
    expect(await times(3010, change)).toEqual({ refused: 3000, limited: 10 });
    pass(1);
    expect(await times(60, change)).toEqual({ refused: 50, limited: 10 });
  }, 60_000);
  test('tabs of one origin share their limits, other origins and our own pages have their own', async () => {
    const lookup = (sender: object) => code(browser.ask('lookup', ids(500), sender));
    await times(40, () => browser.ask('lookup', ids(500)));
    expect(await lookup({ ...page, tab: { id: 7 } })).toBe('limited');
    expect(await lookup({ ...page, url: 'https://arxiv.org/list/cs.LG/new' })).toBe('ok');
    expect(await code(browser.ask('libraryChanged', [], own))).toBe('ok');
  });
  test('a worker that was stopped does not forget', async () => {
    await times(40, () => browser.ask('lookup', ids(500)));
    await start();
    expect(await code(browser.ask('lookup', ids(500)))).toBe('limited');
  });
  test('a clock that is set back gives nothing back', async () => {
    await times(40, () => browser.ask('lookup', ids(500)));
    pass(-600);
    expect(await code(browser.ask('lookup', ids(500)))).toBe('limited');
    pass(1);
    expect(await code(browser.ask('lookup', ids(500)))).toBe('ok');
  });
});

describe('undo from a page', () => {
  const changeOf = (reply: Awaited<ReturnType<FakeBrowser['ask']>>) =>
    (reply as { answer: { change: number } }).answer.change;
  const trash = async () => {
    const { openLibrary } = await import('../../src/library/open');
    const library = openLibrary();
    const rows = await library.trash();
    library.close();
    return rows.map(({ key }) => key);
  };

  test('a save that a page undoes goes to the trash', async () => {
    const saved = await save([id(1)]);
    const undone = await browser.ask('undo', { change: changeOf(saved) });
    expect(undone).toMatchObject({ ok: true, answer: { marks: {} } });
    expect(await trash()).toEqual([id(1)]);
  });
  test('a page undoes nothing that another tab or another origin changed', async () => {
    const saved = await save([id(1)]);
    const change = changeOf(saved);
    const arxiv = { ...page, url: 'https://arxiv.org/list/cs.LG/new' };
    expect(await code(browser.ask('undo', { change }, { ...page, tab: { id: 5 } }))).toBe('refused');
    expect(await code(browser.ask('undo', { change }, arxiv))).toBe('refused');
    expect(await marked([id(1)])).toEqual([id(1)]);
    expect(await code(browser.ask('undo', { change }))).toBe('ok');
  });
  test('what the page changed since does not hinder the page, what the user changed elsewhere does', async () => {
    const saved = await save([id(1)]);
    await browser.ask('setStatus', { keys: [id(1)], status: 'read' });
    const { openLibrary } = await import('../../src/library/open');
    const popup = openLibrary();
    await popup.setStarred([id(1)], true);
    expect(await code(browser.ask('undo', { change: changeOf(saved) }))).toBe('refused');
    await popup.undo();
    popup.close();
    expect(await code(browser.ask('undo', { change: changeOf(saved) }))).toBe('ok');
    expect(await trash()).toEqual([id(1)]);
  });
  test('a stopped worker still knows which changes are a page’s', async () => {
    const saved = await save([id(1)]);
    await start();
    expect(await code(browser.ask('undo', { change: changeOf(saved) }))).toBe('ok');
  });
});
