/**
 * A browser that is killed in the middle of a write leaves half a record at the end of its log. Chromium goes on behind it,
 * and takes the file for damaged at the start after that: everything is gone. With a new log nothing is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { databaseFolder, libraryPage, libraryScript } from '../support/library-page';
import { savePapers, tearLog } from '../support/torn-log';

declare const shelf: Library;

const profile = mkdtempSync(join(tmpdir(), 'offprint-torn-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

test('a torn record at the end of the log loses only that record', async () => {
  const script = await libraryScript();
  const first = await libraryPage(profile, script, { renews: false });
  await savePapers(first.page, 0, 40);
  await first.kill();
  tearLog(databaseFolder(profile));
  const second = await libraryPage(profile, script);
  const kept = await savePapers(second.page, 100, 3);
  expect(kept).toBeGreaterThan(20);
  await second.kill();
  const third = await libraryPage(profile, script);
  expect(await third.page.evaluate(() => shelf.size())).toBe(kept);
  await third.close();
});
