/**
 * A browser that is killed in the middle of a write leaves half a record at the end of its log. Chromium goes on behind it,
 * and takes the file for damaged at the start after that: everything is gone. With a new log nothing is.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library';
import { databaseFolder, libraryPage, libraryScript } from '../support/library-page';

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

/**
 * Cuts the log behind the first part of its last record that has several: a kill between two writes. The log's format:
 * https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
function tear(): void {
  const [name] = readdirSync(databaseFolder(profile)).filter((file) => file.endsWith('.log'));
  const log = join(databaseFolder(profile), name ?? '');
  const bytes = readFileSync(log);
  const [block, head, first] = [32 * 1024, 7, 2];
  let cut = 0;
  for (let start = 0; start < bytes.length; start += block) {
    for (let at = start; at + head <= Math.min(start + block, bytes.length); ) {
      const [length, type] = [bytes.readUInt16LE(at + 4), bytes[at + 6]];
      if (length === 0 && type === 0) break;
      at += head + length;
      if (type === first) cut = at;
    }
  }
  expect(cut).toBeGreaterThan(0);
  truncateSync(log, cut);
}

test('half a record at the end of the log costs no more than itself', async () => {
  const script = await libraryScript();
  const first = await libraryPage(profile, script, { renews: false });
  await save(first.page, 0, 40);
  await first.kill();
  tear();
  const second = await libraryPage(profile, script);
  const kept = await save(second.page, 100, 3);
  expect(kept).toBeGreaterThan(20);
  await second.kill();
  const third = await libraryPage(profile, script);
  expect(await third.page.evaluate(() => shelf.size())).toBe(kept);
  await third.close();
});
