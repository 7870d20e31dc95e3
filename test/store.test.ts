/** What the stores are told is what the manifest says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestFor } from './tools/manifest';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
const manifest = JSON.parse(read('manifest.json'));

describe.each(['en', 'zh_CN'])('the description in %s', (language) => {
  const [head = '', ...rest] = read(`src/store/${language}.md`).split(/^## .*$/m);
  const messages = JSON.parse(read(`src/public/_locales/${language}/messages.json`));

  test('has the name and the summary that the manifest has', () => {
    const [name, summary] = [messages.extensionName.message, messages.extensionDescription.message];
    expect(head).toBe(`# ${name}\n\n${summary}\n\n`);
    // https://developer.chrome.com/docs/extensions/reference/manifest/description
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(name.length).toBeLessThanOrEqual(45);
  });

  test('is plain text of a length that the stores take', () => {
    const [text = ''] = rest;
    expect(rest).toHaveLength(1);
    expect(text.length).toBeGreaterThan(500);
    expect(text.length).toBeLessThan(16_000);
    expect(text).not.toMatch(/[*`<[]|^#/m);
  });
});

test('each permission is justified, and nothing that is not asked for', () => {
  const { permissions, optional_permissions, host_permissions, optional_host_permissions } = manifest;
  const asked = [permissions, optional_permissions, host_permissions, optional_host_permissions].flat();
  const text = read('src/store/permissions.md');
  const sections = text.split(/^## /m).slice(1);
  const named = sections.flatMap((section) => {
    const [title = '', ...body] = section.split('\n');
    // The dashboard takes 1,000 characters each.
    if (title.startsWith('`')) expect(body.join('\n').trim().length, title).toBeGreaterThan(20);
    expect(body.join('\n').length, title).toBeLessThan(title.startsWith('`') ? 1000 : 3000);
    return [...(title.startsWith('`') ? title : section).matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  });
  for (const one of asked)
    expect(named, `src/store/permissions.md should say what ${one} of manifest.json is for`).toContain(one);
  expect(named.sort()).toEqual([...asked].sort());
  expect(text).toMatch(/^Data collection: none\. Remote code: none\.$/m);
});

describe.each(['en', 'zh_CN'])('the privacy policy in %s', (language) => {
  const text = read(`src/store/privacy.${language}.md`);

  test('names each address that the extension can ask, and no other', () => {
    const [, sources = ''] = /connect-src ([^;]*)/.exec(manifest.content_security_policy.extension_pages) ?? [];
    const asked = sources.split(' ').filter((source) => source !== "'self'");
    expect(text.match(/https?:\/\/[\w.:-]*\w/g)?.sort()).toEqual(asked.sort());
  });

  test('says as much as the other', () => {
    const headings = (of: string) => of.match(/^#+ /gm);
    expect(headings(text)).toEqual(headings(read('src/store/privacy.en.md')));
  });
});

test('Firefox is told that no data is collected', () => {
  expect(manifestFor('firefox').browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});

test('the README lists what this version changed first', () => {
  const { version } = JSON.parse(read('package.json'));
  const [, changes = ''] = read('README.md').split(/^## Changes$/m);
  expect(/^### (.*)\n\n\S/m.exec(changes)?.[1]).toBe(version);
});
