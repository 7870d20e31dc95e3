/** Reads the cards of a page without holding it up. */
import { type Card, isCard, type Site } from '../../sites/site';

/** Longest our work keeps the page waiting at a stretch, ms. */
export const slice = 8;

/** What a page shows at one time. */
export interface Reading {
  cards: Card[];
  /** How many looked like cards but had no title or no id. */
  unread: number;
}

/** All cards of the page, read in slices; undefined if `isOver` became true between two of them. */
export async function read(site: Site, url: URL, isOver: () => boolean): Promise<Reading | undefined> {
  const reading: Reading = { cards: [], unread: 0 };
  if (site.kind(url) === undefined) return reading;
  let until = performance.now() + slice;
  for (const item of site.read({ url, document, now: new Date() })) {
    if (isCard(item)) reading.cards.push(item);
    else reading.unread++;
    if (performance.now() < until) continue;
    await pause();
    if (isOver()) return undefined;
    until = performance.now() + slice;
  }
  return reading;
}

/** Lets the page do what it has to do. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
