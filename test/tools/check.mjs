/**
 * `npm test`: the whole truth. Installs what is missing, then lint, types, unit tests, build, both browsers, sizes and the
 * store's linter. A failing stage does not hide the next. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { prepareBrowsers, prepareFonts, preparePackages, root } from './prepare.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number, note?: string }} Outcome */

const minute = 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'offprint-check-'));
const tool = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/**
 * Runs a program with its output shown (or kept, for `quiet`), for at most `limit` ms.
 * @param {string} program
 * @param {string[]} args
 * @param {{ limit?: number, quiet?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(program, args, { limit = 2 * minute, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, CI: '1' },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'],
      detached: true, // its own group, so that a browser it started ends with it
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    const timer = setTimeout(() => {
      console.error(`Stopped after ${limit / 1000} s: ${program} ${args.join(' ')}`);
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, limit);
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ ok: code === 0, output });
    });
  });
}

/** @param {boolean} ok @param {string} [note] @returns {Outcome} */
const one = (ok, note) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, ...(note ? { note } : {}) });

/** @param {string} name @param {string[]} args */
const program = async (name, ...args) => one((await run(tool(name), args)).ok);

/**
 * One vitest project. A file that cannot even be read counts as a failure of its own.
 * @param {string} project
 * @returns {Promise<Outcome>}
 */
async function tests(project) {
  const file = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { ok } = await run(tool('vitest'), ['run', '--project', project, ...reporters], { limit: 15 * minute });
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: { status: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { ...one(false), note: 'stopped before it could report' };
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = report.numFailedTests + broken.length;
  const twice = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length)
    .map(({ fullName }) => fullName.trim());
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests,
    ...(twice.length ? { note: `only at the second try: ${twice.join('; ')}` } : {}),
  };
}

/** One hash of everything in `dist`. */
function hashOfBuild() {
  const hash = createHash('sha256');
  for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  ))
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  return hash.digest('hex');
}

/** Builds and packs twice: the same source must give the same bytes. @returns {Promise<Outcome>} */
async function build() {
  const hashes = [];
  for (let round = 0; round < 2; round++) {
    if (!(await run(tool('tsx'), ['test/tools/package.ts'])).ok) return one(false);
    hashes.push(hashOfBuild());
  }
  return hashes[0] === hashes[1] ? { passed: 2, failed: 0 } : { passed: 1, failed: 1, note: 'two builds differ' };
}

/**
 * Gzipped bytes that a page may be given at load, all scripts together that are injected there besides the panel, and the reader of
 * any page, which comes on a click.
 */
const budget = { load: 15_000, injected: 30_000, any: 20_000 };

/** @returns {Promise<Outcome>} */
async function sizes() {
  const folder = join(root, 'dist/chromium/content');
  const injected = new Set(
    readdirSync(join(root, 'src/content/injected')).map((file) => file.replace(/\.tsx?$/, '.js')),
  );
  // The reader of any page comes by a click on the toolbar.
  const atLoad = (/** @type {string} */ file) => !injected.has(file) && file !== 'any.js';
  const rows = readdirSync(folder).map((file) => {
    const source = readFileSync(join(folder, file));
    return { file, bytes: source.length, gzipped: gzipSync(source, { level: 9 }).length, onDemand: !atLoad(file) };
  });
  for (const { file, bytes, gzipped, onDemand } of rows)
    console.log(
      `  ${file.padEnd(28)} ${String(bytes).padStart(7)} B  ${String(gzipped).padStart(6)} B gzipped  ${onDemand ? 'on demand' : 'at load'}`,
    );
  const together = rows
    .filter((row) => injected.has(row.file) && row.file !== 'panel.js')
    .reduce((sum, row) => sum + row.gzipped, 0);
  const over = rows
    .map((row) => ({ ...row, most: row.file === 'any.js' ? budget.any : budget.load }))
    .filter((row) => !row.onDemand && row.gzipped > row.most)
    .map((row) => `${row.file} is over ${row.most} B`);
  if (together > budget.injected)
    over.push(`what is injected besides the panel is ${together} B, over ${budget.injected} B`);
  for (const message of over) console.error(`  ${message}`);
  return { passed: rows.length + 1 - over.length, failed: over.length };
}

/** The store's linter: nothing but the one `innerHTML` inside Preact, once a bundle. @returns {Promise<Outcome>} */
async function storeLint() {
  const args = ['lint', '--source-dir', 'dist/firefox', '--output', 'json', '--no-config-discovery'];
  const { output } = await run(tool('web-ext'), args, { quiet: true });
  /** @typedef {{ code: string, message: string, description: string, file?: string, line?: number }} Finding */
  /** @type {{ errors: Finding[], warnings: Finding[], notices: Finding[] }} */
  const { errors, warnings, notices } = JSON.parse(output);
  /** @type {Set<string | undefined>} */
  const seen = new Set();
  const known = (/** @type {Finding} */ { code, message, file }) => {
    if (code !== 'UNSAFE_VAR_ASSIGNMENT' || !/innerHTML/.test(message) || seen.has(file)) return false;
    seen.add(file);
    return true;
  };
  const findings = [...errors, ...warnings, ...notices].filter((finding) => !known(finding));
  for (const { code, message, file, line } of findings)
    console.error(`  ${file ?? 'manifest.json'}:${line ?? ''} ${code} ${message}`);
  return one(findings.length === 0, `${seen.size} × innerHTML inside Preact`);
}

/** @type {[string, () => Promise<Outcome>][]} */
const stages = [
  ['format and lint', () => program('biome', 'check', '.')],
  ['types', () => program('tsc', '--noEmit')],
  ['unit', () => tests('unit')],
  ['build, twice the same', build],
  ['end to end: Chromium', () => tests('chromium')],
  ['end to end: Firefox', () => tests('firefox')],
  ['sizes', sizes],
  ["store's linter", storeLint],
];

preparePackages();
prepareBrowsers('chromium', 'firefox');
prepareFonts();

/** @type {(Outcome & { name: string, seconds: number })[]} */
const results = [];
for (const [name, stage] of stages) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = await stage();
  } catch (error) {
    console.error(error);
    outcome = one(false, 'could not be run');
  }
  results.push({ name, seconds: (Date.now() - start) / 1000, ...outcome });
}
rmSync(scratch, { recursive: true, force: true });

console.log('\n── summary');
for (const { name, seconds, passed, failed, skipped, note } of results) {
  const rest = [skipped ? `${skipped} skipped` : '', note ?? ''].filter(Boolean).join(', ');
  console.log(
    `${failed ? '✗' : '✓'} ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s  ${rest}`,
  );
}
const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
if (sum('failed') > 0) process.exitCode = 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
