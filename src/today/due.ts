/** When a followed listing is asked for. Pure. */
import type { FollowedListing } from '../library/followed-listing';

/** A listing that did not answer is asked for again after this time, milliseconds: the network may be back. */
const retryMs = 15 * 60 * 1000;

const dayOf = (at: number): string => new Date(at).toDateString();

/** Whether a listing was asked for on the day of a time, whatever came of it. */
export const isTriedOn = ({ triedAt }: FollowedListing, now: number): boolean =>
  triedAt !== undefined && dayOf(triedAt) === dayOf(now);

/** Whether a listing is to be asked for now. A server that asked to wait is not asked before, whatever the reader wants. */
export function isDue(listing: FollowedListing, now: number, isWanted = false): boolean {
  const { triedAt, problem } = listing;
  if (problem?.until !== undefined && now < problem.until) return false;
  if (isWanted || triedAt === undefined || problem?.code === 'off') return true;
  if (problem?.code === 'unreachable') return now - triedAt >= retryMs;
  return !isTriedOn(listing, now);
}
