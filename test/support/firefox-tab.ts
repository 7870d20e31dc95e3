/** A tab of a real Firefox, driven by WebDriver BiDi. https://w3c.github.io/webdriver-bidi/ */
import { writeFileSync } from 'node:fs';
import { eventually, type Modifier, type Name, named, type Seen, type Tab } from './session';

/** Sends a command of WebDriver BiDi; resolves to its result. */
export type Send = <T>(method: string, params: object) => Promise<T>;

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
      if (element.tagName === 'IFRAME' && element.checkVisibility({ visibilityProperty: true })) {
        const { x, y, width, height } = element.getBoundingClientRect();
        found.push({ role: 'frame', name: '', value: '', box: { x, y, width, height }, states: [] });
      }
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

export class FirefoxTab implements Tab {
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
    const seen = await this.allIn(this.context);
    // The private frame is a document of its own, which the page's nodes do not hold.
    const frame = seen.find((each) => each.role === 'frame');
    for (const context of frame ? await this.ownFrames() : []) {
      const inside = await this.allIn(context).catch(() => []); // it is gone
      const { x = 0, y = 0 } = frame?.box ?? {};
      seen.push(...inside.map((each) => ({ ...each, box: { ...each.box, x: each.box.x + x, y: each.box.y + y } })));
    }
    return seen.filter((each) => each.role === role && named(each.name, name));
  }

  /** The extension's frames in the page. */
  private async ownFrames(): Promise<string[]> {
    const { contexts } = await this.send<{ contexts: { children?: { context: string; url: string }[] }[] }>(
      'browsingContext.getTree',
      { root: this.context },
    );
    const children = contexts.flatMap((each) => each.children ?? []);
    return children.filter(({ url }) => url.startsWith('moz-extension:')).map(({ context }) => context);
  }

  /** Everything in one document and its closed roots that has a role. */
  private async allIn(context: string): Promise<Seen[]> {
    const { nodes } = await this.send<{ nodes: Remote[] }>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: '*' },
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    const roots = nodes.flatMap(({ value }) =>
      value?.shadowRoot?.sharedId ? [{ sharedId: value.shadowRoot.sharedId }] : [],
    );
    const { result } = await this.send<{ result: { value: string } }>('script.callFunction', {
      functionDeclaration: look,
      awaitPromise: false,
      target: { context },
      arguments: roots,
    });
    const found = JSON.parse(result.value) as (Omit<Seen, 'states'> & { states: string[] })[];
    return found.map((seen) => ({ ...seen, states: new Set(seen.states) }));
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

  async sweep(points: { x: number; y: number }[]): Promise<void> {
    const actions = points.map(({ x, y }) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }));
    await this.act({ type: 'pointer', id: 'mouse', actions });
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
