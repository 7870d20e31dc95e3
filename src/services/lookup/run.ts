/**
 * A run: services are asked what they know of papers, batch by batch. What it learnt becomes one change at its end, also when it is stopped or a
 * service fails. One run at a time; no service is asked for an id twice in seven days.
 */
import type { Library } from '../../library/library';
import type { Learnt } from '../../library/types';
import type { ClientOptions } from '../client';
import { combined } from './combine';
import {
  type AskedAt,
  answerName,
  askedName,
  askedTimes,
  currentRun,
  keptAnswers,
  keptNames,
  type Left,
  type Outcome,
  type Run,
  steps,
} from './kept-run';
import { asksOf, batchesOf, publishedVersions } from './plan';
import { request, type ServiceReply } from './requests';
import type { Ask } from './said';
import { type ServiceId, services } from './services';

type Shelf = Pick<Library, 'kept' | 'keep' | 'rows' | 'learn'>;

export interface LookupOptions extends ClientOptions {
  /** Semantic Scholar's key of the user; '' for none. */
  key?: string;
  now?: () => number;
}

/** An id is not asked for again before, milliseconds. */
export const askAgainMs = 7 * 24 * 60 * 60 * 1000;
/** Times of asking are forgotten after, milliseconds. */
const forgetMs = 400 * 24 * 60 * 60 * 1000;
/** Batches that cannot be read, after which a service is given up for this run. */
const maxUnreadable = 3;

const lock = 'lookup';

/** Notes a new run, which `continueLookup` carries out. False if another has not ended. */
export async function startLookup(
  library: Shelf,
  {
    numbers,
    services,
    now = Date.now,
  }: { numbers: readonly number[]; services: readonly ServiceId[]; now?: () => number },
): Promise<boolean> {
  return navigator.locks.request(`${lock} start`, async () => {
    if (await currentRun(library)) return false;
    const run: Run = {
      ...{ startedAt: now(), services: [...services], numbers: [...numbers] },
      ...{ step: 0, at: 0, answers: 0, asked: [], recent: [], left: [] },
    };
    await library.keep({ [keptNames.run]: run, [keptNames.todo]: undefined, [keptNames.stop]: undefined });
    return true;
  });
}

/** Asks the run to end. What it learnt is kept. */
export const stopLookup = (library: Shelf): Promise<void> => library.keep({ [keptNames.stop]: true });

/** Carries out the run, if there is one and nobody else does. */
export async function continueLookup(library: Shelf, options: LookupOptions = {}): Promise<void> {
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    let run = held ? await currentRun(library) : undefined;
    if (!run) return;
    const times = await askedTimes(library);
    while (run.step < steps.length && !options.signal?.aborted && !(await library.kept(keptNames.stop))) {
      run = await advance(library, run, times, options);
    }
    await finish(library, run);
  });
}

/** Plans a step, or asks for its next batch. */
async function advance(library: Shelf, run: Run, times: AskedAt, options: LookupOptions): Promise<Run> {
  const now = (options.now ?? Date.now)();
  const service = steps[run.step] as ServiceId;
  if (!run.services.includes(service)) return next(library, run);
  if (run.of === undefined) {
    const answers = await keptAnswers(library, run);
    const isRecent = (id: string) => now - (times[askedName(service, id)] ?? 0) < askAgainMs;
    const isSecond = steps.indexOf(service) < run.step;
    const all = isSecond ? publishedVersions(answers) : await asksOf(library, service, run.numbers, answers);
    const [recent, fresh] = [all.filter(({ id }) => isRecent(id)), all.filter(({ id }) => !isRecent(id))];
    const todo = batchesOf(service, fresh);
    const planned: Run = {
      ...run,
      of: todo.length,
      asked: withPapers(run.asked, fresh),
      recent: withPapers(run.recent, recent),
    };
    await library.keep({ [keptNames.run]: planned, [keptNames.todo]: todo });
    return planned;
  }
  const todo = ((await library.kept(keptNames.todo)) ?? []) as Ask[][];
  const batch = todo[run.at];
  if (!batch) return next(library, run);
  const rows = new Map((await library.rows(batch.map(({ n }) => n))).map((row) => [row.n, row] as const));
  const reply = await request(service, batch, rows, options);
  if (reply.trouble === 'stopped') return run;
  return note(library, run, { service, todo, batch, reply, now, times });
}

interface Noted {
  service: ServiceId;
  todo: Ask[][];
  batch: Ask[];
  reply: ServiceReply;
  now: number;
  times: AskedAt;
}

/** Keeps an answer and moves on, in one transaction. */
async function note(library: Shelf, run: Run, { service, todo, batch, reply, now, times }: Noted): Promise<Run> {
  const { trouble, retryAt } = reply;
  if (trouble) {
    const before = run.left.filter((each) => each.service === service && each.reason === 'unreadable').length;
    const isGivenUp = trouble !== 'unreadable' || before + 1 >= maxUnreadable;
    const lost = isGivenUp ? todo.slice(run.at).flat() : batch;
    const left = { service, reason: trouble, papers: papersOf(lost), ...(retryAt !== undefined && { retryAt }) };
    const moved = { ...run, at: isGivenUp ? todo.length : run.at + 1, left: [...run.left, left] };
    await library.keep({ [keptNames.run]: moved });
    return moved;
  }
  for (const { id } of batch) times[askedName(service, id)] = now;
  for (const [id, at] of Object.entries(times)) if (now - at > forgetMs) delete times[id];
  const unknown = papersOf(batch) - new Set(reply.learnt.map(({ n }) => n)).size;
  const left = unknown > 0 ? [{ service, reason: 'unknown' as const, papers: unknown }] : [];
  const moved = { ...run, at: run.at + 1, answers: run.answers + 1, left: [...run.left, ...left] };
  await library.keep({ [keptNames.run]: moved, [keptNames.asked]: times, [answerName(run.answers)]: reply.learnt });
  return moved;
}

const papersOf = (asks: readonly Ask[]): number => new Set(asks.map(({ n }) => n)).size;
const union = (a: readonly number[], b: readonly number[]): number[] => [...new Set([...a, ...b])];
const withPapers = (numbers: readonly number[], asks: readonly Ask[]): number[] =>
  union(
    numbers,
    asks.map(({ n }) => n),
  );

async function next(library: Shelf, { of: _, ...run }: Run): Promise<Run> {
  const moved = { ...run, step: run.step + 1, at: 0 };
  await library.keep({ [keptNames.run]: moved, [keptNames.todo]: undefined });
  return moved;
}

/** Makes one change of all answers, then forgets the run. If the worker dies in between, the same change is made again. */
async function finish(library: Shelf, run: Run): Promise<void> {
  const learnt: Learnt[] = combined(await keptAnswers(library, run)).map((each) => ({
    ...each,
    site: services[each.service].site,
    at: run.startedAt,
  }));
  const change = await library.learn(learnt);
  const known = new Set(learnt.map(({ n }) => n));
  const asked = new Set(run.asked);
  const recent = run.recent.filter((n) => !asked.has(n)).length;
  const outcome: Outcome = {
    ...{ startedAt: run.startedAt, change, asked: asked.size, learnt: known.size, recent },
    isStopped: run.step < steps.length,
    withoutId: run.step < steps.length ? 0 : run.numbers.length - union(run.asked, run.recent).length,
    left: summed(run.left),
  };
  const gone = Array.from({ length: run.answers }, (_, at) => [answerName(at), undefined]);
  await library.keep({
    ...{
      [keptNames.run]: undefined,
      [keptNames.todo]: undefined,
      [keptNames.stop]: undefined,
      [keptNames.outcome]: outcome,
    },
    ...Object.fromEntries(gone),
  });
}

/** Adds up what is left for the same reason. */
function summed(left: readonly Left[]): Left[] {
  const all = new Map<string, Left>();
  for (const each of left) {
    const key = `${each.service} ${each.reason}`;
    const known = all.get(key);
    all.set(key, { ...known, ...each, papers: (known?.papers ?? 0) + each.papers });
  }
  return [...all.values()];
}
