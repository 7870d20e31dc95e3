/**
 * `npm run bench`: how quick the library is at 100, 10,000 and 100,000 papers, in the built extension in Chromium. Prints
 * a table (milliseconds unless it says otherwise) and writes `bench.json`, comparing with the one that was there.
 *
 *   --sizes 100,10000    other sizes
 *   --runs 3             fresh browsers a size (5)
 *   --profiles DIR       keeps the filled profiles there and uses them again: filling one with 100,000 takes minutes
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { type Results, type Row, summary, table } from '../bench/table';
import { launch } from '../support/chromium';
import { corpus, isReal } from '../support/corpus';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,10000,100000' },
    runs: { type: 'string', default: '5' },
    profiles: { type: 'string' },
  },
});

/** The script that runs in the page, as one piece of source. */
async function pageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: resolve('test/bench/page.ts'), formats: ['iife'], name: 'x' } },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('vite built nothing');
  return first.output[0].code;
}

/** Starts a browser on a profile and runs work in a page of the extension that has nothing of its own to do. */
async function inExtension<T>(profile: string, script: string, work: (page: InPage) => Promise<T>): Promise<T> {
  const session = await launch({ profile });
  try {
    const page = await session.context.newPage();
    const worker = session.context.serviceWorkers()[0];
    if (!worker) throw new Error('The extension did not start. Is dist/chromium built? npm run build');
    const popup = await popupTimes(page, new URL('src/popup/index.html', worker.url()).href);
    await page.goto(new URL('manifest.json', worker.url()).href);
    const cdp = await session.context.newCDPSession(page);
    const inPage = new InPage(cdp, session.context.browser()?.version() ?? '', popup);
    await inPage.run(script);
    return await work(inPage);
  } finally {
    await session.close();
  }
}

/** Opens the popup: when its search field and its first rows are painted, in milliseconds after its loading began. */
async function popupTimes(page: Page, address: string): Promise<Record<string, number>> {
  // As text: what compiles this file would leave references to its own helpers in a function.
  await page.addInitScript(`
    globalThis.painted = {};
    requestAnimationFrame(function look() {
      if (document.querySelector('input[type=search]')) painted.field ??= performance.now();
      if (document.querySelector('.row-title')) painted.rows ??= performance.now();
      requestAnimationFrame(look);
    });
  `);
  await page.setViewportSize({ width: 420, height: 600 });
  await page.goto(address);
  await page.waitForSelector('input[type=search]');
  await page.waitForTimeout(1000);
  return page.evaluate('painted');
}

class InPage {
  constructor(
    private cdp: CDPSession,
    readonly version: string,
    /** Milliseconds from the start of the popup's loading. */
    readonly popup: Record<string, number>,
  ) {}

  /** Evaluates an expression; promises are awaited. */
  async run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Heap and array buffers after a collection, in MB. */
  async heap(): Promise<number> {
    await this.cdp.send('HeapProfiler.collectGarbage');
    const usage = (await this.cdp.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
    return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
  }
}

async function fill(profile: string, script: string, size: number): Promise<void> {
  await inExtension(profile, script, async (page) => {
    const begun = Date.now();
    const all = [...corpus(size)];
    for (let done = 0; done < size; done += 500) {
      const part = all.slice(done, done + 500);
      await page.run(`bench.seed(${JSON.stringify(part)}, ${done / 500})`);
      if (done % 10000 === 9500) say(`  ${done + 500} papers saved after ${Math.round((Date.now() - begun) / 1000)} s`);
    }
    const took = await page.run<number>('bench.settle()');
    say(`  ${size.toLocaleString('en')} papers saved; indexed what was left in ${Math.round(took)} ms`);
  });
}

async function measure(size: number, script: string): Promise<Row[]> {
  const kept = values.profiles === undefined ? undefined : join(resolve(values.profiles), String(size));
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  if (kept === undefined || !existsSync(kept)) {
    mkdirSync(profile, { recursive: true });
    await fill(profile, script, size);
  }
  const more = [...corpus(size + 100)].slice(size);
  const samples = new Map<string, number[]>();
  for (let run = 0; run < Number(values.runs); run++) {
    await inExtension(profile, script, async (page) => {
      browser = page.version || browser;
      const empty = await page.heap();
      const found = await page.run<Record<string, number[]>>(`bench.measure(${JSON.stringify(more)})`);
      found['heap with the index, all of it used (MB)'] = [(await page.heap()) - empty];
      found['popup: search field painted'] = [page.popup.field ?? Number.NaN];
      found['popup: first rows painted'] = [page.popup.rows ?? Number.NaN];
      for (const [row, times] of Object.entries(found)) samples.set(row, [...(samples.get(row) ?? []), ...times]);
    });
  }
  if (kept === undefined) rmSync(profile, { recursive: true, force: true });
  return [...samples].map(([row, times]) => summary(row, size, times));
}

let browser = '';
const file = resolve('bench.json');
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
const script = await pageScript();
const rows: Row[] = [];
for (const size of values.sizes.split(',').map(Number)) {
  say(`${size.toLocaleString('en')} papers`);
  rows.push(...(await measure(size, script)));
}
const machine = { cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), browser: `Chromium ${browser}` };
const results: Results = { at: new Date().toISOString(), machine, corpus: isReal ? 'real' : 'invented', rows };
writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
say(
  `\n${machine.browser}, ${machine.cores} cores, ${machine.memoryGB} GB, ${results.corpus} papers\n\n${table(results, before)}`,
);
