/** What `npm test` and `npm run demo` need before anything else can run: plain Node, nothing to install first. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** @typedef {'chromium' | 'firefox'} Browser */

/**
 * Names of the browsers on a PATH. Branded Chrome is not among them: it has refused to load unpacked extensions from the
 * command line since 137.
 * @type {Record<Browser, { names: string[], debian: string }>}
 */
const browsers = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome-for-testing'], debian: 'chromium' },
  firefox: { names: ['firefox', 'firefox-esr', 'firefox-developer-edition'], debian: 'firefox-esr' },
};

/**
 * Where browsers that can run the demo are installed besides, Chromium first.
 * @returns {string[]}
 */
function usualPlaces() {
  const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': x86 = '' } = process.env;
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome for Testing', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32')
    return [
      ['Chromium\\Application\\chrome.exe', [LOCALAPPDATA, PROGRAMFILES]],
      ['Google\\Chrome\\Application\\chrome.exe', [PROGRAMFILES, x86, LOCALAPPDATA]],
      ['Microsoft\\Edge\\Application\\msedge.exe', [x86, PROGRAMFILES]],
    ].flatMap(([path, folders]) => [...(folders ?? [])].filter(Boolean).map((folder) => `${folder}\\${path}`));
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Finds a browser for the demo, which Chrome and Edge can run as well, or installs Chromium where that is possible. Throws if
 * there is none.
 */
export function prepareDemoBrowser() {
  const other = findBrowser('chromium') ? undefined : usualPlaces().find(isExecutable);
  if (other && !process.env.CHROMIUM) process.env.CHROMIUM = other;
  else prepareBrowsers('chromium');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a browser: what `CHROMIUM` or `FIREFOX` names, else the first of the usual names on the PATH.
 * @param {Browser} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const named = process.env[browser.toUpperCase()];
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return browsers[browser].names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * Installs Debian packages, as root or through sudo without a password. Throws with what to do by hand.
 * @param {string[]} packages
 */
function aptInstall(packages) {
  if (process.platform !== 'linux')
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or set CHROMIUM to its path.');
  const manual = `Install it by hand: apt-get install --no-install-recommends ${packages.join(' ')}`;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (spawnSync('apt-get', ['--version']).error) throw new Error(`${packages.join(', ')} missing. ${manual}`);
  for (const command of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', '--no-remove', ...packages],
  ]) {
    const [program = 'apt-get', ...args] = [...sudo, 'apt-get', ...command];
    const { status } = spawnSync(program, args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`${[program, ...args].join(' ')} failed. ${manual}`);
  }
}

/**
 * Finds the browsers, or installs them where that is possible, and tells the tests by `CHROMIUM` and `FIREFOX`. Throws if
 * one cannot be had: a check that skips a browser checks nothing.
 * @param {Browser[]} wanted
 */
export function prepareBrowsers(...wanted) {
  for (const browser of wanted) {
    const variable = browser.toUpperCase();
    if (process.env[variable] && !findBrowser(browser))
      throw new Error(`${variable} is not a program: ${process.env[variable]}`);
    if (!findBrowser(browser)) aptInstall([browsers[browser].debian]);
    const path = findBrowser(browser);
    if (!path) throw new Error(`${browser} is installed but not found: set ${variable} to its path.`);
    process.env[variable] = path;
  }
}

/** Without a Chinese font and emoji, screenshots show boxes: worth an attempt, no reason to stop. */
export function prepareFonts() {
  const has = (/** @type {string} */ pattern) => spawnSync('fc-list', [pattern], { encoding: 'utf8' }).stdout?.trim();
  const missing = [has(':lang=zh-cn') ? '' : 'fonts-noto-cjk', has(':lang=und-zsye') ? '' : 'fonts-noto-color-emoji'];
  const packages = missing.filter(Boolean);
  if (packages.length === 0 || process.platform !== 'linux') return;
  try {
    aptInstall(packages);
  } catch (error) {
    console.warn(`Screenshots may lack characters: ${error instanceof Error ? error.message : error}`);
  }
}

/** Whether `node_modules` holds exactly what the lock file names; packages for other systems do not count. */
function packagesAreFresh() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  /** @typedef {Record<string, { version: string, optional?: boolean }>} Packages */
  const read = (/** @type {string} */ path) =>
    /** @type {Packages} */ (JSON.parse(readFileSync(path, 'utf8')).packages);
  const have = read(installed);
  return Object.entries(read(join(root, 'package-lock.json'))).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return have[path] ? have[path].version === version && existsSync(join(root, path)) : optional;
  });
}

/** Installs the npm packages if they are missing or not those of the lock file. Scripts of packages are not run. */
export function preparePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or later.`);
  if (packagesAreFresh()) return;
  console.log('Installing npm packages …');
  const args = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  // Windows runs npm's script only through a shell; npm says where its own program is.
  if (npm) execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' });
  else execFileSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}
