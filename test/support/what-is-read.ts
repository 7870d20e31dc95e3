/** README's table of what is read, made from the fixtures: each site's kinds of pages, and the facts that its cards have there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { any } from '../../src/sites/any';
import { sites } from '../../src/sites/index';
import type { Printed } from './cards';
import { allFixtures, fixtures } from './fixtures';

type Card = Printed['cards'][number];

/** The columns of facts; each card has a title besides. */
const facts: Record<string, (card: Card) => unknown> = {
  Authors: ({ authors }) => authors,
  Abstract: ({ abstract }) => abstract,
  Date: ({ published }) => published,
  Venue: ({ venue }) => venue,
  PDF: ({ links }) => links?.pdf,
  Code: ({ links }) => links?.code,
  Counts: ({ metrics }) => metrics,
};

/** The lines of the table: "Lists" are listings, searches and authors' pages. */
export function whatIsRead(): string[] {
  const header = ['', 'Lists', 'Paper pages', ...Object.keys(facts)];
  const rows = [...sites, any].map(({ id, name }) => {
    const expected = allFixtures(id).map(
      (fixture): Printed => JSON.parse(readFileSync(join(fixtures, `${fixture.name}.expected.json`), 'utf8')),
    );
    const cards = expected.flatMap((page) => page.cards);
    const has = (kind: Printed['kind']) => expected.some((page) => page.kind === kind && page.cards.length > 0);
    const cells = [has('listing'), has('paper'), ...Object.values(facts).map((fact) => cards.some(fact))];
    return [id === 'any' ? 'Any other page' : name, ...cells.map((isRead) => (isRead ? '✓' : ''))];
  });
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
