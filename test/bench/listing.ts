/**
 * What the extension costs a listing of 100 invented cards in Chromium: its scripts' time, its longest task, memory, and how
 * long *Save all* takes until it is durable. Part of `npm run bench`; alone: `npx tsx test/bench/listing.ts`.
 */
import type { CDPSession } from 'playwright-core';
import { layoutShift } from '../e2e/layout-shift';
import { listingPage } from '../e2e/pages/listing';
import { invented } from '../e2e/pages/papers';
import { launch } from '../support/chromium';
import { type Row, summary } from './table';

const address = 'https://huggingface.co/papers';
const count = 100;
const page = listingPage('daily', invented.slice(0, count));
type Samples = Map<string, number[]>;
const note = (samples: Samples, row: string, value: number) => samples.set(row, [...(samples.get(row) ?? []), value]);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  /** Of the processor, which a busy machine does not lengthen. Microseconds, as all times here. */
  tdur?: number;
  tid: number;
  args?: object;
}

const isOwn = ({ args }: TraceEvent): boolean => JSON.stringify(args ?? {}).includes('chrome-extension://');
const inside = (event: TraceEvent, outer: TraceEvent): boolean =>
  event !== outer && event.tid === outer.tid && event.ts >= outer.ts && event.ts < outer.ts + (outer.dur ?? 0);

/**
 * Milliseconds of the processor that the extension's scripts took on the page's main thread, the longest task with any of them in
 * it (the page's own work included), and the most that they took of one task. Promises go on in `RunMicrotasks`, which says nothing of whose they are: in a task of ours they are ours.
 */
function ours(events: readonly TraceEvent[]): { all: number; longest: number; stretch: number } {
  const long = events.filter(({ dur = 0 }) => dur > 0);
  const own = long.filter(isOwn);
  const tasks = long.filter(({ name }) => name.endsWith('RunTask'));
  const ourTasks = tasks.filter((task) => own.some((event) => inside(event, task)));
  const outermost = tasks.filter((task) => !tasks.some((other) => inside(task, other)));
  const micro = long.filter(({ name }) => /RunMicrotasks|EvaluateScript|FunctionCall/.test(name));
  const mine = micro.filter(
    (event) => isOwn(event) || (event.name === 'RunMicrotasks' && ourTasks.some((task) => inside(event, task))),
  );
  const top = mine.filter((event) => !mine.some((other) => inside(event, other)));
  const took = ({ tdur, dur = 0 }: TraceEvent) => (tdur ?? dur) / 1000;
  const sum = (some: readonly TraceEvent[]) => some.reduce((all, event) => all + took(event), 0);
  return {
    all: sum(top),
    stretch: Math.max(0, ...outermost.map((task) => sum(top.filter((event) => inside(event, task))))),
    longest: Math.max(0, ...outermost.filter((task) => own.some((event) => inside(event, task))).map(took)),
  };
}

/** The longest task of the thread that parses the page, whoever's, milliseconds of the processor. */
function longestTask(events: readonly TraceEvent[]): number {
  const threads = new Set(events.filter(({ name }) => name === 'ParseHTML').map(({ tid }) => tid));
  const tasks = events.filter(({ name, tid }) => name.endsWith('RunTask') && threads.has(tid));
  return Math.max(0, ...tasks.map(({ tdur, dur = 0 }) => (tdur ?? dur) / 1000));
}

/** Loads the page anew at its top: a place further down would be gone back to. */
async function reload(cdp: CDPSession): Promise<void> {
  await cdp.send('Runtime.evaluate', { expression: 'scrollTo(0, 0)' });
  await wait(200);
  await cdp.send('Page.reload');
  await wait(1500);
}

/** Loads the page and reads down to its foot, so that every control is drawn. */
async function readThrough(cdp: CDPSession): Promise<void> {
  await reload(cdp);
  const code = 'scrollBy(0, innerHeight); scrollY + innerHeight >= document.documentElement.scrollHeight - 1';
  for (let isOver = false; !isOver; await wait(60)) {
    const { result } = await cdp.send('Runtime.evaluate', { expression: code });
    isOver = result.value === true;
  }
  await wait(500);
}

async function trace(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.start', { categories: 'toplevel,devtools.timeline,v8', transferMode: 'ReportEvents' });
  await work();
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** How far the page's layout shifts while it is loaded and drawn on. */
async function shift(cdp: CDPSession): Promise<number> {
  await reload(cdp);
  const { result } = await cdp.send('Runtime.evaluate', { expression: layoutShift, awaitPromise: true });
  return Number(result.value);
}

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Saves all cards by the very message, and takes it back. Returns ms from the reading of the cards to the answer. */
const saveAll = `(async () => {
  const { listing, site } = offprint;
  const begun = performance.now();
  const facts = [...listing.overlays.values()].map(({ card }) => card.facts());
  const ask = (offprint, input) => chrome.runtime.sendMessage({ offprint, input });
  const { ok, answer } = await ask('save', { facts, context: { site: site.id, url: location.href, kind: 'listing' } });
  const took = performance.now() - begun;
  if (!ok || Object.keys(answer.marks).length < ${count}) throw new Error('not saved');
  await ask('undo', { change: answer.change });
  return took;
})()`;

async function once(samples: Samples): Promise<void> {
  const bare = await launch({ installLater: true });
  let empty: number;
  try {
    bare.serve(address, page);
    const { cdp } = (await bare.tab(address)) as unknown as { cdp: CDPSession };
    await readThrough(cdp);
    empty = await heap(cdp);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const longest = longestTask(await trace(cdp, () => readThrough(cdp)));
    note(samples, 'a listing: longest task without the extension, 4× slower', longest);
  } finally {
    await bare.close();
  }
  const session = await launch();
  try {
    session.serve(address, page);
    const { cdp } = (await session.tab(address)) as unknown as { cdp: CDPSession };
    const worlds: { id: number; name: string }[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await cdp.send('Runtime.enable');
    const { all: atLoad } = ours(await trace(cdp, () => reload(cdp)));
    note(samples, 'a listing: read all cards, draw those near', atLoad);
    const { all } = ours(await trace(cdp, () => readThrough(cdp)));
    note(samples, 'a listing: the same, then every control on the way down', all);
    note(samples, 'a listing: memory of it (MB)', (await heap(cdp)) - empty);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    note(samples, 'a listing: layout shift (thousandths)', 1000 * (await shift(cdp)));
    const slow = await trace(cdp, () => readThrough(cdp));
    const { longest, stretch } = ours(slow);
    note(samples, 'a listing: longest task with the extension, 4× slower', longestTask(slow));
    note(samples, 'a listing: longest task with ours in it, 4× slower', longest);
    note(samples, 'a listing: the most of ours in a task, 4× slower', stretch);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const own = worlds.findLast(({ name }) => name === 'Offprint');
    const save = async (row: string) => {
      const given = { expression: saveAll, awaitPromise: true, returnByValue: true, contextId: own?.id };
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', given as never);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      note(samples, row, Number(result.value));
    };
    await session.stopBackground();
    await save('a listing: save all, background asleep');
    for (let k = 0; k < 5; k++) await save('a listing: save all');
  } finally {
    await session.close();
  }
}

/** Rows of `runs` fresh browsers. */
export async function listingRows(runs: number): Promise<Row[]> {
  const samples: Samples = new Map();
  for (let run = 0; run < runs; run++) await once(samples);
  return [...samples].map(([row, values]) => summary(row, count, values));
}

if (process.argv[1] === import.meta.filename) {
  for (const { row, first, median, worst } of await listingRows(Number(process.argv[2] ?? 3)))
    process.stdout.write(`${row.padEnd(60)} ${first}  ${median}  ${worst}\n`);
}
