/**
 * Our own small pages: `test/sites/fixtures/SITE/NAME.html`, whose first line is `<!-- url: URL | now: ISO | what it shows -->`,
 * and beside it `NAME.expected.json`: what is printed of it, with the reasons of what could not be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../src/sites/site';
import { pageOf } from './page';

export const fixtures = join(import.meta.dirname, '../sites/fixtures');

export interface Fixture {
  /** `SITE/NAME`. */
  name: string;
  site: string;
  html: string;
  url: string;
  now: Date;
}

/** What a fixture's first line says of it; undefined where it is no fixture's. */
export function headOf(html: string): { url: string; now: Date } | undefined {
  const [, url, now] = /^<!-- url: (\S+) \| now: (\S+) \| .+ -->\r?\n/.exec(html) ?? [];
  return url && now ? { url, now: new Date(now) } : undefined;
}

/** Every fixture, or those of one site. */
export function allFixtures(site = ''): Fixture[] {
  return readdirSync(join(fixtures, site), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) =>
      join(site, file)
        .replaceAll('\\', '/')
        .replace(/\.html$/, ''),
    )
    .sort()
    .map((name) => {
      const html = readFileSync(join(fixtures, `${name}.html`), 'utf8');
      const head = headOf(html);
      if (!head) throw new Error(`${name}.html should begin with <!-- url: URL | now: ISO | what it shows -->`);
      return { name, site: name.split('/')[0] ?? '', html, ...head };
    });
}

export const fixturePage = ({ html, url, now }: Fixture): Page => pageOf(html, url, now);
