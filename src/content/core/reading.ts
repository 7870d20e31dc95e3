/** Reads the cards of a page without holding it up. */
import { inSlices } from '../../async/slices';
import { type Card, isCard, type Site } from '../../sites/site';

/** What a page shows at one time. */
export interface Reading {
  cards: Card[];
  /** How many looked like cards but had no title or no id. */
  unparsed: number;
}

/** All cards of the page, read in slices; undefined if `isOver` became true between two of them. */
export async function read(site: Site, url: URL, isOver: () => boolean): Promise<Reading | undefined> {
  const reading: Reading = { cards: [], unparsed: 0 };
  if (site.kind(url) === undefined) return reading;
  const isWhole = await inSlices(
    site.read({ url, document, now: new Date() }),
    (item) => {
      if (isCard(item)) reading.cards.push(item);
      else reading.unparsed++;
    },
    () => letPageWork().then(() => !isOver()),
  );
  return isWhole ? reading : undefined;
}

/** Lets the page do what it has to do. */
export const letPageWork = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
