/** A tab of a real Chromium, driven through playwright-core: what is in it is found by Chromium's own accessibility tree. */
import type { CDPSession, Frame, Page } from 'playwright-core';
import { type Modifier, type Name, named, type Seen, type Tab } from './session';

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

export class ChromiumTab implements Tab {
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
    const seen = await this.allIn(this.cdp, role, name);
    for (const frame of this.ownFrames()) seen.push(...(await this.allInFrame(frame, role, name)));
    return seen;
  }

  /** The extension's frames in the page: documents of their own, which the page's tree does not hold. */
  private ownFrames(): Frame[] {
    return this.page.frames().filter((frame) => frame.parentFrame() && frame.url().startsWith('chrome-extension:'));
  }

  private readonly frameSessions = new WeakMap<Frame, Promise<CDPSession>>();

  private async allInFrame(frame: Frame, role: string, name?: Name): Promise<Seen[]> {
    const known = this.frameSessions.get(frame) ?? this.page.context().newCDPSession(frame);
    this.frameSessions.set(frame, known);
    try {
      const box = await (await frame.frameElement()).boundingBox();
      if (!box?.width) return [];
      const cdp = await known;
      await cdp.send('Accessibility.enable');
      return await this.allIn(cdp, role, name, box);
    } catch {
      return []; // the frame is gone
    }
  }

  private async allIn(cdp: CDPSession, role: string, name?: Name, origin = { x: 0, y: 0 }): Promise<Seen[]> {
    const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const wanted = nodes.filter(
      (node) => !node.ignored && node.role?.value === role && named(String(node.name?.value ?? ''), name),
    );
    const seen = await Promise.all(wanted.map((node) => this.locate(cdp, node, origin)));
    return seen.filter((node) => node !== undefined);
  }

  /** Undefined for what has gone since the tree was read, or is not laid out. */
  private async locate(cdp: CDPSession, node: AxNode, origin: { x: number; y: number }): Promise<Seen | undefined> {
    const backendNodeId = node.backendDOMNodeId;
    if (backendNodeId === undefined) return undefined;
    const found = await cdp.send('DOM.getBoxModel', { backendNodeId }).catch(() => undefined);
    if (!found) return undefined;
    const [x = 0, y = 0, , , right = 0, bottom = 0] = found.model.border;
    const set = (value: unknown) => value === true || value === 'true' || value === 'mixed';
    return {
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      value: String(node.value?.value ?? ''),
      box: { x: origin.x + x, y: origin.y + y, width: right - x, height: bottom - y },
      states: new Set(node.properties?.filter(({ value }) => set(value.value)).map((property) => property.name)),
    };
  }

  async click({ box }: Seen, modifier?: Modifier): Promise<void> {
    await this.front();
    if (modifier) await this.page.keyboard.down(modifier);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    if (modifier) await this.page.keyboard.up(modifier);
  }

  async sweep(points: { x: number; y: number }[]): Promise<void> {
    await this.front();
    for (const { x, y } of points) await this.page.mouse.move(x, y);
  }

  /** In front, as a person acts: the tab that welcomes after an installation may have opened over it, and has the focus then. */
  private async front(): Promise<void> {
    await this.page.bringToFront();
  }

  async press(key: string): Promise<void> {
    await this.front();
    return this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.front();
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
