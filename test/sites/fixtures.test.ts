/** Every fixture gives exactly the cards of its expected file, which a person has read. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { any } from '../../src/sites/any';
import { readerFor, sites } from '../../src/sites/index';
import { isCard } from '../../src/sites/site';
import { readPage } from '../support/cards';
import { allFixtures, fixturePage, fixtures } from '../support/fixtures';

describe.each(allFixtures())('$name', (fixture) => {
  const file = join(fixtures, `${fixture.name}.expected.json`);

  test('is read by its site', () => {
    expect(readerFor(new URL(fixture.url))?.id).toBe(fixture.site);
  });

  test('gives the cards expected', () => {
    const site = [...sites, any].find(({ id }) => id === fixture.site);
    if (!site) throw new Error(`${fixture.site} should be listed in src/sites/index.ts`);
    const print = `npm run --silent cards -- test/sites/fixtures/${fixture.name}.html`;
    if (!existsSync(file)) throw new Error(`${file} is missing: print it by ${print}, then read every line of it`);
    const { printed, unparsed } = readPage(site, fixturePage(fixture), true);
    const { unparsed: expectedUnparsed = [], ...expected } = JSON.parse(readFileSync(file, 'utf8'));
    expect(JSON.parse(JSON.stringify(printed))).toEqual(expected);
    expect(unparsed, `what is rightly not readable should stand under "unparsed" in ${file}`).toEqual(expectedUnparsed);
  });

  test('its cards are known by the ids and the title of their facts, so that marks of any id find them', () => {
    const site = [...sites, any].find(({ id }) => id === fixture.site);
    const cards = [...(site?.read(fixturePage(fixture)) ?? [])].filter(isCard);
    for (const card of cards) expect(card.facts()).toMatchObject({ ids: card.ids, title: card.title });
  });
});

test.each([...sites, any].map(({ id }) => id))('%s has fixtures', (id) => {
  expect(existsSync(join(fixtures, id)), `test/sites/fixtures/${id} should hold at least one page`).toBe(true);
});
