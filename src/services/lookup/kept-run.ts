/**
 * The state of a run: all of it is in the library, so that a run goes on where it was when the worker died.
 */
import type { Library } from '../../library/library';
import type { Change } from '../../library/types';
import type { Trouble } from '../client';
import type { Said } from './said';
import type { ServiceId } from './services';

/** Papers of a run that a service did not answer for. */
export interface Left {
  service: ServiceId;
  /** `unknown`: it does not know them, or has another paper. */
  reason: Trouble | 'unknown';
  papers: number;
  /** When to ask again at the earliest, ms since 1970, where the service says. */
  retryAt?: number;
}

/** How a run ended. */
export interface Outcome {
  startedAt: number;
  /** The change, for undo. Its id is 0 if nothing was learnt. */
  change: Change;
  /** Papers that were asked about, and those of which something was learnt. */
  asked: number;
  learnt: number;
  /** Papers without an id that a service knows, and those asked about less than seven days ago. */
  withoutId: number;
  recent: number;
  left: Left[];
  /** Whether the user ended it. */
  isStopped: boolean;
}

/** A run that has not ended. */
export interface Run {
  startedAt: number;
  services: ServiceId[];
  numbers: number[];
  /** The step in progress, and how many of its batches are answered. */
  step: number;
  at: number;
  /** Batches of the step; absent before it is planned. */
  of?: number;
  /** Answers kept so far. */
  answers: number;
  /** Numbers of papers that any service was asked about, or would have been but for the seven days. */
  asked: number[];
  recent: number[];
  left: Left[];
}

/** Names in the library. */
export const keptNames = {
  run: 'lookup',
  todo: 'lookup todo',
  asked: 'lookup asked',
  stop: 'lookup stop',
  outcome: 'lookup outcome',
};
export const answerName = (at: number): string => `lookup answer ${at}`;

/** The steps of a run. The last asks Crossref for the published versions that the preprints' own records name. */
export const steps: readonly ServiceId[] = ['semantic-scholar', 'crossref', 'crossref'];

/** When each id was asked for, by `service id`, ms since 1970. */
export type AskedAt = Record<string, number>;
export const askedName = (service: ServiceId, id: string): string => `${service} ${id}`;
export const askedTimes = async (library: Pick<Library, 'kept'>): Promise<AskedAt> =>
  ((await library.kept(keptNames.asked)) as AskedAt | undefined) ?? {};

export const currentRun = async (library: Pick<Library, 'kept'>): Promise<Run | undefined> =>
  (await library.kept(keptNames.run)) as Run | undefined;
export const lastOutcome = async (library: Pick<Library, 'kept'>): Promise<Outcome | undefined> =>
  (await library.kept(keptNames.outcome)) as Outcome | undefined;

/** The share of a run that is done, 0 to 1. */
export const shareDone = ({ step, at, of }: Run): number => (step + (of ? at / of : 0)) / steps.length;

/** What was answered so far. */
export async function keptAnswers(library: Pick<Library, 'kept'>, { answers }: Run): Promise<Said[]> {
  const all = await Promise.all(Array.from({ length: answers }, (_, at) => library.kept(answerName(at))));
  return all.flatMap((each) => (each ?? []) as Said[]);
}
