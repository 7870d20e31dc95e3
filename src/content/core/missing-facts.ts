/** What is worth adding to a card: the facts that the page's data holds and its card leaves out. */
import type { Facts } from '../../paper/paper';
import { known } from '../../sites/read/text';

/** What a card leaves out, as it is shown there. */
export interface Missing {
  /** "Ada Lovelace, Alan Turing + 3". */
  authors?: string;
  venue?: string;
  year?: string;
  code?: { url: string; name: string };
}

/** Compares what is known with what the card's text and links already show. */
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

/** "owner/name", as repositories are called. */
export const codeName = (url: string): string => new URL(url).pathname.replace(/^\/(?:spaces\/)?|\/$/g, '');

const isLinked = (card: Element, url: string): boolean =>
  [...card.querySelectorAll('a')].some((link) =>
    (link.getAttribute('href') ?? '').toLowerCase().includes(url.toLowerCase()),
  );
