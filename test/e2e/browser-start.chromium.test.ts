/**
 * What the built extension does when the browser starts. After a kill in the middle of a write it begins a new log, or all
 * would be gone at the start after that (`torn-write`); and where the browser did delete the library, it is said so. Made to
 * fail once by leaving `rotateLevelDbLog` out of the background.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { launch } from '../support/chromium';
import { killBrowser } from '../support/kill';
import { libraryScript } from '../support/library-page';
import { Popup } from '../support/popup';
import { savePapers, tearLog } from '../support/torn-log';

declare const shelf: Library;

const profile = mkdtempSync(join(tmpdir(), 'offprint-start-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Where Chromium keeps the extension's databases. */
function databases(): string {
  const all = join(profile, 'Default/IndexedDB');
  const name = readdirSync(all).find((folder) => /^chrome-extension_.*\.leveldb$/.test(folder));
  return join(all, name ?? '');
}

/**
 * Makes of the extension that was loaded by a flag one that its user installed: only those are told that the browser
 * starts. The numbers are those of Chromium's `ManifestLocation`: 8 is the command line, 4 is *Load unpacked*.
 */
function install(): void {
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  const { extensions } = preferences;
  for (const each of Object.values<{ location: number }>(extensions.settings)) {
    if (each.location === 8) each.location = 4;
  }
  extensions.ui = { ...extensions.ui, developer_mode: true };
  writeFileSync(file, JSON.stringify(preferences));
}

/** Starts the browser, with the library at hand in a page of the extension that has nothing of its own to do. */
async function start(script: string, installLater = true) {
  const session = await launch({ profile, installLater });
  const { context } = session;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('manifest.json', worker.url()).href);
  await page.evaluate(`${script}\nwindow.shelf = offprint.openLibrary();`);
  return { session, page, kill: () => killBrowser(profile, session.context) };
}

const size = (page: Page) => page.evaluate(() => shelf.size());

test('the background starts a new log and reports that the browser deleted the library', async () => {
  const script = await libraryScript();
  await (await start(script, false)).session.close();
  install();
  const first = await start(script);
  await savePapers(first.page, 0, 40);
  await first.kill();
  const torn = tearLog(databases());

  const second = await start(script);
  await expect.poll(() => readdirSync(databases()), { timeout: 20_000 }).not.toContain(torn);
  const kept = await savePapers(second.page, 100, 3);
  expect(kept).toBeGreaterThan(20);
  await second.kill();

  const third = await start(script);
  expect(await size(third.page)).toBe(kept);
  const calm = await Popup.open(third.session);
  await calm.see('heading', 'Paper 102');
  expect(await calm.tab.text()).not.toContain('is gone');
  await third.session.close();
  rmSync(databases(), { recursive: true });

  const fourth = await start(script);
  expect(await size(fourth.page)).toBe(0);
  const popup = await Popup.open(fourth.session);
  await expect.poll(() => popup.tab.text()).toContain(`Your library of ${kept} papers is gone`);
  await popup.click('button', 'Dismiss');
  await expect.poll(() => popup.tab.text()).not.toContain('is gone');
  await fourth.session.close();
});
