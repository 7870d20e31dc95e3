/** What *Today* shows, and in which order. Pure. */
import type { ShownCard } from '../../library/followed-card';
import type { FollowedListing } from '../../library/followed-listing';
import type { RankedCard } from '../../library/types';
import { foldSubject, matchesQuery } from '../../query/match';
import type { Node } from '../../query/query';

/** A card as it is listed: only places that are followed. */
export interface ListedCard extends ShownCard {
  /** How the library ranks it, where it is large enough to tell. */
  rank?: RankedCard;
}

/** Orders of *Today*: what looks like the reader's papers first, or as the listings have it. */
export const todayOrders = ['likely', 'listing'] as const;
export type TodayOrder = (typeof todayOrders)[number];

/**
 * The cards to show: on a listing that is followed, not dismissed, not saved; in the order of the listings and of their
 * ranks there. A card on several listings stands with the first.
 */
export function listed(
  cards: readonly ShownCard[],
  listings: readonly FollowedListing[],
  isSaved: (id: string) => boolean,
  ranks?: ReadonlyMap<number, RankedCard>,
): ListedCard[] {
  const order = new Map(listings.map(({ url }, at) => [url, at]));
  return cards
    .filter(({ dismissedAt, ids }) => dismissedAt === undefined && !ids.some(isSaved))
    .map((card) => ({
      ...card,
      ...(ranks?.has(card.n) && { rank: ranks.get(card.n) as RankedCard }),
      places: card.places
        .filter(({ url }) => order.has(url))
        .sort((a, b) => (order.get(a.url) ?? 0) - (order.get(b.url) ?? 0)),
    }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => placeOf(a, order) - placeOf(b, order) || rankOf(a) - rankOf(b) || a.n - b.n);
}

const placeOf = ({ places: [first] }: ListedCard, order: ReadonlyMap<string, number>): number =>
  order.get(first?.url ?? '') ?? 0;
const rankOf = ({ places: [first] }: ListedCard): number => first?.rank ?? Number.POSITIVE_INFINITY;

/**
 * Parts cards at the line between those that look like the reader's and the rest, the best first on either side. Undefined where
 * there is no line: in the order of the listings, or where cards are not ranked.
 */
export function partedAtLine(
  cards: readonly ListedCard[],
  order: TodayOrder,
): { likely: readonly ListedCard[]; rest: readonly ListedCard[] } | undefined {
  if (order !== 'likely' || !cards.some(({ rank }) => rank)) return undefined;
  const sorted = [...cards].sort((a, b) => (a.rank?.place ?? Infinity) - (b.rank?.place ?? Infinity));
  return {
    likely: sorted.filter(({ rank }) => rank?.isLikely),
    rest: sorted.filter(({ rank }) => !rank?.isLikely),
  };
}

/** Whether a card is found by a query of the search language. */
export const isFound = (node: Node | undefined, card: ListedCard): boolean =>
  matchesQuery(node, foldSubject({ facts: card.facts, sites: card.places.map(({ site }) => site), ids: card.ids }));
