/** The built extension in a real Chromium, driven through playwright-core. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { executable } from './browsers';
import { type Modifier, type Name, named, type Options, type Seen, type Session, type Tab } from './session';
import { readDatabases } from './stored';
import { unpacked } from './unpacked';

interface AxValue {
  value?: unknown;
}
interface AxNode {
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  value?: AxValue;
  properties?: { name: string; value: AxValue }[];
  backendDOMNodeId?: number;
}

class ChromiumTab implements Tab {
  constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'load' });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load' });
  }

  async all(role: string, name?: Name): Promise<Seen[]> {
    const { nodes } = (await this.cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const wanted = nodes.filter(
      (node) => !node.ignored && node.role?.value === role && named(String(node.name?.value ?? ''), name),
    );
    const seen = await Promise.all(wanted.map((node) => this.locate(node)));
    return seen.filter((node) => node !== undefined);
  }

  /** Undefined for what has gone since the tree was read, or is not laid out. */
  private async locate(node: AxNode): Promise<Seen | undefined> {
    const backendNodeId = node.backendDOMNodeId;
    if (backendNodeId === undefined) return undefined;
    const found = await this.cdp.send('DOM.getBoxModel', { backendNodeId }).catch(() => undefined);
    if (!found) return undefined;
    const [x = 0, y = 0, , , right = 0, bottom = 0] = found.model.border;
    const set = (value: unknown) => value === true || value === 'true' || value === 'mixed';
    return {
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      value: String(node.value?.value ?? ''),
      box: { x, y, width: right - x, height: bottom - y },
      states: new Set(node.properties?.filter(({ value }) => set(value.value)).map((property) => property.name)),
    };
  }

  async click({ box }: Seen, modifier?: Modifier): Promise<void> {
    if (modifier) await this.page.keyboard.down(modifier);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    if (modifier) await this.page.keyboard.up(modifier);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  async wheel(down: number): Promise<void> {
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {};
    await this.page.mouse.move(width / 2, height / 2);
    await this.page.mouse.wheel(0, down);
    await this.page.waitForTimeout(100); // the wheel's event is answered before the page has scrolled
  }

  run<T>(code: string): Promise<T> {
    return this.page.evaluate<T>(code);
  }

  text(): Promise<string> {
    return this.run('document.body.innerText');
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Starts Chromium with the extension; `chromium` has what only Chromium's own stories need. */
export async function launch(options: Options = {}): Promise<Session & { context: BrowserContext; cdp: CDPSession }> {
  const extension = unpacked(options.extension ?? resolve('dist/chromium'));
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'offprint-chromium-'));
  const loaded = options.installLater
    ? []
    : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable('chromium'),
    headless: !options.headed,
    viewport: options.headed ? null : { width: 1280, height: 900 },
    locale: options.language ?? 'en-US',
    acceptDownloads: true,
    env: { ...process.env, LANGUAGE: (options.language ?? 'en-US').replace('-', '_') },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-quic',
      '--enable-unsafe-extension-debugging',
      `--lang=${options.language ?? 'en-US'}`,
      ...loaded,
    ],
  });
  const pages = new Map<string, string>();
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message));
  await context.route(/^https?:/, (route) => {
    const body = pages.get(route.request().url());
    if (body !== undefined) return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
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
  let found: string | undefined;
  const id = async (): Promise<string> => {
    found ??= new URL((context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))).url()).host;
    return found;
  };
  if (!options.installLater) await id();
  const resource = async (path: string) => `chrome-extension://${await id()}/${path}`;

  return {
    browser: 'chromium',
    context,
    cdp,
    errors,
    async install() {
      const session = await context.browser()?.newBrowserCDPSession();
      await session?.send('Extensions.loadUnpacked' as never, { path: extension } as never); // not in playwright's types
    },
    serve: (address, html) => void pages.set(address, html),
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
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      if (options.extension && extension !== options.extension) rmSync(extension, { recursive: true, force: true });
    },
  };
}
