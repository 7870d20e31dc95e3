import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { matches } from '../../src/sites/match';
import '../support/locks';
import { paperLinks } from '../support/paper-links';
import { FakeBrowser, page } from './fake-browser';

let browser: FakeBrowser;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser = new FakeBrowser();
  browser.connect();
  vi.resetModules();
  await import('../../src/background');
  browser.tabs = ['https://huggingface.co/papers', 'https://blog.example/', 'https://arxiv.org/abs/2601.00001'];
});
afterEach(() => vi.unstubAllGlobals());

const choose = async (menuItemId: string, info: object, tab = 1) => {
  await Promise.all(browser.onClicked.emit({ menuItemId, pageUrl: 'https://blog.example/#x', ...info }, { id: tab }));
};
const papers = async () => {
  const { library } = await import('../../src/background/own-library');
  const rows = await library.newest(50);
  return (await library.papers(rows.map(({ n }) => n))).map(({ facts, sightings }) => ({ facts, sightings }));
};
const ids = async () => (await papers()).flatMap(({ facts }) => facts.ids).sort();

test('the menu is made at the installation, and once', async () => {
  await Promise.all(browser.onInstalled.emit({ reason: 'install' }));
  await Promise.all(browser.onInstalled.emit({ reason: 'update' }));
  expect(browser.menu.map(({ title, contexts }) => [title, contexts])).toEqual([
    ['Save paper', ['link']],
    ['Save papers in selection', ['selection']],
    ['Save this page’s paper', ['page', 'action']],
    ['Open library', ['action']],
  ]);
});

test.each([
  ['https://arxiv.org/pdf/2601.00001v2', 'arxiv:2601.00001'],
  ['https://doi.org/10.5555/ABC', 'doi:10.5555/abc'],
  ['https://openreview.net/forum?id=Ab_1', 'openreview:Ab_1'],
  ['https://aclanthology.org/2024.acl-long.901/', 'acl:2024.acl-long.901'],
  ['https://pubmed.ncbi.nlm.nih.gov/99000001/', 'pmid:99000001'],
  ['https://huggingface.co/papers/2601.00001', 'arxiv:2601.00001'],
])('a link to %s is saved by its id, with where the user was', async (linkUrl, id) => {
  await choose('save-link', { linkUrl });
  expect(await papers()).toMatchObject([
    { facts: { ids: [id], title: id }, sightings: [{ site: 'any', url: 'https://blog.example/', kind: 'listing' }] },
  ]);
  expect(browser.badges.get(1)).toBe('✓');
});

const offered = async () => {
  await Promise.all(browser.onInstalled.emit({ reason: 'install' }));
  const { targetUrlPatterns = [] } = browser.menu.find(({ id }) => id === 'save-link') ?? {};
  return (link: string) => targetUrlPatterns.some((pattern) => matches(pattern, new URL(link)));
};

test.each([
  'https://arxiv.org/abs/2601.00001',
  'http://de.arxiv.org/pdf/hep-th/9901001v1',
  'https://dx.doi.org/10.5555/abc',
  'https://openreview.net/forum?id=Ab_1',
  'https://aclanthology.org/P19-1001/',
  'https://pubmed.ncbi.nlm.nih.gov/99000001/',
  'https://pmc.ncbi.nlm.nih.gov/articles/PMC99000001/',
  'https://europepmc.org/article/MED/99000001',
  'https://huggingface.co/papers/2601.00001',
  'https://dblp.org/rec/conf/nips/Lovelace26',
  'https://publisher.example/doi/abs/10.5555/3292500.3330701',
  'https://publisher.example/show?doi=10.5555/abc',
])('the menu of a link to %s has the entry, which saves it', async (linkUrl) => {
  expect((await offered())(linkUrl)).toBe(true);
  await choose('save-link', { linkUrl });
  expect(await ids()).toHaveLength(1);
});

test('the menu of each of 65 usual forms of links has the entry', async () => {
  const isOffered = await offered();
  expect(paperLinks.length).toBe(65);
  expect(
    paperLinks.map(([link]) => link).filter((link) => !isOffered(link)),
    'src/sites/catalog.ts: paperLinks should match them',
  ).toEqual([]);
});

test.each([
  'https://arxiv.org/list/cs.LG/recent',
  'https://arxiv.org/a/lovelace_a_1',
  'https://huggingface.co/papers/trending',
  'https://openreview.net/group?id=ICLR.cc',
  'https://github.com/ada/lantern-10.2',
  'https://jmlr.org/papers/v25/',
  'https://www.usenix.org/conference/nsdi22/technical-sessions',
  'https://proceedings.mlr.press/v139/',
])('the menu of a link to %s has none', async (link) => {
  expect((await offered())(link)).toBe(false);
});

test('all papers that a selected text names are one change; one that names none says so', async () => {
  await choose('save-selection', { selectionText: 'See arXiv:2601.00002v1 and 10.5555/x.y, also arXiv:2601.00002.' });
  expect(await ids()).toEqual(['arxiv:2601.00002', 'doi:10.5555/x.y']);
  const { library } = await import('../../src/background/own-library');
  await library.undo();
  expect(await ids()).toEqual([]);
  await choose('save-selection', { selectionText: 'nothing here' });
  await choose('save-link', { linkUrl: 'https://arxiv.org/list/cs.LG/new' });
  expect(await ids()).toEqual([]);
  expect(browser.badges.get(1)).toBe('?');
});

/** What was said above a tab's page. */
const said = (tab = 1) =>
  browser.told.flatMap(({ tab: at, message }) =>
    at === tab && (message as { offprint: string }).offprint === 'say' ? [(message as { input: object }).input] : [],
  );

test('the page says how it went, and takes back what it said', async () => {
  browser.scripts.set(1, { say: true });
  await choose('save-selection', {
    selectionText: 'arXiv:2601.00002 and arXiv:2601.00003',
    pageUrl: page.url,
  });
  await choose('save-selection', { selectionText: 'arXiv:2601.00003' });
  await choose('save-selection', { selectionText: 'nothing here' });
  expect(said()).toMatchObject([
    { text: 'Saved 2 papers', undo: { label: 'Undo', change: expect.any(Number) } },
    { text: 'Already in your library' },
    { text: 'No paper found here. Nothing was saved.', warning: true },
  ]);
  const [{ undo } = {}] = said() as { undo?: { change: number } }[];
  await browser.ask('undo', { change: undo?.change }, { ...page, tab: { id: 1 } });
  expect(await ids()).not.toContain('arxiv:2601.00002');
});

test('where some papers of a text are known already, saving the others can be undone', async () => {
  browser.scripts.set(1, { say: true });
  await choose('save-selection', { selectionText: 'arXiv:2601.00002' });
  await choose('save-selection', { selectionText: 'arXiv:2601.00002 and arXiv:2601.00003' });
  expect(said().at(-1)).toMatchObject({ undo: { label: 'Undo', change: expect.any(Number) } });
});

test('of a long text a hundred are saved, and those alone count as known', async () => {
  browser.scripts.set(1, { say: true });
  const text = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => `arXiv:2601.${String(from + n).padStart(5, '0')}`).join(' ');
  await choose('save-selection', { selectionText: text(21, 121) });
  await choose('save-selection', { selectionText: text(1, 121) });
  await choose('save-selection', { selectionText: text(1, 101) });
  expect(said()).toMatchObject([
    { text: 'Saved 100 papers' },
    { text: 'Saved 100 papers' },
    { text: 'Already in your library' },
  ]);
});

test('a listing is not a paper’s own page', async () => {
  browser.scripts.set(0, { read: { site: 'huggingface', kind: 'listing', papers: [['arxiv:2601.00001']] }, say: true });
  await Promise.all(browser.onCommand.emit('save-page', { id: 0 }));
  expect(said(0)).toMatchObject([{ text: 'No single paper on this page. Nothing was saved.' }]);
});

test('a page without a script of ours gets the reader of any page to say it, one of a site that is off does not', async () => {
  browser.tabs.push('https://openreview.net/forum?id=Ab_1');
  for (const tab of [1, 3]) await choose('save-selection', { selectionText: 'arXiv:2601.00002' }, tab);
  const given = browser.injected.filter(({ files }) => files.includes('content/any.js'));
  expect(given.map(({ tab }) => tab)).toEqual([1]);
});

test('what the library cannot do is said on the page', async () => {
  const { library } = await import('../../src/background/own-library');
  const { LibraryError } = await import('../../src/library/error');
  vi.spyOn(library, 'save').mockRejectedValue(new LibraryError('full', 'no space'));
  await choose('save-link', { linkUrl: 'https://arxiv.org/abs/2601.00001' });
  expect(browser.badges.get(1)).toBe('?');
  expect(said().at(-1)).toMatchObject({ text: expect.stringContaining('disk is full'), warning: true });
});

test('the address of a file is not kept', async () => {
  await choose('save-selection', { selectionText: 'arXiv:2601.00002', pageUrl: 'file:///home/ada/notes.html' });
  expect(await papers()).toMatchObject([{ facts: { ids: ['arxiv:2601.00002'] }, sightings: [] }]);
});

test('a paper’s page that takes no script, as a PDF, is saved by the id in its address', async () => {
  browser.tabs.push('https://arxiv.org/pdf/2601.00004v2', 'chrome://settings/');
  for (const tab of [3, 4]) await choose('save-page', {}, tab);
  expect(await papers()).toMatchObject([
    { facts: { ids: ['arxiv:2601.00004'] }, sightings: [{ url: 'https://arxiv.org/pdf/2601.00004v2', kind: 'paper' }] },
  ]);
  expect([browser.badges.get(3), browser.badges.get(4)]).toEqual(['✓', '?']);
});

test('a link to a paper that is known changes none of its facts', async () => {
  const facts = [{ ids: ['arxiv:2601.00001'], title: 'Its title' }];
  await browser.ask('save', { facts, context: { site: 'huggingface', url: page.url, kind: 'listing' } });
  await choose('save-link', { linkUrl: 'https://arxiv.org/abs/2601.00001' });
  expect(await papers()).toMatchObject([{ facts: { title: 'Its title' } }]);
});

test('the title is filled in by the next page that shows the paper, once', async () => {
  await choose('save-link', { linkUrl: 'https://arxiv.org/abs/2601.00001' });
  const facts = vi.fn(() => [
    { ids: ['arxiv:2601.00001'], title: 'What the listing calls it', authors: ['Ada Lovelace'] },
    { ids: ['arxiv:2601.00009'], title: 'Not asked for' },
    { ids: ['arxiv:2601.00001'], title: 7 },
  ]);
  browser.scripts.set(0, { facts });
  const look = () => browser.ask('lookup', ['arxiv:2601.00001', 'arxiv:2601.00009']);
  await look();
  await vi.waitFor(async () => expect((await papers())[0]?.facts.title).toBe('What the listing calls it'));
  expect(await ids()).toEqual(['arxiv:2601.00001']);
  await look();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(facts).toHaveBeenCalledTimes(1);
});

test('a check where the page’s own paper is saved, and nothing where it is not', async () => {
  const abs = { ...page, tab: { id: 2 }, url: 'https://arxiv.org/abs/2601.00001' };
  await browser.ask('lookup', ['arxiv:2601.00001'], abs);
  await vi.waitFor(() => expect(browser.badges.get(2)).toBe(''));
  await choose('save-link', { linkUrl: 'https://arxiv.org/abs/2601.00001' });
  await browser.ask('lookup', ['arxiv:2601.00001'], abs);
  await vi.waitFor(() => expect(browser.badges.get(2)).toBe('✓'));
});

/** A tab that no other test uses: timers of theirs may still be running. */
const flashed = 5;

test('the badge shows an outcome for a moment, then what was there before', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  browser.badges.set(flashed, '✓');
  await choose('save-selection', { selectionText: 'nothing here' }, flashed);
  expect(browser.badges.get(flashed)).toBe('?');
  await vi.advanceTimersByTimeAsync(3000);
  expect(browser.badges.get(flashed)).toBe('✓');
  vi.useRealTimers();
});

test('of two outcomes in quick succession the first leaves nothing behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await choose('save-selection', { selectionText: 'nothing here' }, flashed);
  await vi.advanceTimersByTimeAsync(1000);
  await choose('save-link', { linkUrl: 'https://arxiv.org/abs/2601.00001' }, flashed);
  await vi.advanceTimersByTimeAsync(2500);
  expect(browser.badges.get(flashed)).toBe('✓');
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.badges.get(flashed)).toBe('');
  vi.useRealTimers();
});

test('a lasting check that is set while an outcome is shown stays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  browser.tabs[flashed] = 'https://arxiv.org/abs/2601.00001';
  await choose('save-link', { linkUrl: 'https://arxiv.org/abs/2601.00001' }, flashed);
  await choose('save-page', {}, flashed);
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.badges.get(flashed)).toBe('✓');
  vi.useRealTimers();
});

test('the badge of a page that was left meanwhile is not restored', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  browser.badges.set(flashed, '✓');
  await choose('save-selection', { selectionText: 'nothing here' }, flashed);
  browser.badges.set(flashed, ''); // as browsers do when a tab navigates
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.badges.get(flashed)).toBe('');
  vi.useRealTimers();
});

test('the number of papers on a listing is shown only where that is wanted', async () => {
  browser.scripts.set(0, {
    read: { site: 'huggingface', kind: 'listing', papers: [['arxiv:2601.00001'], ['arxiv:2601.00002']] },
  });
  await browser.ask('lookup', ['arxiv:2601.00001']);
  await vi.waitFor(() => expect(browser.badges.get(0)).toBe(''));
  const settings = await import('../../src/settings');
  await settings.set({ badgeCount: true });
  await browser.ask('lookup', ['arxiv:2601.00001']);
  await vi.waitFor(() => expect(browser.badges.get(0)).toBe('2'));
});

test('keys: the page’s paper, the page bar', async () => {
  const savePage = vi.fn(() => 0);
  browser.scripts.set(2, { read: { site: 'arxiv', kind: 'paper', papers: [['arxiv:2601.00001']] }, savePage });
  await Promise.all(browser.onCommand.emit('save-page', { id: 2 }));
  expect(savePage).toHaveBeenCalledTimes(1);
  expect(browser.badges.get(2)).toBe('✓');
  await Promise.all(browser.onCommand.emit('toggle-bar', { id: 2 }));
  expect(browser.told.at(-1)).toMatchObject({ tab: 2, message: { offprint: 'toggleBar' } });
});
