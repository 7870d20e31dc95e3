/** Every real page of a site that can be read gives exactly the facts expected of it, field by field. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { any } from '../../src/sites/any';
import { sites } from '../../src/sites/index';
import { type Printed, readPage } from '../support/cards';
import { pageFrom } from '../support/page';

const root = new URL('../../../shared/pages/', import.meta.url).pathname;

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

const read = (file: string): Expected => JSON.parse(readFileSync(root + file, 'utf8'));
const files = existsSync(root)
  ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  : [];
const readers = [...sites, any];
const registered = files.filter((file) => readers.some(({ id }) => id === read(file).site)).sort();

describe.skipIf(!existsSync(root))('real pages', () => {
  test.each(registered)('%s', (file) => {
    const expected = read(file);
    const site = readers.find(({ id }) => id === expected.site);
    if (!site) throw new Error(`no site ${expected.site}`);
    const now = expected.now ? new Date(expected.now) : undefined;
    const { printed, unparsed } = readPage(site, pageFrom(root + file.replace(/json$/, 'html'), expected.url, now));
    const skip = expected.skip ?? [];
    const given = fields(printed, skip);
    const wanted = fields(expected, skip);
    for (const path of wanted.keys()) {
      const name = path.replace(/^\d+\./, '');
      if (expected.optional?.includes(name) && !given.has(path)) wanted.delete(path);
    }
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(wanted));
    expect(unparsed).toEqual([]);
    expect({ ...printed, cards: printed.cards.length }).toEqual({
      url: new URL(expected.url).href,
      site: expected.site,
      kind: expected.kind,
      cards: expected.cards.length,
    });
  });
});
