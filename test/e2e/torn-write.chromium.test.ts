/**
 * A browser that is killed in the middle of a write leaves half a record at the end of its log. Chromium goes on behind it,
 * and takes the file for damaged at the start after that: everything is gone. With a new log nothing is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { databaseFolder, libraryPage, libraryScript } from '../support/library-page';
import { tearLog } from '../support/torn-log';

declare const shelf: Library;

const profile = mkdtempSync(join(tmpdir(), 'offprint-torn-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Saves papers one by one and says how many there are. */
const save = (page: Page, from: number, count: number): Promise<number> =>
  page.evaluate(
    async ([first, last]) => {
      const listing = { site: 'huggingface', url: 'https://huggingface.co/papers', kind: 'listing' } as const;
      for (let number = first; number < last; number++) {
        const abstract = `What paper ${number} found out, at some length. `.repeat(20);
        await shelf.save([{ ids: [`doi:10.1000/${number}`], title: `Paper ${number}`, abstract }], listing);
      }
      return shelf.size();
    },
    [from, from + count] as const,
  );

test('half a record at the end of the log costs no more than itself', async () => {
  const script = await libraryScript();
  const first = await libraryPage(profile, script, { renews: false });
  await save(first.page, 0, 40);
  await first.kill();
  tearLog(databaseFolder(profile));
  const second = await libraryPage(profile, script);
  const kept = await save(second.page, 100, 3);
  expect(kept).toBeGreaterThan(20);
  await second.kill();
  const third = await libraryPage(profile, script);
  expect(await third.page.evaluate(() => shelf.size())).toBe(kept);
  await third.close();
});
