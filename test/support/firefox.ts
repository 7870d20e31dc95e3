/**
 * The built extension in a real Firefox: puppeteer-core starts it and installs the extension; everything else is plain
 * WebDriver BiDi, since puppeteer opens no `moz-extension:` pages. https://w3c.github.io/webdriver-bidi/
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { executable } from './browsers';
import {
  eventually,
  type Modifier,
  type Name,
  named,
  type Options,
  type Seen,
  type Session,
  type Tab,
} from './session';
import { readDatabases } from './stored';
import { manifestIn } from './unpacked';

/** Fixed by a preference, so that the extension's pages have a known address. */
const uuid = '0ff92147-0000-4000-8000-000000000001';
type Send = <T>(method: string, params: object) => Promise<T>;
interface Remote {
  sharedId?: string;
  value?: { shadowRoot?: { sharedId?: string } | null };
}

/** WebDriver's names of the keys that have no character. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Space: ' ',
};

/**
 * Runs in the page with its closed roots as arguments: what has a role and a name, by the part of the accessible-name
 * rules that the extension's own surfaces use. https://www.w3.org/TR/accname-1.2/
 */
const look = `(...roots) => {
  const implicit = { BUTTON: 'button', A: 'link', SELECT: 'combobox', TEXTAREA: 'textbox', DIALOG: 'dialog', UL: 'list', OL: 'list',
    LI: 'listitem', ARTICLE: 'article', IMG: 'image', H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', NAV: 'navigation', MAIN: 'main' };
  const inputs = { checkbox: 'checkbox', radio: 'radio', search: 'searchbox', button: 'button', submit: 'button' };
  const clean = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const text = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.getAttribute('aria-hidden') === 'true' || node.hidden) return '';
    const own = node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? [...node.childNodes].map(text).join('');
    return getComputedStyle(node).display.startsWith('inline') ? own : ' ' + own + ' ';
  };
  const found = [];
  for (const root of [document, ...roots]) {
    for (const element of root.querySelectorAll('*')) {
      const role = element.getAttribute('role') ?? (element.tagName === 'INPUT'
        ? (element.hasAttribute('list') ? 'combobox' : inputs[element.type] ?? 'textbox') : element.tagName === 'A' && !element.hasAttribute('href') ? undefined : implicit[element.tagName]);
      if (!role || !element.checkVisibility({ visibilityProperty: true }) || element.closest('[aria-hidden="true"]')) continue;
      const by = element.getAttribute('aria-labelledby');
      const name = by ? by.split(' ').map((id) => text(root.getElementById(id) ?? document.createTextNode(''))).join(' ')
        : element.getAttribute('aria-label') ?? (element.labels?.length ? text(element.labels[0]) : undefined)
        ?? (['BUTTON', 'A', 'LI', 'H1', 'H2', 'H3', 'H4'].includes(element.tagName) || element.hasAttribute('role') ? text(element) : undefined);
      const box = element.getBoundingClientRect();
      const is = (name) => ['true', 'mixed'].includes(element.getAttribute('aria-' + name) ?? '');
      found.push({ role, name: clean(name || element.getAttribute('title') || element.getAttribute('placeholder')),
        value: element.value === undefined ? '' : String(element.value), box: { x: box.x, y: box.y, width: box.width, height: box.height },
        states: ['expanded', 'pressed', 'checked', 'selected', 'disabled'].filter((state) => is(state) || element[state] === true)
          .concat(root.activeElement === element ? ['focused'] : []) });
    }
  }
  return JSON.stringify(found);
}`;

class FirefoxTab implements Tab {
  constructor(
    private readonly send: Send,
    private readonly context: string,
  ) {}

  async open(address: string): Promise<void> {
    const own = address.startsWith('moz-extension:');
    await this.send('browsingContext.navigate', {
      context: this.context,
      url: address,
      wait: own ? 'none' : 'complete',
    });
    if (own) await this.loaded(address);
  }

  /** BiDi reports no loading of the extension's own pages. */
  private async loaded(address: string): Promise<void> {
    await eventually(async () => {
      const there = await this.run<boolean>(
        `location.href.startsWith(${JSON.stringify(address)}) && document.readyState === 'complete'`,
      ).catch(() => false);
      return there || undefined;
    }, `${address} does not load`);
  }

  async reload(): Promise<void> {
    const address = await this.run<string>('location.href');
    if (!address.startsWith('moz-extension:')) {
      await this.send('browsingContext.reload', { context: this.context, wait: 'complete' });
      return;
    }
    await this.run('void (window.before = true)');
    await this.send('browsingContext.reload', { context: this.context, wait: 'none' });
    await eventually(async () => (await this.run('!window.before').catch(() => undefined)) || undefined, 'no reload');
    await this.loaded(address);
  }

  async all(role: string, name?: Name): Promise<Seen[]> {
    const { nodes } = await this.send<{ nodes: Remote[] }>('browsingContext.locateNodes', {
      context: this.context,
      locator: { type: 'css', value: '*' },
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    const roots = nodes.flatMap(({ value }) =>
      value?.shadowRoot?.sharedId ? [{ sharedId: value.shadowRoot.sharedId }] : [],
    );
    const { result } = await this.send<{ result: { value: string } }>('script.callFunction', {
      functionDeclaration: look,
      awaitPromise: false,
      target: { context: this.context },
      arguments: roots,
    });
    const found = JSON.parse(result.value) as (Omit<Seen, 'states'> & { states: string[] })[];
    return found
      .filter((seen) => seen.role === role && named(seen.name, name))
      .map((seen) => ({ ...seen, states: new Set(seen.states) }));
  }

  /** In front, as a person acts: the tab that welcomes after an installation may have opened over it. */
  private async act(...actions: object[]): Promise<void> {
    await this.send('browsingContext.activate', { context: this.context });
    await this.send('input.performActions', { context: this.context, actions });
  }

  async click({ box }: Seen, modifier?: Modifier): Promise<void> {
    const key = modifier && keys[modifier];
    if (key) await this.act({ type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: key }] });
    const x = Math.round(box.x + box.width / 2);
    const y = Math.round(box.y + box.height / 2);
    const actions = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.act({ type: 'pointer', id: 'mouse', actions });
    if (key) await this.act({ type: 'key', id: 'keyboard', actions: [{ type: 'keyUp', value: key }] });
  }

  async press(key: string): Promise<void> {
    const parts = key.split('+').map((part) => keys[part] ?? part);
    const down = parts.map((value) => ({ type: 'keyDown', value }));
    const up = parts.reverse().map((value) => ({ type: 'keyUp', value }));
    await this.act({ type: 'key', id: 'keyboard', actions: [...down, ...up] });
  }

  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.act({ type: 'key', id: 'keyboard', actions });
  }

  async wheel(down: number): Promise<void> {
    const actions = [{ type: 'scroll', x: 400, y: 400, deltaX: 0, deltaY: Math.round(down) }];
    await this.act({ type: 'wheel', id: 'wheel', actions });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  async run<T>(code: string): Promise<T> {
    const answer = await this.send<{
      type: string;
      result: { value?: string };
      exceptionDetails?: { text: string };
    }>('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${code})) ?? null))()`,
      awaitPromise: true,
      target: { context: this.context },
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value ?? 'null') as T;
  }

  text(): Promise<string> {
    return this.run('document.body.innerText');
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.send<{ data: string }>('browsingContext.captureScreenshot', { context: this.context });
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    await this.send('browsingContext.close', { context: this.context });
  }
}

interface Intercepted {
  isBlocked: boolean;
  request: { request: string; url: string };
}
interface Logged {
  level: string;
  text: string;
  type: string;
}

/** Starts Firefox with the extension. */
export async function launch(options: Options = {}): Promise<Session> {
  const extension = options.extension ?? resolve('dist/firefox');
  const { id } = manifestIn(extension).browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: !options.headed,
    args: ['-remote-allow-system-access', '-width', '1280', '-height', '980'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
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

  const pages = new Map<string, string>();
  const errors: string[] = [];
  connection.on('log.entryAdded', ({ level, text, type }: Logged) => {
    if (level === 'error' && type === 'javascript') errors.push(text);
  });
  connection.on('network.beforeRequestSent', ({ isBlocked, request: { request, url } }: Intercepted) => {
    if (!isBlocked) return;
    const body = pages.get(url);
    const unknown = options.network ? 'network.continueRequest' : 'network.failRequest';
    const answered =
      body === undefined
        ? send(unknown, { request })
        : send('network.provideResponse', {
            request,
            statusCode: 200,
            reasonPhrase: 'OK',
            headers: [{ name: 'content-type', value: { type: 'string', value: 'text/html; charset=utf-8' } }],
            body: { type: 'base64', value: Buffer.from(body).toString('base64') },
          });
    answered.catch(() => {}); // the tab was closed meanwhile
  });
  await send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
  const patterns = ['http', 'https'].map((protocol) => ({ type: 'pattern', protocol }));
  await send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns: patterns });

  const open = async (address: string, size = { width: 1280, height: 900 }): Promise<FirefoxTab> => {
    const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await send('browsingContext.setViewport', { context, viewport: size });
    const tab = new FirefoxTab(send, context);
    await tab.open(address);
    return tab;
  };
  /** Runs code with the browser's own rights, for what a user does outside of pages. */
  const privileged = async (expression: string): Promise<void> => {
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
  };
  const resource = (path: string) => `moz-extension://${uuid}/${path}`;
  const install = async () => void (await browser.installExtension(extension));
  if (!options.installLater) await install();

  return {
    browser: 'firefox',
    errors,
    install,
    serve: (address, html) => void pages.set(address, html),
    tab: (address) => open(address),
    page: (name, hash = '') =>
      open(resource(`src/${name}/index.html${hash}`), name === 'popup' ? { width: 420, height: 600 } : undefined),
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
    close: () => browser.close(),
  };
}
