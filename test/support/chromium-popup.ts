/**
 * The popup as a click on the toolbar's button opens it over a page, with `activeTab` for that page. Chromium shows it as a
 * target that playwright does not list, so that it is driven by plain CDP.
 */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { eventually, type Name, named, type Seen } from './session';

interface Target {
  targetId: string;
  type: string;
  url: string;
}
interface AxNode {
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  backendDOMNodeId?: number;
}

export class ToolbarPopup {
  private last = 0;
  private readonly waiting = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();

  private constructor(
    private readonly browser: CDPSession,
    private readonly session: string,
  ) {
    browser.on(
      'Target.receivedMessageFromTarget' as never,
      (({ sessionId, message }: Record<string, string>) => {
        if (sessionId !== session) return;
        const { id, ...answer } = JSON.parse(message ?? '{}');
        this.waiting.get(id)?.(answer);
      }) as never,
    );
  }

  /** Presses the toolbar's button over a page. `id` is the extension's. */
  static async open(context: BrowserContext, page: Page, id: string): Promise<ToolbarPopup> {
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('The browser is gone');
    const send = (method: string, params: object) => browser.send(method as never, params as never) as Promise<unknown>;
    const targets = async () =>
      ((await send('Target.getTargets', { filter: [{}] })) as { targetInfos: Target[] }).targetInfos;
    await page.bringToFront();
    const tab = (await targets()).find(({ type, url }) => type === 'tab' && url === page.url());
    await send('Extensions.triggerAction', { id, targetId: tab?.targetId });
    const isPopup = ({ type, url }: Target) => type === 'page' && url.startsWith(`chrome-extension://${id}/src/popup/`);
    const popup = await eventually(async () => (await targets()).find(isPopup), 'No popup opened');
    const attached = await send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
    return new ToolbarPopup(browser, (attached as { sessionId: string }).sessionId);
  }

  private async send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.last;
    const answered = new Promise<T>((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result as T)));
    });
    const message = JSON.stringify({ id, method, params });
    await this.browser.send('Target.sendMessageToTarget' as never, { sessionId: this.session, message } as never);
    return answered;
  }

  /** Everything with the role and name, as assistive tools find it. */
  private async find(role: string, name: Name): Promise<number | undefined> {
    const { nodes } = await this.send<{ nodes: AxNode[] }>('Accessibility.getFullAXTree');
    return nodes.find(
      (node) => !node.ignored && node.role?.value === role && named(String(node.name?.value ?? ''), name),
    )?.backendDOMNodeId;
  }

  private async run<T>(expression: string): Promise<T> {
    const asked = { expression, returnByValue: true };
    return (await this.send<{ result: { value: T } }>('Runtime.evaluate', asked)).result.value;
  }

  text(): Promise<string> {
    return this.run('document.body.innerText');
  }

  /** What the browser made the popup's window, px. */
  size(): Promise<{ width: number; height: number }> {
    return this.run('({ width: innerWidth, height: innerHeight })');
  }

  /** Waits until the popup says something. */
  async says(what: RegExp): Promise<void> {
    const found = async () => what.test(await this.text()) || undefined;
    await eventually(found, async () => `The popup does not say ${what}, but:\n${await this.text()}`);
  }

  /** A real click in the middle of it. */
  async click(role: Seen['role'], name: Name): Promise<void> {
    const what = async () => `No ${role} ${name} in:\n${await this.text()}`;
    const backendNodeId = await eventually(() => this.find(role, name), what);
    const { model } = await this.send<{ model: { border: number[] } }>('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    const at = { x: (left + right) / 2, y: (top + bottom) / 2, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  }

  /** A picture of it, as base64 of a png. */
  async picture(): Promise<string> {
    return (await this.send<{ data: string }>('Page.captureScreenshot')).data;
  }
}
