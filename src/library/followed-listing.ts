/** What is kept of a followed listing. Times in ms since 1970. */

/** Why a listing could not be read. */
export interface ReadProblem {
  /**
   * `unreachable`: no answer. `slow`: it took too long. `busy`: the server asked to wait. `refused`: it gave another error.
   * `moved`: it led elsewhere. `shape`: no papers were found on the page. `off`: the site is turned off.
   */
  code: 'unreachable' | 'slow' | 'busy' | 'refused' | 'moved' | 'shape' | 'off';
  /** Of the answer, as HTTP has it. */
  status?: number;
  /** No request before this time, ms since 1970, because the server asked for that. */
  until?: number;
}

/** A followed listing and its last reading. */
export interface FollowedListing {
  /** As in `Followable` (`sites/follow.ts`). */
  url: string;
  site: string;
  name: string;
  followedAt: number;
  /** When it was last asked for, whatever came of it. */
  triedAt?: number;
  /** When it last answered well. */
  readAt?: number;
  /** Papers it showed then. */
  papers?: number;
  /** Whether it was longer than is read. */
  isCut?: boolean;
  problem?: ReadProblem;
  /** What the server gave to ask whether it has changed. */
  etag?: string;
  modified?: string;
}

/** What a reading brought, besides the papers. */
export type ReadingResult = Pick<FollowedListing, 'isCut' | 'etag' | 'modified'>;
