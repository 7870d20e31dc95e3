/** Files out, and papers to Zotero, as a person meets them: in Chromium, whose driver hands over what was downloaded. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { test as base, describe, expect } from 'vitest';
import { zoteroServer } from '../formats/support/zotero-server';
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
async function own(session: Started, name: 'popup'): Promise<{ on: Popup; page: Page }> {
  const on = new Popup(await session.page(name));
  const page = session.context.pages().at(-1);
  if (!page) throw new Error('No page was opened');
  return { on, page };
}

/** Clicks what downloads something; the text of the file on disk. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path(), 'utf8');
}

const says = (on: Popup, text: RegExp) =>
  eventually(
    async () => text.test(await on.tab.text()) || undefined,
    async () => `Not said: ${text} in: ${await on.tab.text()}`,
  );

/** Titles of the papers collected, the last first. */
const newest = (count: number) =>
  invented
    .slice(0, count)
    .map(({ title }) => title)
    .reverse();

test('the file on disk is what the preview showed', async ({ session }) => {
  await collect(session, 2);
  const { on, page } = await own(session, 'popup');
  await on.lists(...newest(2));
  await on.click('button', 'Export');
  const shown = await eventually(async () => {
    const { value = '' } = (await on.tab.all('textbox', 'Preview of the file'))[0] ?? {};
    return value === '' ? undefined : value;
  }, 'There is no preview');
  const text = await downloaded(page, () => on.click('button', 'Download'));
  expect(text.startsWith(shown.replace(/…$/, ''))).toBe(true);
  await says(on, /Downloaded 2 entries/);
  expect(session.errors).toEqual([]);
});

describe('with a network, which is this computer', () => {
  test.override({ network: true });

  test('papers go to Zotero, each once; when it does not run that is said', async ({ session }) => {
    await collect(session, 2);
    await session.consent('http://127.0.0.1/*');
    const { on } = await own(session, 'popup');
    await on.lists(...newest(2));
    await on.click('button', 'Export');
    await on.click('combobox', 'Format');
    await on.tab.type('Zotero');
    await on.tab.press('Enter');
    await on.click('button', 'Connect to Zotero');
    await says(on, /Zotero does not answer/);
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
