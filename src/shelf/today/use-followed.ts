import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Followed } from '../../library/followed';
import { type ShownCard, showCard, type TodayCard } from '../../library/followed-card';
import type { FollowedListing } from '../../library/followed-listing';
import type { Library } from '../../library/library';
import type { RankedCard } from '../../library/types';
import browser from '../../messages/browser';
import { ask } from '../../messages/transport';
import { ignoreClosed } from '../../ui/library/ignore-closed';

/** The store of followed listings, one for the page. */
const followed = new Followed();

/** What was read of the followed listings. */
export interface FollowedState {
  listings: readonly FollowedListing[];
  /** Cards that are new since the last visit, or all. */
  cards: readonly ShownCard[];
  /** How many older cards there are that are not among them. */
  earlier: number;
  /** Ids of those that are saved. */
  saved: ReadonlySet<string>;
  /** How the library ranks each card, by its number; absent while it is too small to tell. */
  ranks?: Ranks;
}

export type Ranks = ReadonlyMap<number, RankedCard>;

/** How long cards wait for their ranks, ms. A large library that was never asked before takes seconds to learn from. */
const rankWaitMs = 1000;
/** With fewer saved papers cards are not ranked. */
const minSaved = 10;

/** Ranks all cards if there are new ones: those that are ranked keep their places while the reader goes through them. */
async function rankNew(library: Library, cards: readonly ShownCard[], known?: Ranks): Promise<Ranks | undefined> {
  if (known && cards.every(({ n }) => known.has(n))) return known;
  if ((await library.size()) < minSaved) return undefined;
  const ranked = await library.rank(cards.map(({ facts }) => facts));
  return new Map(cards.flatMap(({ n }, at) => (ranked[at] ? [[n, ranked[at]] as const] : [])));
}

/** Whether the site of an address is on, as the background knows it. */
const isOn = async (address: string): Promise<boolean> =>
  (await ask('siteAt', address).catch(() => undefined))?.isOn === true;

/** What there is to show, and the ranks that come later. */
async function load(
  library: Library,
  isAll: boolean,
  known?: Ranks,
): Promise<{ state: FollowedState; later: Promise<Ranks | undefined> }> {
  const [listings, since] = await Promise.all([followed.listings(), followed.visit()]);
  const cards = (await followed.cards(isAll ? 0 : since)).map(showCard);
  // A memory that cannot be read leaves the cards in the order of their listings.
  const later = rankNew(library, cards, known).catch(() => undefined);
  const wait = new Promise<undefined>((resolve) => setTimeout(resolve, rankWaitMs));
  const ranks = await Promise.race([later, wait]);
  const marks = await library.marks(cards.flatMap(({ ids }) => ids));
  const state = {
    listings,
    cards,
    earlier: isAll ? 0 : await followed.countUpTo(since),
    saved: new Set(Object.keys(marks)),
    ...(ranks && { ranks }),
  };
  return { state, later };
}

/** Erases the cards of earlier visits whose papers were saved or dismissed, or that no followed listing shows. */
async function sweep(library: Library): Promise<void> {
  const [listings, since] = await Promise.all([followed.listings(), followed.visit()]);
  const cards = await followed.cardsUpTo(since);
  const marks = await library.marks(cards.flatMap(({ ids }) => ids));
  const urls = new Set(listings.map(({ url }) => url));
  const isDone = ({ ids, places, dismissedAt }: TodayCard) =>
    dismissedAt !== undefined ||
    ids.some((id) => Object.hasOwn(marks, id)) ||
    places.every(({ url }) => !urls.has(url));
  await followed.erase(cards.filter(isDone).map(({ n }) => n));
}

/**
 * The followed listings and their cards, kept up to date with the library and with what is read. Listings that are due are
 * read when the view opens. Undefined until the first answer.
 */
export function useFollowed(library: Library, isOpen: boolean) {
  const [state, setState] = useState<FollowedState>();
  const [reading, setReading] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const asked = useRef(0);
  const ranks = useRef<Ranks>(undefined);
  const again = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    const show = (now: FollowedState) => {
      if (mine !== asked.current) return;
      ranks.current = now.ranks;
      setState(now);
    };
    const start = async () => {
      const { state: now, later } = await load(library, isAll, ranks.current);
      show(now);
      const ranked = await later;
      if (ranked && !now.ranks) show({ ...now, ranks: ranked });
    };
    ignoreClosed(start());
  }, [library, isAll]);
  useEffect(() => {
    if (!isOpen) return;
    again();
    return library.onChange(again);
  }, [again, isOpen]);

  /** Reads the listings that are due, or all of them. */
  const read = async (isWanted: boolean) => {
    const { readFollowed } = await import('../../today/read-followed');
    const wanted = isWanted ? (await followed.listings()).map(({ url }) => url) : [];
    const onChange = (url: string, isReading: boolean) => {
      setReading((now) => new Set(isReading ? [...now, url] : [...now].filter((each) => each !== url)));
      if (!isReading) again();
    };
    await readFollowed(followed, { isOn, wanted, onChange });
    again();
  };
  useEffect(() => {
    if (!isOpen) return;
    // What the icon counted is in view now.
    void browser.action.setBadgeText({ text: '' });
    ignoreClosed(sweep(library).then(again));
    void read(false);
  }, [isOpen]);

  return {
    state,
    reading,
    isAll,
    showAll: () => setAll(true),
    refresh: () => void read(true),
    follow: async (listing: FollowedListing) => {
      await followed.follow(listing);
      again();
      void read(false);
    },
    unfollow: async (url: string) => {
      await followed.unfollow(url);
      again();
    },
    dismiss: async (ids: readonly string[], at: number | undefined) => {
      await followed.dismiss(ids, at);
      again();
    },
  };
}

export type FollowedListings = ReturnType<typeof useFollowed>;
