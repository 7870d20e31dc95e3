/**
 * How much the pages of one origin may ask over time. A page's process may be taken over; then it can send any message as often
 * as it likes. The limits are far above what people do, such as saving several listings of 500 papers within a few minutes.
 *
 * A message that pages may no longer send is deleted from `FromPage`; then its row here does not compile.
 */
import type { Runtime } from 'webextension-polyfill';
import type { FromPage } from '../messages/contract';
import { type Handlers, MessageError } from '../messages/transport';
import { SessionValue } from './session-value';

/** At most `max` units at once. What was used comes back evenly, all of it within `minutes`. */
const limits = {
  /** Any message. */
  messages: { max: 3_000, minutes: 1 },
  /** Ids of papers that are looked up. */
  ids: { max: 20_000, minutes: 1 },
  idsPerHour: { max: 200_000, minutes: 60 },
  /** Papers that are saved, and the length of their facts as JSON. */
  papers: { max: 5_000, minutes: 60 },
  characters: { max: 30_000_000, minutes: 60 },
  /** Changes of papers in the library. */
  changes: { max: 3_000, minutes: 60 },
  /** Tabs that are opened. */
  tabs: { max: 120, minutes: 60 },
} as const;
type Limit = keyof typeof limits;
type Cost = Partial<Record<Limit, number>>;

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);
const ids = (keys: unknown): Cost => ({ ids: lengthOf(keys), idsPerHour: lengthOf(keys) });
const change = (): Cost => ({ changes: 1 });
const free = (): Cost => ({});

/** What each message costs, besides one of `messages`. The input is not checked yet. */
const costs: { [N in keyof FromPage]: (input: Parameters<FromPage[N]>[0]) => Cost } = {
  lookup: ids,
  save: ({ facts }) => ({ papers: lengthOf(facts), characters: JSON.stringify(facts ?? '').length, changes: 1 }),
  undo: change,
  visit: ids,
  seen: ids,
  inject: free,
  settings: free,
  keepBar: free,
  hintSeen: free,
  openBehind: ({ urls }) => ({ tabs: lengthOf(urls) }),
  openLibrary: () => ({ tabs: 1 }),
  openOptions: () => ({ tabs: 1 }),
  greet: free,
  offer: ({ papers }) => (papers === undefined ? {} : ids(papers)),
  setStatus: change,
  suggest: ids,
};

/** What is left of a limit, and when that was computed. */
type Left = { [L in Limit]?: [left: number, at: number] };

/** Origins that are remembered; beyond that, the one unused for longest is forgotten. */
const maxOrigins = 500;

const spent = new SessionValue<Record<string, Left>>('spent', {});

const leftOf = (left: Left, name: Limit, now: number): number => {
  const { max, minutes } = limits[name];
  const [before, at] = left[name] ?? [max, now];
  return Math.min(max, before + ((now - at) * max) / (minutes * 60_000));
};

/** Takes the cost of a message from what the origin has left. False, and nothing is taken, if that is not enough. */
async function spend(origin: string, cost: Cost): Promise<boolean> {
  const all = await spent.get();
  const left = all[origin] ?? {};
  const now = Date.now();
  for (const each of Object.values(left)) each[1] = Math.min(each[1], now); // the clock may have been set back
  const asked = Object.entries({ ...cost, messages: 1 }) as [Limit, number][];
  if (asked.some(([name, units]) => units > leftOf(left, name, now))) return false;
  for (const [name, units] of asked) left[name] = [leftOf(left, name, now) - units, now];
  delete all[origin];
  all[origin] = left; // the last one is the one used last
  for (const old of Object.keys(all).slice(0, -maxOrigins)) delete all[old];
  void spent.store().catch(() => undefined); // then it is counted in memory only
  return true;
}

type Handle = (input: unknown, sender: Runtime.MessageSender) => Promise<unknown>;

/** The handlers, each refusing with `limited` what exceeds the limits of the sender's origin. */
export function withinLimits(handlers: Handlers): Handlers {
  const limited = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (input: unknown, sender: Runtime.MessageSender) => {
      const cost = (costs[name as keyof FromPage] as (input: unknown) => Cost)(input);
      if (!(await spend(new URL(sender.url ?? '').origin, cost))) throw new MessageError({ code: 'limited' });
      return (handle as Handle)(input, sender);
    },
  ]);
  return Object.fromEntries(limited) as Handlers;
}
