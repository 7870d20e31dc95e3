/** What a browser that was killed leaves behind of what it was writing. */
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Library } from '../../src/library/library';

declare const shelf: Library;

/**
 * Cuts a database's log behind the first part of its last record that has several: a kill between two writes. The log's
 * format: https://github.com/google/leveldb/blob/main/doc/log_format.md. Returns the log's name.
 */
export function tearLog(folder: string): string {
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.log'));
  const log = join(folder, name);
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
  if (cut === 0) throw new Error('The log holds no record of several parts.');
  truncateSync(log, cut);
  return name;
}

/** Saves papers one by one in a page that has a library at hand, and says how many there are. */
export const savePapers = (page: Page, from: number, count: number): Promise<number> =>
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
