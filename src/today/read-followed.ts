/**
 * Reads the followed listings that are due: each at most once a day unless it is asked for, one after another on a host with
 * a pause between two. Runs in any page of ours that has a DOM, one at a time across all of them.
 */
import type { Followed } from '../library/followed';
import type { FollowedListing } from '../library/followed-listing';
import { addressOn } from '../sites/follow';
import { isDue } from './due';
import { type Fetched, type FetchOptions, fetchListing } from './fetch-listing';
import { listingCards } from './listing-cards';

/** Milliseconds between two requests to a host. */
const pauseMs = 3000;
export interface ReadingOptions extends FetchOptions {
  /** Whether the site of an address is turned on, with the permission for it. */
  isOn(address: string): Promise<boolean>;
  /** Addresses of listings to read whether they are due or not: the reader pressed *Refresh*. */
  wanted?: readonly string[];
  /** Called when a listing is asked for, and when it was read. */
  onChange?: (url: string, isReading: boolean) => void;
  /** For tests. */
  wait?: (ms: number) => Promise<void>;
}

/** Reads what is due. Resolves once all is stored; what went wrong is noted at each listing. */
export async function readFollowed(followed: Followed, options: ReadingOptions): Promise<void> {
  if (navigator.onLine === false) return;
  await navigator.locks.request('today-reading', async () => {
    const now = options.now?.() ?? Date.now();
    const all = await followed.listings();
    const due = all.filter((listing) => isDue(listing, now, options.wanted?.includes(listing.url)));
    const on = (host: string, some: readonly FollowedListing[]) => some.filter(({ url }) => hostOf(url) === host);
    await Promise.all(
      [...new Set(due.map(({ url }) => hostOf(url)))].map((host) => {
        const last = Math.max(...on(host, all).map(({ triedAt = 0 }) => triedAt));
        return readHost(followed, on(host, due), last, options);
      }),
    );
  });
}

const hostOf = (url: string): string => new URL(url).host;
const timer = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads listings of one host, which was last asked at `last`. */
async function readHost(
  followed: Followed,
  listings: readonly FollowedListing[],
  last: number,
  options: ReadingOptions,
): Promise<void> {
  const now = options.now ?? Date.now;
  let before = last;
  for (const listing of listings) {
    const { url } = listing;
    if (options.signal?.aborted) return;
    if (!(await options.isOn(url))) {
      await followed.note(url, (known) => ({ ...known, problem: { code: 'off' } }));
      continue;
    }
    options.onChange?.(url, true);
    const rest = before + pauseMs - now();
    if (rest > 0 && rest <= pauseMs) await (options.wait ?? timer)(rest);
    before = now();
    const at = before;
    // Noted before the request: a browser that is closed meanwhile does not ask again today.
    await followed.note(url, (known) => ({ ...known, triedAt: at }));
    const address = addressOn(url, new Date(at));
    await keep(followed, listing, await fetchListing(address, listing, options), now());
    options.onChange?.(url, false);
  }
}

/** Stores what came of a request. */
async function keep(followed: Followed, { url, site }: FollowedListing, fetched: Fetched, now: number): Promise<void> {
  if (fetched.is === 'unchanged') {
    await followed.note(url, ({ problem: _, ...known }) => ({ ...known, readAt: now }));
    return;
  }
  if (fetched.is === 'problem') {
    await followed.note(url, (known) => ({ ...known, problem: fetched.problem }));
    return;
  }
  const { html, etag, modified } = fetched;
  const found = await listingCards(html, fetched.url, new Date(now));
  if (found?.site !== site) return followed.note(url, (known) => ({ ...known, problem: { code: 'moved' } }));
  if (found.papers.length === 0) return followed.note(url, (known) => ({ ...known, problem: { code: 'shape' } }));
  await followed.store(
    url,
    found.papers,
    {
      isCut: fetched.isCut || found.isCut,
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { modified }),
    },
    now,
  );
}
