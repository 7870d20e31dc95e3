/** What is in `dist`, as a store's reviewer would look at it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browsers } from '../tools/manifest';

describe.each(browsers)('the build for %s', (browser) => {
  const folder = resolve('dist', browser);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');

  test('has exactly the permissions that the README lists', () => {
    const own = browser === 'chromium' ? ['offscreen'] : [];
    expect(manifest.permissions).toEqual([
      'activeTab',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      ...own,
    ]);
    expect(manifest.optional_permissions).toEqual(['downloads']);
    expect(manifest.host_permissions).toEqual(['https://huggingface.co/papers*', 'https://arxiv.org/*']);
  });

  test('has one file that web pages can embed, the private frame, in Chromium under an address that changes', () => {
    const { web_accessible_resources } = manifest;
    expect(web_accessible_resources).toEqual([
      {
        resources: ['src/inline/index.html'],
        matches: ['https://*/*', 'http://*/*'],
        ...(browser === 'chromium' && { use_dynamic_url: true }),
      },
    ]);
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('each content script is one file without imports', () => {
    for (const { js } of manifest.content_scripts) expect(js).toHaveLength(1);
    for (const file of files.filter((path) => /^content[/\\]/.test(path)))
      expect(text(file), file).not.toMatch(/^\s*(?:import|export)\b|\bimport\s*\(/m);
  });

  test('no style in a page has a custom property, which the page could set or register', () => {
    for (const file of files.filter((path) => /^content[/\\]/.test(path)))
      expect(text(file), file).not.toMatch(/var\(--|[{;]--[a-z][\w-]*:|setProperty\([`'"]--/);
  });

  test('names only files that exist', () => {
    const named = JSON.stringify(manifest).match(/"[\w./-]+\.(?:js|html|png)"/g) ?? [];
    expect(named.map((quoted) => JSON.parse(quoted)).filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(6);
  });

  test('the popup opens without the code of the library and of notes, and with little of what pages share', () => {
    const html = text('src/popup/index.html');
    const loaded = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => file));
    for (const file of loaded)
      for (const [, imported = ''] of text(file).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
        loaded.add(join('chunks', imported).replaceAll('\\', '/'));
    expect(loaded).toContain('chunks/ui.js');
    for (const file of ['chunks/library.js', 'chunks/notes.js']) {
      expect(existsSync(join(folder, file)), file).toBe(true);
      expect(loaded).not.toContain(file);
    }
    expect(text('chunks/ui.js').length).toBeLessThan(245_000);
  });

  test('contains no source map', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.js') && text(file).includes('sourceMappingURL='))).toEqual([]);
  });
});

test('states the minimum version of each browser', () => {
  const read = (browser: string) => JSON.parse(readFileSync(resolve('dist', browser, 'manifest.json'), 'utf8'));
  expect(read('chromium').minimum_chrome_version).toBe('123');
  expect(read('firefox').browser_specific_settings).toMatchObject({
    gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    gecko_android: { strict_min_version: '142.0' },
  });
});
