/** Finds the facts that the page's data has but the card does not show. */
import type { Facts } from '../../paper/paper';
import { known } from '../../sites/read/text';

/** Facts to add to a card, as text. */
export interface Missing {
  /** "Ada Lovelace, Alan Turing + 3". */
  authors?: string;
  venue?: string;
  year?: string;
  code?: { url: string; name: string };
}

/** Compares facts with the text and links of the card. */
export function missingFacts(facts: Facts, card: Element): Missing {
  const shown = card.textContent ?? '';
  const leftOut = (text: string | undefined) => (text !== undefined && !shown.includes(text) ? text : undefined);
  const url = facts.links?.code?.[0];
  return known<Missing>({
    authors: leftOut(facts.authors?.[0]) && firstAuthors(facts),
    venue: leftOut(facts.venue),
    year: leftOut(facts.published?.slice(0, 4)),
    code: url === undefined || isLinked(card, url) ? undefined : { url, name: codeName(url) },
  });
}

function firstAuthors({ authors = [], authorCount = authors.length }: Facts): string {
  const named = authors.slice(0, 2);
  const more = authorCount - named.length;
  return named.join(', ') + (more > 0 ? ` + ${more}` : '');
}

/** Name of a repository: "owner/name". */
const codeName = (url: string): string => new URL(url).pathname.replace(/^\/(?:spaces\/)?|\/$/g, '');

const isLinked = (card: Element, url: string): boolean =>
  [...card.querySelectorAll('a')].some((link) =>
    (link.getAttribute('href') ?? '').toLowerCase().includes(url.toLowerCase()),
  );
