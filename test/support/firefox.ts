/**
 * The built extension in a real Firefox: puppeteer-core starts it and installs the extension; everything else is plain
 * WebDriver BiDi, since puppeteer opens no `moz-extension:` pages. https://w3c.github.io/webdriver-bidi/
 */
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { executable } from './browsers';
import { FirefoxTab, type Send } from './firefox-tab';
import { type Asked, eventually, type Options, type Served, type Session, type SharedBrowser } from './session';
import { readDatabases } from './stored';
import { manifestIn } from './unpacked';

interface Intercepted {
  isBlocked: boolean;
  request: { request: string; url: string; headers: { name: string; value: { value: string } }[] };
}
interface Logged {
  level: string;
  text: string;
  type: string;
}

/** A running Firefox. */
interface Firefox {
  send: Send;
  /** Runs code with the browser's own rights, for what a user does outside of pages. */
  privileged(expression: string): Promise<void>;
  install(extension: string): Promise<string>;
  uninstall(id: string): Promise<void>;
  /** What the session at hand answers requests with, and where it notes errors. */
  current: { pages: Map<string, Served>; errors: string[]; asked: Asked[] };
  close(): Promise<void>;
}

/** What a click on *Run in Private Windows* in `about:addons` does. */
const allowInPrivateWindows = (id: string): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add('${id}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID('${id}')).reload();
})()`;

/** All open tabs. */
async function contextsOf(send: Send): Promise<string[]> {
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  return contexts.map(({ context }) => context);
}
/** Headers of an answer in the form of WebDriver BiDi. */
const headersOf = ({ headers }: Served) =>
  Object.entries({ 'content-type': 'text/html; charset=utf-8', ...headers }).map(([name, value]) => ({
    name,
    value: { type: 'string', value },
  }));

/** Starts Firefox without the extension. */
async function start(options: Options): Promise<Firefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: !options.headed,
    args: ['-remote-allow-system-access', '-width', '1280', '-height', '980'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      'dom.events.testing.asyncClipboard': true,
      'intl.locale.requested': options.language ?? 'en-US',
      'ui.systemUsesDarkTheme': 0,
      'general.smoothScroll': false,
      // A question of the browser's own would wait for ever: yes is what is clicked.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  const { connection } = browser as unknown as {
    connection: { send: unknown; on(event: string, listener: (params: never) => void): void };
  };
  const send: Send = async (method, params) => {
    const { result } = await (connection as { send(m: string, p: object): Promise<{ result: never }> }).send(
      method,
      params,
    );
    return result;
  };

  const firefox: Firefox = {
    send,
    async privileged(expression) {
      const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
        'moz:scope': 'chrome',
      });
      const target = { context: contexts[0]?.context };
      const answer = await send<{ exceptionDetails?: { text: string } }>('script.evaluate', {
        expression,
        awaitPromise: true,
        target,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    },
    install: (extension) => browser.installExtension(extension),
    uninstall: (id) => browser.uninstallExtension(id),
    current: { pages: new Map(), errors: [], asked: [] },
    close: () => browser.close(),
  };
  connection.on('log.entryAdded', ({ level, text, type }: Logged) => {
    if (level === 'error' && type === 'javascript') firefox.current.errors.push(text);
  });
  connection.on('network.beforeRequestSent', ({ isBlocked, request: { request, url, headers } }: Intercepted) => {
    if (!isBlocked) return;
    const named = headers.map(({ name, value }) => [name.toLowerCase(), value.value]);
    firefox.current.asked.push({ url, headers: Object.fromEntries(named) });
    const page = firefox.current.pages.get(url);
    const unknown = options.network ? 'network.continueRequest' : 'network.failRequest';
    const answered =
      page === undefined
        ? send(unknown, { request })
        : send('network.provideResponse', {
            request,
            statusCode: page.status,
            reasonPhrase: '-',
            headers: headersOf(page),
            body: { type: 'base64', value: Buffer.from(page.body).toString('base64') },
          });
    answered.catch(() => {}); // the tab was closed meanwhile
  });
  await send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
  const patterns = ['http', 'https'].map((protocol) => ({ type: 'pattern', protocol }));
  await send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns: patterns });
  return firefox;
}

/**
 * A session in a running Firefox: number `n` of its sessions, whose extension has pages at an address of its own, where
 * nothing was ever kept. `end` is what closes the session.
 */
async function sessionIn(
  firefox: Firefox,
  options: Options,
  n: number,
  end: (id: string) => Promise<void>,
): Promise<Session> {
  const { send, privileged } = firefox;
  const extension = options.extension ?? resolve('dist/firefox');
  const { id } = manifestIn(extension).browser_specific_settings.gecko;
  const uuid = `0ff92147-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const uuids = JSON.stringify({ [id]: uuid });
  await privileged(`Services.prefs.setStringPref('extensions.webextensions.uuids', ${JSON.stringify(uuids)})`);
  const pages = new Map<string, Served>();
  const errors: string[] = [];
  const asked: Asked[] = [];
  firefox.current = { pages, errors, asked };
  const open = async (address: string, size = { width: 1280, height: 900 }): Promise<FirefoxTab> => {
    const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await send('browsingContext.setViewport', { context, viewport: size });
    const tab = new FirefoxTab(send, context);
    await tab.open(address);
    return tab;
  };
  const resource = (path: string) => `moz-extension://${uuid}/${path}`;
  const install = async () => {
    await firefox.install(extension);
    if (options.inPrivateWindows) await privileged(allowInPrivateWindows(id));
  };
  if (!options.installLater) await install();

  return {
    browser: 'firefox',
    errors,
    install,
    serve: (address, body, headers = {}, status = 200) => void pages.set(address, { body, headers, status }),
    unserve: (address) => void pages.delete(address),
    asked,
    tab: (address) => open(address),
    page: (name, hash = '') =>
      open(resource(`src/${name}/index.html${hash}`), name === 'popup' ? { width: 420, height: 600 } : undefined),
    async privateTab(address) {
      const before = await contextsOf(send);
      await privileged(`OpenBrowserWindow({ private: true })`);
      const context = await eventually(
        async () => (await contextsOf(send)).find((each) => !before.includes(each)),
        'No private window opens',
      );
      const tab = new FirefoxTab(send, context);
      // While the window loads its own first page, that page wins.
      const opened = () =>
        tab.open(address.replace(/^extension:/, resource(''))).then(
          () => true,
          () => undefined,
        );
      await eventually(opened, `${address} does not open in a private window`);
      return tab;
    },
    consent: async () => {}, // the preference above
    async stored() {
      const tab = await open(resource('icons/icon-16.png'));
      const stored = await tab.run<Record<string, unknown[]>>(readDatabases);
      await tab.close();
      return stored;
    },
    stopBackground: () =>
      privileged(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground()`),
    async clipboard() {
      const tab = await open(resource('icons/icon-16.png'));
      const text = await tab.run<string>('navigator.clipboard.readText()');
      await tab.close();
      return text;
    },
    theme: (scheme) => privileged(`Services.prefs.setIntPref('ui.systemUsesDarkTheme', ${scheme === 'dark' ? 1 : 0})`),
    close: () => end(id),
  };
}

/** Starts Firefox with the extension. */
export async function launch(options: Options = {}): Promise<Session> {
  const firefox = await start(options);
  return sessionIn(firefox, options, 1, () => firefox.close());
}

/** Starts Firefox for several sessions, one after another. */
export async function launchShared(): Promise<SharedBrowser> {
  const firefox = await start({});
  const tabs = () => contextsOf(firefox.send);
  const first = await tabs();
  let count = 0;
  return {
    session: () =>
      sessionIn(firefox, {}, ++count, async (id) => {
        await firefox.uninstall(id);
        for (const context of await tabs())
          if (!first.includes(context)) await firefox.send('browsingContext.close', { context });
        await firefox.privileged(`Services.prefs.setIntPref('ui.systemUsesDarkTheme', 0)`);
      }),
    close: () => firefox.close(),
  };
}
