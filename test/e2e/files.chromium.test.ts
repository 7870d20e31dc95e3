/** Files out and in, as a person meets them: in Chromium, whose driver hands over what was downloaded and chosen. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { test as base, describe, expect } from 'vitest';
import { zoteroServer } from '../services/support/zotero-server';
import { launch } from '../support/chromium';
import { Listing } from '../support/listing';
import { Popup } from '../support/popup';
import { eventually } from '../support/session';
import { listingPage } from './pages/listing';
import { invented } from './pages/papers';

type Started = Awaited<ReturnType<typeof launch>>;
const test = base.extend<{ session: Started; network: boolean }>({
  network: false,
  session: async ({ network }, use) => {
    const session = await launch({ network });
    try {
      await use(session);
    } finally {
      await session.close();
    }
  },
});

const daily = 'https://huggingface.co/papers';

/** Saves the first papers of a listing, the first of them with a tag. */
async function collect(session: Started, count: number): Promise<void> {
  session.serve(daily, listingPage('daily', invented.slice(0, 12)));
  const listing = new Listing(await session.tab(daily));
  for (const [n, { title }] of invented.slice(0, count).entries()) {
    await listing.save(title);
    if (n === 0) {
      await listing.tag('retrieval');
      await listing.see('button', 'Remove tag retrieval');
    }
    await listing.tab.press('Escape');
  }
}

/** A page of ours, acted in by role and name. */
async function own(session: Started, name: 'popup' | 'options' | 'shelf'): Promise<{ on: Popup; page: Page }> {
  const on = new Popup(await session.page(name));
  const { page } = on.tab as unknown as { page: Page };
  // The options are longer than the window.
  if (name === 'options') await page.getByRole('button', { name: 'Restore or import' }).scrollIntoViewIfNeeded();
  return { on, page };
}

/** Clicks what downloads something; the text of the file on disk. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path(), 'utf8');
}

/** Chooses a file to import, as if from disk. */
async function choose({ on, page }: { on: Popup; page: Page }, name: string, text: string): Promise<void> {
  await on.click('button', 'Restore or import');
  await on.see('button', /Choose a file, or drop it here/);
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const says = (on: Popup, text: RegExp) =>
  eventually(
    async () => text.test(await on.tab.text()) || undefined,
    async () => `Not said: ${text} in: ${await on.tab.text()}`,
  );

interface Record {
  facts: { title: string };
  removedAt?: number;
}
/** Titles of the library's papers, without the trash, in alphabetical order. */
async function titles(session: Started): Promise<string[]> {
  const { papers = [] } = await session.stored();
  return (papers as Record[])
    .filter(({ removedAt }) => removedAt === undefined)
    .map(({ facts }) => facts.title)
    .sort();
}

/** Titles of the papers collected, the last first. */
const newest = (count: number) =>
  invented
    .slice(0, count)
    .map(({ title }) => title)
    .reverse();

test('the exported file equals the preview', async ({ session }) => {
  await collect(session, 2);
  const { on, page } = await own(session, 'popup');
  await on.lists(...newest(2));
  await on.click('button', 'Export');
  const shown = await eventually(async () => {
    const { value = '' } = (await on.tab.all('textbox', 'File preview'))[0] ?? {};
    return value === '' ? undefined : value;
  }, 'There is no preview');
  const text = await downloaded(page, () => on.click('button', 'Download'));
  expect(text.startsWith(shown.replace(/…$/, ''))).toBe(true);
  await says(on, /Downloaded 2 entries/);
  expect(session.errors).toEqual([]);
});

test('a reading list in HTML is named after what is inside, and works from a file', async ({ session }) => {
  await collect(session, 3);
  const { on, page } = await own(session, 'popup');
  await on.lists(...newest(3));
  await on.click('button', 'Export');
  await page.getByRole('combobox', { name: 'Format' }).selectOption('html');
  await page.getByRole('textbox', { name: 'Title' }).fill('For the reading group');
  await page.getByLabel('Introduction').fill('Please read the first.');
  const [download] = await Promise.all([page.waitForEvent('download'), on.click('button', 'Download')]);
  expect(download.suggestedFilename()).toMatch(/^offprint-for-the-reading-group-\d{4}-\d{2}-\d{2}\.html$/);
  const file = join(mkdtempSync(join(tmpdir(), 'offprint-list-')), 'list.html');
  await download.saveAs(file);
  const list = await session.context.newPage();
  const said: string[] = [];
  list.on('console', (message) => said.push(message.text()));
  list.on('pageerror', (error) => said.push(error.message));
  await list.goto(`file://${file}`);
  expect(await list.locator('h1').textContent()).toBe('For the reading group');
  expect(await list.locator('article').count()).toBe(3);
  await list.getByRole('link', { name: 'retrieval' }).click();
  expect(await list.locator(':target h2').textContent()).toBe('retrieval');
  expect(await list.locator('body').textContent()).not.toMatch(/to read/i);
  await list.emulateMedia({ media: 'print' });
  expect(await list.locator('nav').isVisible()).toBe(false);
  expect(said).toEqual([]);
});

const paperMemory = JSON.stringify({
  __dataVersion: 50000,
  'Arxiv-2408.00001': { title: 'Lanterns in Fog', author: 'Ada Lovelace and Bo Li', year: '2024', tags: ['night'] },
  'Arxiv-2408.00002': { title: 'Maps of Moss', author: 'Vera Berg', year: '2024', favorite: true },
});
const bibtex = `@article{a, title = {A {BibTeX} Paper}, author = {M{\\"u}ller, J.}, doi = {10.1000/1}, year = 2020}
@misc{b, title = {Cut off`;

test('a PaperMemory backup and a BibTeX file are previewed, imported and undone', async ({ session }) => {
  const options = await own(session, 'options');
  await choose(options, 'PaperMemory-data.json', paperMemory);
  await says(options.on, /read as PaperMemory/);
  expect(await titles(session), 'nothing may be written before it was agreed to').toEqual([]);
  await options.on.click('button', 'Import 2 papers');
  await says(options.on, /Imported 2 papers/);
  expect(await titles(session)).toEqual(['Lanterns in Fog', 'Maps of Moss']);
  await options.on.click('button', 'Undo');
  await eventually(async () => (await titles(session)).length === 0 || undefined, 'It was not taken back');

  await choose(options, 'mine.txt', bibtex);
  await says(options.on, /read as BibTeX/);
  await says(options.on, /not read|problems? in what was read/);
  await options.on.click('button', /^Import \d papers?$/);
  await says(options.on, /Imported/);
  expect(await titles(session)).toContain('A BibTeX Paper');
  expect(session.errors).toEqual([]);
});

/** Twenty-six entries as Mendeley writes them, with the keywords of publishers. */
const mendeley = Array.from(
  { length: 26 },
  (_, i) => `TY  - JOUR
T1  - Moss on slate, part ${i + 1}
AU  - Berg, Vera
PY  - 2020
DO  - 10.5555/moss.${i}
KW  - Moss
KW  - Bryophyta ${i}
ER  - `,
).join('\n');

test('a file dropped on the library is imported without its keywords, with one tag', async ({ session }) => {
  const { on, page } = await own(session, 'shelf');
  await says(on, /No papers yet/);
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'My Collection.ris'));
    return data;
  }, mendeley);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await says(on, /Drop the file to import it/);
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await says(on, /Keywords as tags: 0 of 27/);
  await page.getByLabel('Tag for all').fill('moss/slate');
  await on.click('button', 'Import 26 papers');
  await says(on, /Imported 26 papers/);
  const { papers = [], tags = [] } = await session.stored();
  expect(papers).toHaveLength(26);
  expect((tags as { name: string }[]).map(({ name }) => name).sort()).toEqual(['moss', 'moss/slate']);
  await on.click('button', 'Undo');
  await eventually(async () => (await titles(session)).length === 0 || undefined, 'It was not taken back');
  expect(session.errors).toEqual([]);
});

test('a long import shows progress and can be cancelled', async ({ session }) => {
  const { on, page } = await own(session, 'options');
  await choose({ on, page }, 'ids.txt', Array.from({ length: 12_000 }, (_, n) => `10.5555/many.${n}`).join('\n'));
  await on.click('button', /^Import 12,000 papers$/);
  await says(on, /Importing/);
  const part = () => page.evaluate<number>(`document.querySelector('progress')?.value`);
  await eventually(async () => (await part()) > 0 || undefined, 'Nothing is imported');
  await on.click('button', 'Cancel');
  await says(on, /Import stopped\. Your library is unchanged/);
  expect(await titles(session)).toEqual([]);
  expect(session.errors).toEqual([]);
});

test('a file dropped on the dialog is previewed', async ({ session }) => {
  const { on, page } = await own(session, 'options');
  await on.click('button', 'Restore or import');
  const { box } = await on.see('button', /Choose a file, or drop it here/);
  const file = join(mkdtempSync(join(tmpdir(), 'offprint-drop-')), 'mine.bib');
  writeFileSync(file, bibtex);
  const cdp = await session.context.newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await says(on, /mine\.bib, read as BibTeX/);
  expect(session.errors).toEqual([]);
});

test('the import dialog takes pasted text', async ({ session }) => {
  await collect(session, 2);
  const popup = await Popup.open(session);
  await popup.lists(...newest(2));
  await popup.copyExport();
  const { on } = await own(session, 'options');
  await on.click('button', 'Restore or import');
  await on.click('textbox', 'Or paste text here');
  await on.tab.press('Control+v');
  await says(on, /Pasted text, read as BibTeX/);
  await says(on, /2 papers already in your library/);
});

test('a backup restores everything after the extension was reinstalled', async ({ session }) => {
  await collect(session, 3);
  const { on, page } = await own(session, 'options');
  const backup = await downloaded(page, () => on.click('button', 'Download backup'));
  const before = await titles(session);

  const again = await launch();
  try {
    const options = await own(again, 'options');
    await choose(options, 'backup.json', backup);
    await options.on.click('button', 'Import 3 papers');
    await says(options.on, /Imported 3 papers/);
    expect(await titles(again)).toEqual(before);
    const { tags = [] } = await again.stored();
    expect((tags as { name: string; papers: number }[]).map(({ name, papers }) => [name, papers])).toEqual([
      ['retrieval', 1],
    ]);
    await choose(options, 'cut.json', backup.slice(0, backup.length / 2));
    await says(options.on, /The file is cut off in line \d+/);
    expect(again.errors).toEqual([]);
  } finally {
    await again.close();
  }
});

describe('with access to this computer', () => {
  test.override({ network: true });

  test('papers are sent to Zotero once each; a Zotero that is not running is reported', async ({ session }) => {
    await collect(session, 2);
    await session.consent('http://127.0.0.1/*');
    const { on } = await own(session, 'popup');
    await on.lists(...newest(2));
    await on.click('button', 'Export');
    await on.click('combobox', 'Format');
    await on.tab.type('Zotero');
    await on.tab.press('Enter');
    await on.click('button', 'Connect to Zotero');
    await says(on, /Can’t reach Zotero/);
    const zotero = await zoteroServer(23119);
    try {
      await on.click('button', 'Connect to Zotero');
      await on.click('button', 'Send 2 papers');
      await says(on, /Sent 2 papers to Zotero/);
      expect(zotero.items.map(({ title }) => title)).toEqual([invented[1]?.title, invented[0]?.title]);
      expect(zotero.items[1]?.tags).toEqual([{ tag: 'retrieval' }]);
      expect(zotero.updates).toMatchObject([{ target: 'C23' }]);
      await on.click('button', 'Export');
      expect((await on.see('button', 'Send 0 papers')).states).toContain('disabled');
      expect(zotero.items).toHaveLength(2);
    } finally {
      await zotero.close();
    }
  });
});
