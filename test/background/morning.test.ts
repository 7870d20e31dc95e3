import 'fake-indexeddb/auto';
import '../support/locks';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { Followed } from '../../src/library/followed';
import { facts } from '../support/library';
import { FakeBrowser, own } from './fake-browser';

const list = { url: 'https://arxiv.org/list/cs.LG/new', site: 'arxiv', name: 'new', followedAt: 1 };
const morning = new Date(2026, 10, 30, 8).getTime();
const day = 86_400_000;

/** The background with one followed listing, and what it opened, sent and showed. */
async function start(readsMornings: boolean) {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', { ...navigator, locks: navigator.locks, onLine: true });
  const browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  const world = (globalThis as unknown as { chrome: Record<string, Record<string, unknown>> }).chrome;
  const did: { opened: object[]; closed: number; sent: unknown[]; badge: string[] } = {
    ...{ opened: [], closed: 0, sent: [], badge: [] },
  };
  Object.assign(world, {
    offscreen: {
      createDocument: async (options: object) => void did.opened.push(options),
      closeDocument: async () => void did.closed++,
    },
  });
  Object.assign(world.runtime ?? {}, { sendMessage: async (message: unknown) => void did.sent.push(message) });
  Object.assign(world.action ?? {}, {
    setBadgeText: async ({ text, tabId }: { text: string; tabId?: number }) => tabId ?? did.badge.push(text),
  });
  const morningOf = await import('../../src/background/morning');
  const settings = await import('../../src/settings');
  await settings.set({ readsMornings });
  const followed = new Followed();
  await followed.follow(list);
  return { browser, did, followed, ...morningOf };
}

beforeEach(() => vi.unstubAllGlobals());

test('nothing is read unless it was turned on', async () => {
  const { did, readInMorning } = await start(false);
  await readInMorning(morning);
  expect(did).toMatchObject({ opened: [], sent: [] });
});

test('from six o’clock on a page is opened to read what was not asked for that day', async () => {
  const { did, followed, readInMorning } = await start(true);
  await readInMorning(morning - 3 * 3_600_000);
  expect(did.opened).toEqual([]);
  await readInMorning(morning);
  expect(did.opened).toMatchObject([{ reasons: ['DOM_PARSER'] }]);
  expect(did.sent).toEqual([{ offprint: 'readFollowed', input: undefined }]);
  await followed.note(list.url, (known) => ({ ...known, triedAt: morning, problem: { code: 'unreachable' } }));
  await readInMorning(morning + 3_600_000);
  expect(did.opened.length).toBe(1);
  await readInMorning(morning + day);
  expect(did.opened.length).toBe(2);
});

test('when they were read the icon shows how many are new, neither dismissed nor seen before, and the page is closed', async () => {
  const { browser, did, followed } = await start(true);
  await followed.store(list.url, [facts(1)], {}, morning - day);
  await followed.visit(morning - day + 1);
  await followed.store(list.url, [facts(1), facts(2), facts(3), facts(4)], {}, morning);
  await followed.dismiss(['arxiv:2601.00002'], morning);
  await import('../../src/background');
  await browser.ask('followedRead', undefined, own);
  expect(did.badge).toEqual(['2']);
  expect(did.closed).toBe(1);
});
