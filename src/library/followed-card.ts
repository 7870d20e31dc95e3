/** The cards of *Today*: what followed listings say of one paper. Pure. */
import type { Facts, Source } from '../paper/paper';
import { shownFacts, uniteSources } from './merge/merge';
import { sourceOf } from './merge/sightings';

/** Where a followed listing shows a paper. */
export interface ListingPlace {
  /** The followed listing, by its address. */
  url: string;
  site: string;
  rank?: number;
}

/** A paper that followed listings show. */
export interface TodayCard {
  /** Number of the record: primary key, never shown. */
  n: number;
  /** Every id it was seen under. */
  ids: string[];
  /** What each site says of it. */
  sources: Source[];
  places: ListingPlace[];
  /** When it was first met, ms since 1970. */
  metAt: number;
  /** When the reader was not interested in it; absent otherwise. */
  dismissedAt?: number;
}

/** A card with the facts that are shown, computed from its sources. */
export interface ShownCard extends TodayCard {
  facts: Facts;
}

/** Computes the facts that are shown. */
export function showCard(card: TodayCard): ShownCard {
  const [only] = card.sources;
  const facts =
    card.sources.length === 1 && only ? { ...only.facts, ids: card.ids } : shownFacts(card.ids, card.sources);
  return { ...card, facts };
}

/** A card of a paper that is met for the first time. */
export function newCard(facts: Facts, place: ListingPlace, now: number): Omit<TodayCard, 'n'> {
  return { ids: facts.ids, sources: [sourceOf(facts, place.site, now)], places: [ranked(facts, place)], metAt: now };
}

const ranked = ({ rank }: Facts, { url, site }: ListingPlace): ListingPlace => ({
  url,
  site,
  ...(rank !== undefined && { rank }),
});

/** Unites cards of one paper: the first keeps its number, the earliest meeting counts. */
export function joinCards<T extends Omit<TodayCard, 'n'>>(card: T, other: Omit<TodayCard, 'n'>): T {
  const places = new Map([...card.places, ...other.places].map((place) => [place.url, place]));
  const dismissed = [card.dismissedAt, other.dismissedAt].find((at) => at !== undefined);
  return {
    ...card,
    ids: [...new Set([...card.ids, ...other.ids])],
    sources: uniteSources(card.sources, other.sources),
    places: [...places.values()],
    metAt: Math.min(card.metAt, other.metAt),
    ...(dismissed !== undefined && { dismissedAt: dismissed }),
  };
}
