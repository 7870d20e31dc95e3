/** Pictures at the sizes that the stores ask for, of the built extension with invented papers. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { forty } from '../e2e/pages/library.ts';
import { listingPage } from '../e2e/pages/listing.ts';
import { invented } from '../e2e/pages/papers.ts';
import { launch } from '../support/chromium.ts';
import { seed } from '../support/seed.ts';
import { eventually, type Seen, type Tab } from '../support/session.ts';
import { Shelf } from '../support/shelf.ts';
import { listing as address } from './demo-pages.ts';

/** https://developer.chrome.com/docs/webstore/images; Mozilla asks for the same shape. */
const [screenshot, tile] = [
  { width: 1280, height: 800 },
  { width: 440, height: 280 },
];
/** What `seed` saves of `forty`; the listing shows the first of them again. */
const [first, last] = [30, 54];
const shown = invented[first]?.title ?? '';

const pageOf = (tab: Tab): Page => (tab as unknown as { page: Page }).page;
const image = (path: string): string => `data:image/png;base64,${readFileSync(path, 'base64')}`;

/** A picture, once everything has come to rest: colours glide from one theme to the other. */
async function still(tab: Tab, path: string): Promise<void> {
  await tab.run('new Promise((done) => setTimeout(done, 500))');
  await tab.screenshot(path);
}

/** The control on a card, whatever the language. */
const onCard = (tab: Tab, title: string): Promise<Seen> =>
  eventually(
    async () => (await tab.all('button')).find(({ name }) => name.includes(title)),
    `Nothing is on the card of “${title}”`,
  );

/** Opens the panel of a card that is saved. */
async function openPanel(tab: Tab, title: string): Promise<void> {
  await tab.click(await onCard(tab, title));
  await eventually(async () => (await tab.all('radio'))[0], 'No panel opens');
}

/** Takes a picture of HTML at a size. */
async function composed(page: Page, size: typeof tile, html: string, path: string): Promise<void> {
  await page.setViewportSize(size);
  await page.setContent(html);
  await page.screenshot({ path });
}

/** Five pictures of 1280×800 and a tile of 440×280 into a folder, in the language of the browser. */
export async function storePictures(language: 'en-US' | 'zh-CN', folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  const path = (name: string): string => {
    const file = join(folder, `${name}.png`);
    made.push(file);
    return file;
  };
  const session = await launch({ language });
  try {
    session.serve(address, listingPage('daily', invented.slice(first - 2, first + 10)));
    await seed(session, forty.slice(0, last - first));
    const listing = await session.tab(address);
    await pageOf(listing).setViewportSize(screenshot);
    await onCard(listing, shown);
    const [below, small] = [join(folder, 'below.png'), join(folder, 'popup.png')];
    await still(listing, below);
    await openPanel(listing, shown);
    await still(listing, path('1-listing'));
    await session.theme('dark');
    await still(listing, path('4-listing-dark'));
    await session.theme('light');

    const popup = await session.page('popup');
    await eventually(async () => (await popup.all('heading'))[1], 'The popup is empty');
    await still(popup, small);
    const blank = await session.context.newPage();
    const over = `<body style="margin:0;background:url(${image(below)})"><img style="position:absolute;top:8px;right:28px;border-radius:8px;box-shadow:0 4px 24px #0006" src="${image(small)}">`;
    await composed(blank, screenshot, over, path('2-popup'));
    for (const part of [below, small]) rmSync(part);

    const shelf = await Shelf.open(session);
    await pageOf(shelf.tab).setViewportSize(screenshot);
    await shelf.click('heading', invented[last - 2]?.title ?? '');
    await still(shelf.tab, path('3-library'));
    await session.theme('dark');
    await still(shelf.tab, path('5-library-dark'));
    await session.theme('light');

    const icon = readFileSync('icons/icon.svg', 'utf8');
    const { extensionName } = JSON.parse(readFileSync('src/public/_locales/en/messages.json', 'utf8'));
    const words = `<div style="font:600 40px system-ui;color:#1c1b19">${extensionName.message}</div>`;
    const style =
      'margin:0;height:280px;display:flex;gap:24px;align-items:center;justify-content:center;background:#f6f4ef';
    const scaled = icon.replace('<svg ', '<svg style="width:112px;height:112px" ');
    await composed(blank, tile, `<body style="${style}">${scaled}${words}`, path('tile'));
    return made;
  } finally {
    await session.close();
  }
}

/** Width and height of a PNG, px. https://www.w3.org/TR/png-3/#11IHDR */
export function sizeOf(path: string): [width: number, height: number] {
  const bytes = readFileSync(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
