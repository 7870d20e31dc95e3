/**
 * The zip that goes to the store is installed (in Firefox as it is; Chromium loads folders alone, so what is unpacked from
 * it) and driven through the three journeys. Made to fail once by leaving `content/` out of the zip.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect } from 'vitest';
import { browserName, test } from '../support/story';
import { serveInvented } from '../tools/demo-pages';
import { walk } from '../tools/journeys';
import { packed } from '../tools/package';
import { invented } from './pages/papers';

const zip = packed(browserName);
const folder = mkdtempSync(join(tmpdir(), 'offprint-journeys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('lists its licences and contains only built files', () => {
  const files = unzipSync(readFileSync(zip));
  const names = Object.keys(files);
  expect(names.filter((name) => /\.(?:map|ts|tsx)$|(?:^|\/)\.|node_modules/.test(name))).toEqual([]);
  expect(strFromU8(files['LICENSE.txt'] ?? new Uint8Array())).toContain('MIT License');
  const notices = strFromU8(files['THIRD-PARTY.txt'] ?? new Uint8Array());
  for (const name of ['preact', 'idb', 'fflate', 'webextension-polyfill', '@retorquere/bibtex-parser'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('has no key: a store gives the id', () => {
  const { 'manifest.json': manifest } = unzipSync(readFileSync(zip));
  expect(JSON.parse(strFromU8(manifest ?? new Uint8Array()))).not.toHaveProperty('key');
});

test.describe('the zip, installed', () => {
  test.override({ options: { extension: zip } });
  test('saves, tags, finds and exports papers', async ({ session }) => {
    serveInvented(session);
    await walk(session, folder, () => {});
    const list = readFileSync(join(folder, 'reading-list.bib'), 'utf8');
    expect(list.match(/^@/gm)).toHaveLength(2); // those that were selected
    for (const n of [1, 3]) expect(list).toContain(invented[n]?.id);
    const { papers } = await session.stored();
    expect(papers).toHaveLength(4);
    expect(session.errors).toEqual([]);
  });
});
