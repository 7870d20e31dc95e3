/** An unpacked extension that is moved, or cloned and built again elsewhere. */
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { launch } from '../support/chromium';
import { Listing } from '../support/listing';
import { listing as address, serveInvented } from '../tools/demo-pages';
import { invented } from './pages/papers';

const folder = mkdtempSync(join(tmpdir(), 'offprint-moved-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

test('keeps its library when its folder moves', async () => {
  const [before, after, profile] = [join(folder, 'before'), join(folder, 'after'), join(folder, 'profile')];
  cpSync(resolve('dist/chromium'), before, { recursive: true });
  const first = await launch({ profile, extension: before });
  serveInvented(first);
  await new Listing(await first.tab(address)).save(invented[1]?.title ?? '');
  await first.close();

  renameSync(before, after);
  const second = await launch({ profile, extension: after });
  try {
    const { papers = [] } = await second.stored();
    expect(papers).toMatchObject([{ facts: { title: invented[1]?.title } }]);
  } finally {
    await second.close();
  }
});
