/** What a site reads off a page, in the form in which cards are printed and expected: one object, absent facts left out. */
import type { Facts } from '../../src/paper/paper';
import { isCard, type Page, type Site } from '../../src/sites/site';

/** The facts that are printed of any page, in this order. */
export const printedFacts = [
  'title',
  'authors',
  'authorCount',
  'abstract',
  'published',
  'venue',
  'categories',
  'keywords',
  'links',
  'metrics',
  'submittedBy',
  'organization',
  'rank',
] as const satisfies readonly (keyof Facts)[];

/** Those that are for the library alone: printed of fixtures, and held there. */
const furtherFacts = [
  'issued',
  'titleIsLinkText',
  'version',
  'type',
  'journalRef',
  'comment',
  'volume',
  'issue',
  'pages',
  'publisher',
] as const satisfies readonly (keyof Facts)[];

type Printable = (typeof printedFacts)[number] | (typeof furtherFacts)[number];

/** A card as it is printed: its key, then what `Facts` says of it. */
export type PrintedCard = { key: string; ids: string[] } & Pick<Facts, Printable>;

export interface Printed {
  url: string;
  site: string;
  kind: 'listing' | 'paper' | undefined;
  cards: PrintedCard[];
}

/** Paragraphs of an abstract are printed with an empty line between them, as in the expected files. */
const printedFact = (name: Printable, facts: Facts) =>
  name === 'abstract' ? facts.abstract?.replaceAll('\n', '\n\n') : facts[name];

function printedCard(facts: Facts, names: readonly Printable[]): PrintedCard {
  const shown = names.filter((name) => facts[name] !== undefined).map((name) => [name, printedFact(name, facts)]);
  return { key: facts.ids[0] ?? '', ids: facts.ids, ...Object.fromEntries(shown) };
}

/** Reads a whole page; what could not be read is given besides. Of a fixture every fact is printed. */
export function readPage(site: Site, page: Page, isFixture = false): { printed: Printed; unparsed: string[] } {
  const names = isFixture ? [...printedFacts, ...furtherFacts] : printedFacts;
  const items = [...site.read(page)];
  return {
    printed: {
      url: page.url.href,
      site: site.id,
      kind: site.kind(page.url, page.document),
      cards: items.filter(isCard).map((card) => printedCard(card.facts(), names)),
    },
    unparsed: items.flatMap((item) => (isCard(item) ? [] : item.why)),
  };
}
