/**
 * Every real page gives exactly the facts expected of it, field by field: read by the site that its expected file names, and by
 * the site that reads its address today.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { any } from '../../src/sites/any';
import { readerFor, sites } from '../../src/sites/index';
import type { Site } from '../../src/sites/site';
import { type Printed, readPage } from '../support/cards';
import { pageFrom } from '../support/page';

const shared = new URL('../../../shared/', import.meta.url).pathname;

/** Pages that are not read as expected yet, and why. A page that is read rightly must leave the list: its test says so. */
const notYet: Record<string, string> = {
  'any/lilianweng-2026-06-24-scaling-laws.json':
    'Its expected file leaves out the addresses at arXiv that follow from the ids.',
  'any/ieee-4409120.json': 'The page was saved without the script that holds its facts.',
};

/** An expected file: the facts, which of them are not judged, and which may be absent though not wrong. */
interface Expected extends Printed {
  now?: string;
  skip?: string[];
  optional?: string[];
}

/** A page's facts by path (`cards.0.links.code`), without those not judged. Arrays of text stay whole. */
function fields({ cards }: Pick<Printed, 'cards'>, skip: string[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const add = (path: string, name: string, value: unknown): void => {
    if (skip.includes(name)) return;
    // Where an abstract's paragraphs end is not judged: expected files differ on it for the same markup.
    if (name === 'abstract') found.set(path, String(value).replace(/\s+/g, ' '));
    else if (typeof value !== 'object' || value === null || Array.isArray(value)) found.set(path, value);
    else for (const [key, inner] of Object.entries(value)) add(`${path}.${key}`, name ? `${name}.${key}` : key, inner);
  };
  for (const [at, card] of cards.entries()) add(`${at}`, '', card);
  return found;
}

const read = (path: string): Expected => JSON.parse(readFileSync(path, 'utf8'));

/** Expected files by their name below a folder; those of new pages take the place of older ones. */
function expectedFiles(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['pages', 'new-pages']) {
    const root = join(shared, folder);
    if (!existsSync(root)) continue;
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort())
      if (file.endsWith('.json')) found.set(file, join(root, file));
  }
  return found;
}

/** Facts that expected files of before 30 November 2026 leave out, though the rules settled that day ask for them. */
const ruledLater = /^\d+\.links\.(?:page|data)$/;

/** What a site reads off a page beside what is expected of it. */
function compared(path: string, site: Site) {
  const expected = read(path);
  const now = expected.now ? new Date(expected.now) : undefined;
  const { printed, unparsed } = readPage(site, pageFrom(path.replace(/json$/, 'html'), expected.url, now));
  const skip = expected.skip ?? [];
  const given = fields(printed, skip);
  const wanted = fields(expected, skip);
  for (const name of wanted.keys())
    if (expected.optional?.includes(name.replace(/^\d+\./, '')) && !given.has(name)) wanted.delete(name);
  for (const name of given.keys()) if (ruledLater.test(name) && !wanted.has(name)) given.delete(name);
  const head = ({ url, kind, cards }: Printed) => ({ url: new URL(url).href, kind, cards: cards.length });
  return {
    given: { ...head(printed), facts: Object.fromEntries(given), unparsed },
    wanted: { ...head(expected), facts: Object.fromEntries(wanted), unparsed: [] },
  };
}

const readers = [...sites, any];
const files = expectedFiles();
const pages = [...files].flatMap(([name, path]) => {
  const { site, url } = read(path);
  const named = readers.find(({ id }) => id === site);
  const present = readerFor(new URL(url));
  return [...new Set([named, present])].flatMap((reader) =>
    reader ? [{ name, path, id: reader.id, site: reader }] : [],
  );
});

describe.skipIf(files.size === 0)('real pages', () => {
  test.each(pages.filter(({ name }) => !(name in notYet)))('$name, by $id', ({ path, site }) => {
    const { given, wanted } = compared(path, site);
    expect(given).toEqual(wanted);
  });

  test.each(pages.filter(({ name }) => name in notYet))('$name is not read as expected yet', ({ name, path, site }) => {
    const { given, wanted } = compared(path, site);
    expect(given, `${name} is read as expected: take it off the list in test/sites/pages.test.ts`).not.toEqual(wanted);
  });
});

const cases = join(shared, 'cases');
const pageCases = existsSync(cases)
  ? readdirSync(cases).filter((name) => existsSync(join(cases, name, 'page.html')))
  : [];

describe.skipIf(pageCases.length === 0)('pages out of reports', () => {
  test.each(pageCases)('%s', (name) => {
    const expected = read(join(cases, name, 'expected.json'));
    const site = readerFor(new URL(expected.url));
    if (!site) throw new Error(`no site reads ${expected.url}`);
    const { printed } = readPage(site, pageFrom(join(cases, name, 'page.html'), expected.url));
    // Facts that are not named are not judged.
    expect(printed.cards).toMatchObject(expected.cards);
  });
});
