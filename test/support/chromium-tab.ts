/** A tab of a real Chromium, driven through playwright-core: what is in it is found by Chromium's own accessibility tree. */
import type { CDPSession, Page } from 'playwright-core';
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
