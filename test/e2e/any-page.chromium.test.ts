/** Pages of no site: read and drawn on because the user opened the popup there, with no host permission. */
import { expect } from 'vitest';
import type { launch } from '../support/chromium';
import { ToolbarPopup } from '../support/chromium-popup';
import { allFixtures } from '../support/fixtures';
import { Listing } from '../support/listing';
import { eventually } from '../support/session';
import { test } from '../support/story';

const fixture = (name: string) =>
  allFixtures('any').find((each) => each.name === `any/${name}`) ?? expect.fail(`no fixture ${name}`);
type Chromium = Awaited<ReturnType<typeof launch>>;

/** A tab on a page, and what opens the popup over it. */
async function open(session: Chromium, url: string, html: string) {
  session.serve(url, html);
  // The tab that welcomes after an installation comes in front when it comes: the page has to be opened after it.
  const isWelcome = (each: { url(): string }) => each.url().endsWith('#welcome');
  await eventually(async () => session.context.pages().find(isWelcome), 'no tab that welcomes');
  const tab = await session.tab(url);
  const page = session.context.pages().find((each) => each.url() === url) ?? expect.fail('no page');
  const worker = session.context.serviceWorkers()[0] ?? expect.fail('no worker');
  return {
    listing: new Listing(tab),
    popup: () => ToolbarPopup.open(session.context, page, new URL(worker.url()).host),
  };
}

test('papers linked from a page are counted, get controls, can be saved, and are marked in other tabs', async ({
  session: plain,
}) => {
  const session = plain as Chromium;
  const { url, html } = fixture('links');
  const { listing, popup } = await open(session, url, html);
  expect(await listing.controls()).toEqual([]);
  const opened = await popup();
  await opened.says(/0 of \d+ saved/);
  expect(await listing.controls()).toEqual([]);
  await opened.click('button', 'Add Save buttons to this page');
  const [first] = await eventually(async () => {
    // The small ones take no click until their link is pointed at.
    const found = (await listing.controls()).filter(({ box }) => box.width > 40);
    return found.length > 0 ? found : undefined;
  }, 'no controls');
  if (!first) throw new Error('no control');
  await listing.tab.click(first);
  await eventually(async () => (await listing.controls()).find(({ name }) => name.startsWith('Saved:')), 'not saved');
  const again = await popup();
  await again.says(/1 of \d+ saved/);
  // Sized by what is in it: 600 px, or what a screen without one, 600 px high, leaves.
  await expect.poll(async () => (await again.size()).height).toBeGreaterThan(480);
  expect(session.errors).toEqual([]);
});

test('saves a paper from the popup on the paper’s own page', async ({ session: plain }) => {
  const session = plain as Chromium;
  const { url, html } = fixture('publisher');
  const { popup } = await open(session, url, html);
  const opened = await popup();
  await opened.click('button', 'Save');
  await opened.says(/1 paper/);
  const { papers = [] } = await session.stored();
  expect(papers).toHaveLength(1);
});

test('says nothing about the browser’s own pages', async ({ session: plain }) => {
  const session = plain as Chromium;
  const { popup } = await open(session, 'https://nothing.example/', '<title>Nothing</title><p>No papers here.</p>');
  const opened = await popup();
  await opened.says(/No papers yet/);
  expect(await opened.text()).not.toMatch(/This page/);
});
