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

/** Lengths of the frames that are drawn from now on, ms, until \`frames.stop()\`. */
const record = `(() => {
  const lengths = [];
  let last = performance.now();
  let isOn = true;
  requestAnimationFrame(function next(now) {
    if (!isOn) return;
    lengths.push(performance.now() - last);
    last = performance.now();
    requestAnimationFrame(next);
  });
  globalThis.frames_ = { stop() { isOn = false; return lengths; } };
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

async function open(session: Session, surface: Surface): Promise<{ page: Page; cdp: CDPSession }> {
  const page = await session.context.newPage();
  const cdp = await session.context.newCDPSession(page);
  await page.addInitScript(watch);
  await page.setViewportSize(sizes[surface]);
  const worker = session.context.serviceWorkers()[0];
  if (!worker) throw new Error('The extension did not start. Is dist/chromium built? npm run build');
  await page.goto(new URL(`src/${surface}/index.html`, worker.url()).href);
  await page.waitForSelector('.row-title, .empty');
  await page.waitForTimeout(100);
  return { page, cdp };
}

/** One surface in a browser that was just started. */
async function measure(session: Session, surface: Surface): Promise<Samples> {
  const { page, cdp } = await open(session, surface);
  const painted = await page.evaluate<{ field: number; rows: number }>('painted');
  const samples: Samples = {
    [`${surface}: search field painted`]: [painted.field],
    [`${surface}: first rows painted`]: [painted.rows],
  };
  await page.waitForTimeout(1500);
  const isEmpty = await page.evaluate<boolean>(`document.querySelector('.row-title') === null`);
  if (!isEmpty) {
    const typed: number[] = [];
    for (const word of ['transformer', 'video', 'zebra']) {
      await page.evaluate(record);
      await type(page, word);
      typed.push(Math.max(...(await page.evaluate<number[]>('frames_.stop()'))));
    }
    samples[`${surface}: longest frame while typing a word`] = typed;
    for (const [name, by, frames] of [
      ['by the wheel', '400', 150],
      ['top to bottom', 'list.scrollHeight / 150', 150],
    ] as const) {
      await throttle(cdp, 4);
      const lengths = await page.evaluate<number[]>(scroll(by, frames));
      await throttle(cdp, 1);
      samples[`${surface}: frame while scrolling ${name}, 4×`] = lengths;
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

/** Popup and shelf, one after the other. The browser must be fresh: what it painted once it paints sooner again. */
export async function surfaceTimes(session: Session): Promise<Samples> {
  return { ...(await measure(session, 'popup')), ...(await measure(session, 'shelf')) };
}
