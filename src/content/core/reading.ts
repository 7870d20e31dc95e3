/** Reads the cards of a page without holding it up. */
import { inSlices } from '../../async/slices';
import { type Card, isCard, type Site, type Unparsed } from '../../sites/site';
import type { Watcher } from './watch';

/** What a page shows at one time. */
export interface PageReading {
  cards: Card[];
  /** What looked like a card but had no title or no id. */
  unparsed: Unparsed[];
}

/** Lets the page run. */
export const letPageWork = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Reads all cards of the page in slices. Undefined if `isOver` became true between two slices. */
export async function readListing(site: Site, url: URL, isOver: () => boolean): Promise<PageReading | undefined> {
  const reading: PageReading = { cards: [], unparsed: [] };
  if (!site.kind(url)) return reading;
  const isWhole = await inSlices(
    site.read({ url, document, now: new Date() }),
    (item) => void (isCard(item) ? reading.cards.push(item) : reading.unparsed.push(item)),
    () => letPageWork().then(() => !isOver()),
  );
  return isWhole ? reading : undefined;
}

/**
 * Reads the page again until it did not change while it was read; the third reading is taken in any case. Undefined if
 * `isOver` became true.
 */
export async function readSettled(
  site: Site,
  watcher: Watcher,
  isOver: () => boolean,
): Promise<PageReading | undefined> {
  let reading: PageReading | undefined;
  for (let tries = 1; !reading && !isOver(); tries++) {
    watcher.isFresh();
    const isOutdated = () => isOver() || (tries < 3 && watcher.isStale());
    reading = await readListing(site, new URL(location.href), isOutdated);
  }
  return reading;
}
