/** What comes from the registry: each package's bytes are fixed, its licence known, and no script of it runs at installation. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { licences } from './tools/notices';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');

interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
}
const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Licences of tools that build and test: none of their code is in the packages. */
const ofTools = [
  ...licences,
  ...['Apache-2.0', 'BlueOak-1.0.0', 'MIT-0', 'Python-2.0', 'LGPL-3.0', 'BSD', 'Zlib'],
  'CPAL-1.0', // citeproc
];
/** Packages that declare no licence, and where it was read instead. */
const undeclared: Record<string, string> = { 'node_modules/i': 'MIT' }; // its LICENSE

/** Whether one of the choices of an SPDX expression is known, with all of its parts. */
const isKnown = (expression: string, known: readonly string[]): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => known.includes(name)));

test('every licence is known', () => {
  const strange = locked
    .map(([path, { license = undeclared[path], dev }]) => ({ path, license, known: dev ? ofTools : licences }))
    .filter(({ license, known }) => !isKnown(license ?? '', known))
    .map(({ path, license }) => `${path}: ${license}`);
  expect(strange, 'read it, then add it to this file or to tools/notices.ts').toEqual([]);
});

test('every package is fixed by the hash of its bytes', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
});

test('no script of a package runs', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});

test('dependencies stay few', () => {
  const { dependencies } = JSON.parse(read('package.json'));
  expect(Object.keys(dependencies), 'could it be twenty lines of our own?').toEqual([
    'fflate',
    'idb',
    'mdast-util-from-markdown',
    'mdast-util-gfm',
    'micromark-extension-gfm',
    'papaparse',
    'preact',
    'temml',
    'webextension-polyfill',
  ]);
});
