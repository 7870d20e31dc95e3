/**
 * What `npm run bench` measures of popup and shelf as their user meets them: painting, typing, scrolling, memory. In the
 * built extension, with real keys; frames are those the browser really drew.
 */
import type { CDPSession, Page } from 'playwright-core';
import type { launch } from '../support/chromium';

type Session = Awaited<ReturnType<typeof launch>>;
type Samples = Record<string, number[]>;
export type Surface = 'popup' | 'shelf';

const sizes = { popup: { width: 420, height: 600 }, shelf: { width: 1280, height: 800 } };

/** Notes when what is looked for was first painted. As text: what compiles this file would leave its own helpers in a function. */
const watch = `
  globalThis.painted = {};
  requestAnimationFrame(function look() {
    if (document.querySelector('input[type=search]')) painted.field ??= performance.now();
    if (document.querySelector('.row-title, .empty')) painted.rows ??= performance.now();
    requestAnimationFrame(look);
  });
`;

/**
 * Lengths of the frames that are drawn from now on, and how long after its key the list is seen changed, ms, until
 * \`frames_.stop()\`.
 */
const record = `(() => {
  const lengths = [];
  const changed = [];
  let key;
  const hear = ({ timeStamp }) => { key ??= timeStamp; };
  addEventListener('keydown', hear, true);
  const watcher = new MutationObserver(() => {
    if (key === undefined) return;
    const since = key;
    key = undefined;
    requestAnimationFrame(() => changed.push(performance.now() - since));
  });
  watcher.observe(document.querySelector('.list'), { childList: true, subtree: true, characterData: true });
  let last = performance.now();
  let isOn = true;
  requestAnimationFrame(function next(now) {
    if (!isOn) return;
    lengths.push(performance.now() - last);
    last = performance.now();
    requestAnimationFrame(next);
  });
  globalThis.frames_ = {
    stop() {
      isOn = false;
      watcher.disconnect();
      removeEventListener('keydown', hear, true);
      return { longest: Math.max(...lengths), changed };
    },
  };
})()`;

/** Scrolls the list so far a frame, for so many frames or to its end; the lengths of the frames. */
const scroll = (by: string, frames: number) => `(async () => {
  const list = document.querySelector('.list');
  list.scrollTop = 0;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const step = ${by};
  const lengths = [];
  let last = performance.now();
  for (let i = 0; i < ${frames}; i++) {
    list.scrollTop += step;
    await new Promise(requestAnimationFrame);
    lengths.push(performance.now() - last);
    last = performance.now();
  }
  return lengths;
})()`;

const throttle = (cdp: CDPSession, rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate });

/** Heap and array buffers after a collection, MB. */
async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}

/** Types a word letter by letter as a quick typist does, and takes it out again. */
async function type(page: Page, word: string): Promise<void> {
  await page.focus('input[type=search]');
  for (const letter of word) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(90);
  }
  await page.waitForTimeout(200);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
}

/** Runs code in a page that has to be in front: behind another tab no frame is drawn, and what waits for one waits for ever. */
async function inFront<T>(page: Page, code: string): Promise<T> {
  await page.bringToFront();
  const isLate = new Promise<never>((_, fail) =>
    setTimeout(fail, 60_000, new Error(`Not done within a minute: ${code}`)),
  );
  return Promise.race([page.evaluate<T>(code), isLate]);
}

interface Opened {
  /** Within the extension. */
  path: string;
  width: number;
  height: number;
}

/** Opens a page of the extension and waits until its first rows, or that there are none, were painted. */
export async function openSurface(
  session: Session,
  { path, width, height }: Opened,
): Promise<{ page: Page; cdp: CDPSession }> {
  // The tab that welcomes after an installation opens when it likes, and takes the front.
  for (let i = 0; i < 30 && session.context.pages().length < 2; i++) await new Promise((done) => setTimeout(done, 100));
  const [blank, ...others] = session.context.pages();
  if (blank) for (const other of others) await other.close();
  const page = await session.context.newPage();
  const cdp = await session.context.newCDPSession(page);
  await page.addInitScript(watch);
  await page.setViewportSize({ width, height });
  const worker = session.context.serviceWorkers()[0];
  if (!worker) throw new Error('The extension did not start. Is dist/chromium built? npm run build');
  await page.goto(new URL(path, worker.url()).href);
  await page.bringToFront();
  await page.waitForSelector('.row-title, .empty');
  await page.waitForTimeout(100);
  return { page, cdp };
}

/** One surface in a browser that was just started. */
async function measure(session: Session, surface: Surface, papers: number): Promise<Samples> {
  const { page, cdp } = await openSurface(session, { path: `src/${surface}/index.html`, ...sizes[surface] });
  const painted = await page.evaluate<{ field: number; rows: number }>('painted');
  const samples: Samples = {
    [`${surface}: search field painted`]: [painted.field],
    [`${surface}: first rows painted`]: [painted.rows],
  };
  await page.waitForTimeout(1500);
  const isEmpty = await page.evaluate<boolean>(`document.querySelector('.row-title') === null`);
  if (isEmpty !== (papers === 0))
    throw new Error(`The ${surface} ${isEmpty ? 'shows no paper' : 'shows papers'}, but should have ${papers}.`);
  if (papers > 0) {
    const [longest, changed] = [`${surface}: longest frame while typing a word`, `${surface}: key → list changed`];
    samples[longest] = [];
    samples[changed] = [];
    for (const word of ['transformer', 'video', 'zebra']) {
      await inFront(page, record);
      await type(page, word);
      const typed = await inFront<{ longest: number; changed: number[] }>(page, 'frames_.stop()');
      samples[longest].push(typed.longest);
      samples[changed].push(...typed.changed);
    }
    for (const [name, by, frames] of [
      ['by the wheel', '400', 150],
      ['top to bottom', 'list.scrollHeight / 150', 150],
    ] as const) {
      await throttle(cdp, 4);
      const lengths = await inFront<number[]>(page, scroll(by, frames));
      await throttle(cdp, 1);
      samples[`${surface}: frame while scrolling ${name}, 4×`] = lengths;
      samples[`${surface}: longest frame ${name}, 4×`] = [Math.max(...lengths)];
      samples[`${surface}: frames over 50 ms of ${frames}, ${name}, 4× (count)`] = [
        lengths.filter((length) => length > 50).length,
      ];
      await page.waitForTimeout(300);
    }
  }
  samples[`${surface}: heap (MB)`] = [await heap(cdp)];
  await page.close();
  return samples;
}

/** Popup and shelf with so many papers, one after the other. The browser must be fresh: what it painted once it paints sooner again. */
export async function surfaceTimes(session: Session, papers: number): Promise<Samples> {
  return { ...(await measure(session, 'popup', papers)), ...(await measure(session, 'shelf', papers)) };
}
