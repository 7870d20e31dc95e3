/** What is worth adding to a card: the facts that the page's data holds and its card leaves out. */
import type { Facts } from '../paper';

/** Short texts in reading order, and the repository apart, since it is a link. */
export interface Missing {
  /** "Ada Lovelace, Alan Turing + 3", "2026", "ICML". */
  texts: string[];
  code?: { url: string; name: string };
}

/** Compares what is known with what the card's text and links already show. */
export function missingFacts(facts: Facts, card: Element): Missing {
  const shown = card.textContent ?? '';
  const leftOut = (text: string | undefined): text is string => text !== undefined && !shown.includes(text);
  const [first, second] = facts.authors ?? [];
  const texts: string[] = [];
  if (leftOut(first)) {
    const more = (facts.authorCount ?? facts.authors?.length ?? 0) - (second ? 2 : 1);
    texts.push([first, second].filter(Boolean).join(', ') + (more > 0 ? ` + ${more}` : ''));
  }
  if (leftOut(facts.venue)) texts.push(facts.venue);
  const year = facts.published?.slice(0, 4);
  if (leftOut(year)) texts.push(year);
  const url = facts.links?.code?.[0];
  if (url === undefined || isLinked(card, url)) return { texts };
  return { texts, code: { url, name: codeName(url) } };
}

/** "owner/name", as repositories are called. */
export const codeName = (url: string): string => new URL(url).pathname.replace(/^\/(?:spaces\/)?|\/$/g, '');

const isLinked = (card: Element, url: string): boolean =>
  [...card.querySelectorAll('a')].some((link) =>
    (link.getAttribute('href') ?? '').toLowerCase().includes(url.toLowerCase()),
  );
