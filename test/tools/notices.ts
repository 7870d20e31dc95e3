/**
 * The notice of what others wrote and the packages hold: `THIRD-PARTY.txt`, made by each build from the modules that it really
 * bundled, so that nothing is missing and nothing is named that is not there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const modules = resolve(import.meta.dirname, '../../node_modules');

/** SPDX names of licences whose code may be in the packages: each lets it be passed on under the MIT licence of the rest. */
export const licences = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MPL-2.0', 'Unlicense'];

const granted = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};

/** The package that a module is of: of `node_modules`, or a helper that the bundler itself puts in. */
const packageOf = (id: string): string | undefined =>
  (/.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id) ?? /^\0?(vite|rolldown)\//.exec(id))?.[1];

/** Notes in `names` each package of which something is in what is written. */
export const noteBundled = (names: Set<string>): Plugin => ({
  name: 'offprint:bundled',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const name = renderedLength > 0 ? packageOf(id) : undefined;
        if (name !== undefined) names.add(name.replaceAll('\\', '/'));
      }
    }
  },
});

/** The text of a package's licence: its file's, or the declared licence's own where the package holds no file. */
function licenceText(name: string, licence: string, author: string): string {
  const folder = join(modules, name);
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry));
  // What follows in vite's file are the licences of what vite itself bundles.
  if (file)
    return readFileSync(join(folder, file), 'utf8')
      .split(/^# Licenses of bundled/m, 1)[0]
      ?.trim() as string;
  const text = granted[licence as keyof typeof granted];
  if (!text) throw new Error(`${name} holds no licence file, and the text of ${licence} is not known here.`);
  return `Copyright (c) ${author}\n\n${text}`;
}

/** What is to be said of one package. Throws for a licence under which it may not be passed on. */
function notice(name: string): string {
  const { version, license, author, repository } = JSON.parse(
    readFileSync(join(modules, name, 'package.json'), 'utf8'),
  );
  if (!licences.includes(license))
    throw new Error(`${name} is under ${license}: see whether it may be in the packages, then add it to notices.ts.`);
  const by = String(author?.name ?? author ?? `the authors of ${name}`).replace(/ <.*/, '');
  const address = String(repository?.url ?? repository ?? '')
    .replace(/^git\+|\.git$/g, '')
    .replace(/^git:/, 'https:')
    .replace(/^(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/');
  return `${name} ${version}\n${license}, ${address}\n\n${licenceText(name, license, by)}`;
}

/** The whole notice, the packages in order of their names. */
export function noticesOf(names: ReadonlySet<string>): string {
  const head =
    'Offprint holds the work of others, bundled: each under its own licence, its source at the address beside it.';
  const line = '-'.repeat(100);
  return `${[head, ...[...names].sort().map(notice)].join(`\n\n${line}\n\n`)}\n`;
}
