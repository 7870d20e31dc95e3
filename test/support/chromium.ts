/** The built extension in a real Chromium, driven through playwright-core. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Route, type WebError } from 'playwright-core';
import { executable } from './browsers';
import { ChromiumTab } from './chromium-tab';
import { type Asked, eventually, type Options, type Served, type Session, type SharedBrowser } from './session';
import { readDatabases } from './stored';
import { unpacked } from './unpacked';

/** What only Chromium's own tests need besides. */
export type ChromiumSession = Session & { context: BrowserContext; cdp: CDPSession };

/** Starts Chromium with the extensions in these folders. */
function start(profile: string, extensions: readonly string[], options: Options): Promise<BrowserContext> {
  const language = options.language ?? 'en-US';
  return chromium.launchPersistentContext(profile, {
    executablePath: executable('chromium'),
    headless: !options.headed,
    // Chromium's sandbox does not start as root, nor in many containers, where tests run on invented pages alone.
    chromiumSandbox: options.headed === true && process.getuid?.() !== 0,
    handleSIGINT: !options.headed,
    viewport: options.headed ? null : { width: 1280, height: 900 },
    locale: language,
    acceptDownloads: true,
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    ignoreDefaultArgs: ['--disable-extensions', ...(options.backCache ? ['--disable-back-forward-cache'] : [])],
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-quic',
      '--enable-unsafe-extension-debugging',
      `--lang=${language}`,
      ...extensions.flatMap((path) => [`--disable-extensions-except=${path}`, `--load-extension=${path}`]),
    ],
  });
}

/** Sends a command that playwright's types do not know to the browser itself. */
async function send<T>(context: BrowserContext, method: string, params: object): Promise<T> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('The browser is gone');
  try {
    return (await browser.send(method as never, params as never)) as T;
  } finally {
    await browser.detach();
  }
}

/** Installs the extension in a folder; returns its id. */
const load = async (context: BrowserContext, path: string): Promise<string> =>
  (await send<{ id: string }>(context, 'Extensions.loadUnpacked', { path })).id;

/** A session with the extension in a folder; `installed` is its id where that is known, `end` what closes the session. */
async function sessionIn(
  context: BrowserContext,
  { extension, installed }: { extension: string; installed?: string },
  options: Options,
  end: () => Promise<void>,
): Promise<ChromiumSession> {
  const pages = new Map<string, Served>();
  const errors: string[] = [];
  const asked: Asked[] = [];
  const note = (error: WebError) => void errors.push(error.error().stack ?? error.error().message);
  context.on('weberror', note);
  await context.route(/^https?:/, (route: Route) => {
    const request = route.request();
    asked.push({ url: request.url(), headers: request.headers() });
    const page = pages.get(request.url());
    if (page)
      return route.fulfill({ ...page, headers: { 'content-type': 'text/html; charset=utf-8', ...page.headers } });
    return options.network ? route.continue() : route.abort('internetdisconnected');
  });
  let colorScheme: 'light' | 'dark' = 'light';
  const open = async (address: string, size?: { width: number; height: number }): Promise<ChromiumTab> => {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Accessibility.enable');
    if (size) await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const tab = new ChromiumTab(page, cdp);
    await tab.open(address);
    return tab;
  };
  const first = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(first);
  let found = installed;
  const id = async (): Promise<string> => {
    found ??= new URL((context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))).url()).host;
    return found;
  };
  const resource = async (path: string) => `chrome-extension://${await id()}/${path}`;

  return {
    browser: 'chromium',
    context,
    cdp,
    errors,
    async install() {
      await load(context, extension);
    },
    serve: (address, body, headers = {}, status = 200) => void pages.set(address, { body, headers, status }),
    unserve: (address) => void pages.delete(address),
    asked,
    tab: (address) => open(address),
    page: async (name, hash = '') =>
      open(await resource(`src/${name}/index.html${hash}`), name === 'popup' ? { width: 420, height: 600 } : undefined),
    async consent(...origins) {
      // What the user permits on this page of the browser's own is not asked for again.
      const tab = await open('chrome://extensions');
      const { host_permissions = [] } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
      const hosts = [...(host_permissions as string[]), ...origins].map((pattern) => pattern.replace(/[^/]*$/, '*'));
      await tab.run(`(async () => {
        const extensionId = ${JSON.stringify(await id())};
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' });
        for (const host of ${JSON.stringify(hosts)}) await chrome.developerPrivate.addHostPermission(extensionId, host);
      })()`);
      await tab.close();
    },
    async stored() {
      const tab = await open(await resource('icons/icon-16.png'));
      const stored = await tab.run<Record<string, unknown[]>>(readDatabases);
      await tab.close();
      return stored;
    },
    async stopBackground() {
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
    },
    async clipboard() {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const tab = await open(await resource('icons/icon-16.png'));
      const text = await tab.run<string>('navigator.clipboard.readText()');
      await tab.close();
      return text;
    },
    async theme(scheme) {
      colorScheme = scheme;
      for (const page of context.pages()) await page.emulateMedia({ colorScheme });
    },
    async close() {
      context.off('weberror', note);
      await end();
    },
  };
}

/** Starts Chromium with the extension. */
export async function launch(options: Options = {}): Promise<ChromiumSession> {
  const extension = unpacked(options.extension ?? resolve('dist/chromium'));
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'offprint-chromium-'));
  // Chrome and Edge ignore extensions on their command line, which only the demo is asked to run in.
  const isLoaded = options.installLater || options.headed;
  const context = await start(profile, isLoaded ? [] : [extension], options);
  if (options.headed && !options.installLater) await load(context, extension);
  const session = await sessionIn(context, { extension }, options, async () => {
    await context.close();
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    if (options.extension && extension !== options.extension) rmSync(extension, { recursive: true, force: true });
  });
  if (!options.installLater && context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return session;
}

/** Removes the key that gives the extension in a folder its id. */
function removeKey(extension: string): void {
  const path = join(extension, 'manifest.json');
  const { key: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(manifest));
}

/** Starts Chromium for several sessions, one after another. */
export async function launchShared(): Promise<SharedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-chromium-'));
  const context = await start(join(folder, 'profile'), [], {});
  const [first = await context.newPage()] = context.pages();
  let count = 0;
  return {
    async session() {
      // Without a key each folder gives the extension another id, and so an origin where nothing was ever kept.
      const extension = join(folder, `extension-${++count}`);
      cpSync(resolve('dist/chromium'), extension, { recursive: true });
      removeKey(extension);
      const installed = await load(context, extension);
      const isStarted = () => context.serviceWorkers().some((worker) => worker.url().includes(installed));
      await eventually(async () => isStarted() || undefined, 'The background does not start');
      return sessionIn(context, { extension, installed }, {}, async () => {
        await context.unrouteAll({ behavior: 'ignoreErrors' });
        for (const page of context.pages()) if (page !== first) await page.close();
        await send(context, 'Extensions.uninstall', { id: installed });
        await context.clearPermissions();
      });
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
