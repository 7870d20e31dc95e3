/**
 * `npm run bench`: how quick library, popup and shelf are at 100, 10,000 and 100,000 papers, in the built extension in Chromium. Prints
 * a table (milliseconds unless it says otherwise) and writes `bench.json`, comparing with the one that was there.
 *
 *   --sizes 100,10000    other sizes
 *   --runs 3             fresh browsers a size (5)
 *   --only surfaces      popup and shelf alone, without the library's own rows; or those alone: `library`; or how long popup and
 *                        shelf take to open beside a bare page: `open`
 *   --tags 50000         gives the papers so many different tags besides
 *   --only memory        instead, what the memory suggests to simulated readers, and how it ranks, in per cent
 *   --readers 40         so many of them
 *   --profiles DIR       keeps the filled profiles there and uses them again: filling one with 100,000 takes minutes
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { CDPSession } from 'playwright-core';
import { build } from 'vite';
import { listingRows } from '../bench/listing';
import { memoryReport, memoryTable } from '../bench/memory/report';
import { openingTimes, withBarePage } from '../bench/opening';
import { surfaceTimes } from '../bench/surfaces';
import { type Results, type Row, summary, table } from '../bench/table';
import { launch } from '../support/chromium';
import { corpus, isReal } from '../support/corpus';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,10000,100000' },
    runs: { type: 'string', default: '5' },
    tags: { type: 'string', default: '0' },
    profiles: { type: 'string' },
    only: { type: 'string' },
    readers: { type: 'string', default: '40' },
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
  browser = session.context.browser()?.version() ?? '';
  try {
    const page = await session.context.newPage();
    const worker = session.context.serviceWorkers()[0];
    if (!worker) throw new Error('The extension did not start. Is dist/chromium built? npm run build');
    await page.goto(new URL('manifest.json', worker.url()).href);
    const cdp = await session.context.newCDPSession(page);
    const inPage = new InPage(cdp);
    await inPage.run(script);
    return await work(inPage);
  } finally {
    await session.close();
  }
}

class InPage {
  constructor(private cdp: CDPSession) {}

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
    if (Number(values.tags) > 0) await page.run(`bench.tag(${Number(values.tags)})`);
    const took = await page.run<number>('bench.settle()');
    say(`  ${size.toLocaleString('en')} papers saved; indexed what was left in ${Math.round(took)} ms`);
  });
}

/**
 * A profile with so many papers: the one that is kept, or a new one. `done` throws away what is not kept. One that was not filled to
 * its end is filled anew; so is another folder's, since an unpacked extension is known, and finds its library, by its path.
 */
async function profileOf(size: number, script: string): Promise<{ profile: string; done(): void }> {
  const kept = values.profiles === undefined ? undefined : join(resolve(values.profiles), String(size));
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'offprint-bench-'));
  const [note, extension] = [join(profile, 'filled-for.txt'), resolve('dist/chromium')];
  if (!existsSync(note) || readFileSync(note, 'utf8') !== extension) {
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile, { recursive: true });
    if (size > 0) await fill(profile, script, size);
    writeFileSync(note, extension);
  }
  return { profile, done: () => kept === undefined && rmSync(profile, { recursive: true, force: true }) };
}

async function measureLibrary(size: number, profile: string, script: string): Promise<Record<string, number[]>> {
  const more = [...corpus(size + 100)].slice(size);
  return inExtension(profile, script, async (page) => {
    const empty = await page.heap();
    const found = await page.run<Record<string, number[]>>(`bench.measure(${JSON.stringify(more)})`);
    found['heap with the index, all of it used (MB)'] = [(await page.heap()) - empty];
    return found;
  });
}

async function measureSurfaces(profile: string, size: number): Promise<Record<string, number[]>> {
  const session = await launch({ profile });
  browser = session.context.browser()?.version() ?? '';
  try {
    return await surfaceTimes(session, size);
  } finally {
    await session.close();
  }
}

async function measureOpening(profile: string, run: number): Promise<Record<string, number[]>> {
  const extension = withBarePage();
  const session = await launch({ profile, extension });
  browser = session.context.browser()?.version() ?? '';
  try {
    return await openingTimes(session, run);
  } finally {
    await session.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

/** What is measured in one run, in freshly started browsers. */
async function measureRun(
  size: number,
  profile: string,
  script: string,
  run: number,
): Promise<Record<string, number[]>> {
  if (values.only === 'open') return measureOpening(profile, run);
  return {
    ...(size > 0 && values.only !== 'surfaces' && (await measureLibrary(size, profile, script))),
    ...(values.only !== 'library' && (await measureSurfaces(profile, size))),
  };
}

async function measure(size: number, script: string): Promise<Row[]> {
  const { profile, done } = await profileOf(size, script);
  const samples = new Map<string, number[]>();
  for (let run = 0; run < Number(values.runs); run++) {
    const found = await measureRun(size, profile, script, run);
    for (const [row, times] of Object.entries(found)) samples.set(row, [...(samples.get(row) ?? []), ...times]);
  }
  done();
  return [...samples].map(([row, times]) => summary(row, size, times));
}

/** Reports what the memory gives simulated readers. It needs no browser. */
function measureMemory(): void {
  const rows = memoryReport(Number(values.readers), say);
  const memory = Object.fromEntries(Array.from(rows, ([row, cells]) => [row, Object.fromEntries(cells)]));
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), readers: Number(values.readers), memory }, null, 1)}\n`,
  );
  say(`\n${memoryTable(rows)}`);
}

let browser = '';
const file = resolve('bench.json');
if (values.only === 'memory') {
  measureMemory();
  process.exit();
}
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
const script = await pageScript();
const rows: Row[] = [];
// An empty library is what the others are to be read beside.
const sizes = values.sizes.split(',').map(Number);
for (const size of values.only === 'open' ? sizes : [0, ...sizes]) {
  say(`${size.toLocaleString('en')} papers`);
  rows.push(...(await measure(size, script)));
}
for (const name of values.only === 'open' ? [] : ['huggingface', 'arxiv']) {
  const bytes = gzipSync(readFileSync(resolve(`dist/chromium/content/${name}.js`)), { level: 9 }).length;
  rows.push(summary(`script put on a page of ${name} (kB, gzip -9)`, 0, [bytes / 1000]));
}
if (values.only !== 'library' && values.only !== 'open') {
  say('a listing of 100 cards');
  rows.push(...(await listingRows(Number(values.runs))));
}
const machine = { cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), browser: `Chromium ${browser}` };
const results: Results = { at: new Date().toISOString(), machine, corpus: isReal ? 'real' : 'invented', rows };
writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
say(
  `\n${machine.browser}, ${machine.cores} cores, ${machine.memoryGB} GB, ${results.corpus} papers\n\n${table(results, before)}`,
);
