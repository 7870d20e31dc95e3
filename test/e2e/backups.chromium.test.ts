/**
 * Backups by themselves, into a real downloads folder. The permission is written into the profile between two starts: a
 * browser without a head never answers whoever asks for it.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch } from '../support/chromium';
import { seed } from '../support/seed';
import { eventually } from '../support/session';

const facts = { ids: ['arxiv:2408.00001'], title: 'Lanterns in Fog' };

interface Preferences {
  download?: object;
  extensions: { settings: Record<string, Record<string, { api?: string[] }>> };
}

/** Grants `downloads`, as its owner's consent would, and names the folder. */
function consentTo(profile: string, downloads: string): void {
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  preferences.download = { default_directory: downloads, prompt_for_download: false };
  for (const extension of Object.values(preferences.extensions.settings)) {
    for (const kind of ['active_permissions', 'granted_permissions']) {
      const permissions = extension[kind];
      if (permissions?.api?.includes('alarms')) permissions.api.push('downloads');
    }
  }
  writeFileSync(file, JSON.stringify(preferences));
}

/** Lets the last backup be of two days ago, and rings the extension's own alarm. */
const ring = (page: Page) =>
  page.evaluate(`(async () => {
    await chrome.storage.local.set({ 'setting:backedUpAt': Date.now() - 2 * 24 * 60 * 60 * 1000 });
    await chrome.alarms.create('backup', { when: Date.now(), periodInMinutes: 60 });
  })()`);

const isNoted = (page: Page) =>
  page.evaluate<boolean>(
    `chrome.storage.local.get('setting:backedUpAt').then((all) => Date.now() - all['setting:backedUpAt'] < 3600_000)`,
  );

test('a due backup is downloaded, and only the last three are kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-backups-'));
  const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')];
  mkdirSync(join(downloads, 'Offprint backups'), { recursive: true });
  const files = () => readdirSync(join(downloads, 'Offprint backups')).filter((name) => name.endsWith('.json'));
  let session: Awaited<ReturnType<typeof launch>> | undefined;
  try {
    const first = await launch({ profile });
    await seed(first, [{ facts, tags: ['retrieval'] }]);
    await first.close();
    consentTo(profile, downloads);

    session = await launch({ profile });
    // The driver would put downloads elsewhere, under names of its own.
    const browser = await session.context.browser()?.newBrowserCDPSession();
    await browser?.send('Browser.setDownloadBehavior', { behavior: 'default' });
    await session.page('options');
    const page = session.context.pages().findLast((each) => each.url().includes('/src/options/')) as Page;
    const own = 'offprint-backup-mine.json';
    writeFileSync(join(downloads, 'Offprint backups', own), '{}');
    await page.getByRole('radio', { name: /Save to Downloads automatically/ }).click();
    await page.getByLabel('Frequency').selectOption('Every day');
    await page.getByLabel('Backups to keep').selectOption('3');
    let known = new Set(files());
    const written: string[] = [];
    for (let made = 1; made <= 4; made++) {
      await ring(page);
      const fresh = await eventually(
        async () => files().find((name) => !known.has(name)),
        async () =>
          `Backup ${made} was not written; there are ${files().join(', ')}; ${await page.evaluate('document.body.innerText')}`,
      );
      written.push(fresh);
      await eventually(
        async () => files().length === Math.min(made, 3) + 1 || undefined,
        async () => `After ${made} backups there are ${files().join(', ')}`,
      );
      known = new Set(files());
      // Its end is noted after the file is there.
      await eventually(async () => (await isNoted(page)) || undefined, `Backup ${made} was not noted`);
    }
    expect(files()).toContain(own);
    expect(files()).not.toContain(written[0]);
    const text = readFileSync(join(downloads, 'Offprint backups', written[3] ?? ''), 'utf8');
    const backup = JSON.parse(text) as { count: number; papers: { facts: { title: string } }[] };
    expect(backup.papers.map(({ facts }) => facts.title)).toEqual([facts.title]);
    expect(session.errors).toEqual([]);
  } finally {
    await session?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
