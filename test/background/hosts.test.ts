import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteState } from '../../src/messages/contract';
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

const answer = async (...asked: Parameters<FakeBrowser['ask']>) => {
  const reply = await browser.ask(...asked);
  return reply?.ok ? reply.answer : reply;
};
const sites = async () => (await answer('sites', undefined, own)) as SiteState[];
const on = async () => (await sites()).filter(({ isOn }) => isOn).map(({ id }) => id);
const registered = () => [...browser.registered.values()];
const dblp = 'https://dblp.org/*';

test('at first the sites of the required hosts are on, and no other', async () => {
  expect(await on()).toEqual(['huggingface', 'arxiv']);
  expect((await sites()).filter(({ isRequired }) => isRequired).map(({ id }) => id)).toEqual(['huggingface', 'arxiv']);
  await Promise.all(browser.onInstalled.emit({ reason: 'install' }));
  expect(registered()).toEqual([]);
});

test('every site names hosts that the manifest has', async () => {
  const { host_permissions, optional_host_permissions } = JSON.parse(readFileSync('manifest.json', 'utf8'));
  for (const { id, origins } of await sites()) {
    expect(origins, id).not.toEqual([]);
    for (const origin of origins) expect([...host_permissions, ...optional_host_permissions]).toContain(origin);
  }
});

test('a permitted host is registered, its open tabs get their script, and other tabs do not', async () => {
  browser.tabs = [
    'https://dblp.org/search?q=a',
    'https://dblp.uni-trier.de/search?q=a',
    'https://huggingface.co/papers',
  ];
  await browser.permit(dblp);
  expect(registered()).toEqual([
    { id: 'dblp', js: ['content/dblp.js'], matches: ['https://dblp.org/*'], runAt: 'document_start' },
  ]);
  expect(browser.injected).toEqual([{ tab: 0, files: ['content/dblp.js'] }]);
  expect(await on()).toEqual(['huggingface', 'arxiv', 'dblp']);
});

test('a second host of the same site joins the first; it is never registered twice', async () => {
  await browser.permit(dblp);
  await browser.permit('https://dblp.uni-trier.de/*');
  await Promise.all([
    ...browser.onInstalled.emit({ reason: 'update' }),
    ...browser.onStartup.emit(),
    browser.permit('https://openreview.net/*'),
  ]);
  expect(registered().map(({ id, matches }) => [id, matches.length])).toEqual([
    ['dblp', 2],
    ['openreview', 5],
  ]);
});

test('after an update, which forgets what was registered, it is there again', async () => {
  await browser.permit(dblp);
  browser.registered.clear();
  await Promise.all(browser.onInstalled.emit({ reason: 'update' }));
  expect(registered().map(({ id }) => id)).toEqual(['dblp']);
});

test('a registration that the browser refuses does not stop the next one', async () => {
  const { syncContentScripts } = await import('../../src/background/hosts');
  const { default: api } = await import('../../src/messages/browser');
  vi.spyOn(api.scripting, 'getRegisteredContentScripts').mockRejectedValueOnce(new Error('busy'));
  await expect(syncContentScripts()).rejects.toThrow('busy');
  await browser.permit(dblp);
  expect(registered().map(({ id }) => id)).toEqual(['dblp']);
});

test('a permission taken away while nobody listened is noticed at the next start', async () => {
  await browser.permit(dblp);
  browser.origins = browser.origins.filter((origin) => origin !== dblp);
  await Promise.all(browser.onStartup.emit());
  expect(registered()).toEqual([]);
});

test('taken away: unregistered, and every tab is told, though their addresses are hidden now', async () => {
  browser.tabs = ['https://dblp.org/search?q=a', 'https://huggingface.co/papers'];
  await browser.permit(dblp);
  browser.told.length = 0;
  await browser.forbid(dblp);
  expect(registered()).toEqual([]);
  expect(await on()).toEqual(['huggingface', 'arxiv']);
  expect(browser.told.map(({ tab }) => tab)).toEqual([0, 1]);
  const [{ input } = { input: { off: [] } }] = browser.told.map(
    ({ message }) => message as { input: { off: string[] } },
  );
  expect(input.off).toContain('dblp');
  expect(input.off).not.toContain('huggingface');
});

test('a required site is turned off by a setting: its pages are told', async () => {
  browser.tabs = ['https://huggingface.co/papers'];
  const settings = await import('../../src/settings');
  await settings.set({ sitesOff: ['huggingface'] });
  await vi.waitFor(() => expect(browser.told.length).toBe(1));
  expect(browser.told[0]?.message).toMatchObject({ offprint: 'settingsChanged', input: { off: expect.any(Array) } });
  expect(((await answer('settings')) as { off: string[] }).off).toContain('huggingface');
  expect(await on()).toEqual(['arxiv']);
});

test('a required host that the browser withholds is off, and can be asked for', async () => {
  browser.origins = ['https://arxiv.org/*'];
  const state = await answer('siteAt', 'https://huggingface.co/papers', own);
  expect(state).toMatchObject({ id: 'huggingface', isOn: false, origins: ['https://huggingface.co/papers*'] });
});

test('an address tells its site and the origin of that address alone', async () => {
  expect(await answer('siteAt', 'https://dblp.org/search?q=a', own)).toMatchObject({
    id: 'dblp',
    isOn: false,
    origins: [dblp],
  });
  await browser.permit(dblp);
  expect(await answer('siteAt', 'https://dblp.org/search?q=a', own)).toMatchObject({ isOn: true });
  expect(await answer('siteAt', 'https://dblp.uni-trier.de/search?q=a', own)).toMatchObject({ isOn: false });
  for (const address of ['https://example.org/', 'https://dblp.org/faq', 'about:blank', 'dblp'])
    expect(await answer('siteAt', address, own), address).toBeUndefined();
});

test('a further host of a site is offered on its own pages, registered once permitted, and given back with the site', async () => {
  const [japan, france] = ['https://scholar.google.co.jp/*', 'https://scholar.google.fr/*'];
  expect(await answer('siteAt', 'https://scholar.google.co.jp/scholar?q=otters', own)).toMatchObject({
    id: 'google-scholar',
    isOn: false,
    origins: [japan],
  });
  const scholar = async () => (await sites()).find(({ id }) => id === 'google-scholar');
  expect(await scholar()).toMatchObject({ isOn: false, origins: ['https://scholar.google.com/*'] });
  await browser.permit(japan);
  expect(registered().map(({ matches }) => matches)).toEqual([
    ['https://scholar.google.co.jp/scholar*', 'https://scholar.google.co.jp/citations*'],
  ]);
  expect(await scholar()).toMatchObject({ isOn: true, origins: ['https://scholar.google.com/*', japan] });
  expect(await answer('siteAt', 'https://scholar.google.fr/scholar?q=otters', own)).toMatchObject({
    isOn: false,
    origins: [france],
  });
});

test('a further host of a required site is registered beside the script of the manifest', async () => {
  expect(await answer('siteAt', 'https://www.arxiv.org/list/cs.LG/recent', own)).toMatchObject({
    id: 'arxiv',
    isOn: false,
    origins: ['https://www.arxiv.org/*'],
  });
  await browser.permit('https://www.arxiv.org/*');
  const [script] = registered();
  expect(script).toMatchObject({ id: 'arxiv', js: ['content/arxiv.js'] });
  expect(script?.matches).toContain('https://www.arxiv.org/list/*');
  expect(script?.matches?.some((pattern) => pattern.startsWith('https://arxiv.org/'))).toBe(false);
});

test('what is not about hosts changes nothing', async () => {
  await Promise.all(browser.onAdded.emit({ permissions: ['downloads'], origins: [] }));
  expect(browser.told).toEqual([]);
});

test('a page cannot ask which sites there are', async () => {
  expect(await browser.ask('sites', undefined, page)).toBeUndefined();
});
