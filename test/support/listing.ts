import { eventually, type Seen, type Tab } from './session';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Code that tells whether the page can still scroll that way. */
const room = (down: number): string =>
  down < 0 ? 'scrollY > 1' : 'scrollY + innerHeight < document.documentElement.scrollHeight - 1';

/** A listing page as its reader meets it: cards, and on each the extension's control. */
export class Listing {
  constructor(readonly tab: Tab) {}

  /** Every control on the page at the moment. */
  controls(): Promise<Seen[]> {
    return this.tab.all('button', /^(?:Save|Saving|Saved:) ./);
  }

  /** Names of the controls that are seen while the page is rolled through, down to its end. */
  async rollThrough(): Promise<Set<string>> {
    const names = new Set<string>();
    for (let rolls = 0; rolls < 60; rolls++) {
      for (const { name } of await this.controls()) names.add(name);
      if (!(await this.tab.run<boolean>(room(1)))) break;
      await this.tab.wheel(800);
    }
    for (const { name } of await this.controls()) names.add(name);
    return names;
  }

  /** Turns the wheel until a card's title is in the middle third of the window. */
  async scrollTo(title: string): Promise<void> {
    const place = `(() => {
      const clean = (text) => text.replace(/\\s+/g, ' ').trim();
      const found = [...document.querySelectorAll('h3')].find((h3) => h3.checkVisibility() && clean(h3.textContent) === ${JSON.stringify(title)});
      return found && { y: found.getBoundingClientRect().y, height: innerHeight };
    })()`;
    const where = `location.href + ' (' + document.readyState + '): ' + document.body?.innerText.slice(0, 200)`;
    let isThere = false;
    const missing = async () =>
      isThere
        ? `“${title}” cannot be scrolled to`
        : `No card is titled “${title}” on ${await this.tab.run<string>(where)}.`;
    await eventually(async () => {
      const found = await this.tab.run<{ y: number; height: number } | null>(place);
      isThere = Boolean(found);
      if (!found) return undefined; // the page may be on its way
      const off = found.y - found.height / 2;
      if (Math.abs(off) < found.height / 6) return true;
      if (!(await this.tab.run<boolean>(room(off)))) return true; // the end of the page
      await this.roll(off);
      return undefined;
    }, missing);
  }

  /** Turns the wheel and waits until the page has answered it, which takes a busy machine its time, and come to rest. */
  private async roll(down: number): Promise<void> {
    const before = await this.tab.run<number>('scrollY');
    await this.tab.wheel(down);
    let last = before;
    for (let still = 0; still < (last === before ? 40 : 2); ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = await this.tab.run<number>('scrollY');
      still = now === last ? still + 1 : 0;
      last = now;
    }
  }

  /** The control of a card, once it is there; `state` waits for one state. */
  async control(title: string, state: 'Save' | 'Saved' | 'either' = 'either'): Promise<Seen> {
    await this.scrollTo(title);
    const words = { Save: 'Save', Saved: 'Saved:', either: '(?:Save|Saved:)' };
    const name = new RegExp(`^${words[state]} ${escaped(title)}(?:\\. Tags|$)`);
    const find = async () => (await this.tab.all('button', name))[0];
    const others = async () => (await this.controls()).slice(0, 9).map((seen) => seen.name);
    const missing = async () =>
      `No control “${words[state]} ${title}”. There are: ${(await others()).join(' · ') || 'none'}`;
    return eventually(async () => {
      const found = await find();
      if (!found) return undefined;
      const { y, height } = found.box;
      const bottom = await this.tab.run<number>('innerHeight');
      const middle = y + height / 2;
      if (middle > 0 && middle < bottom) return found;
      await this.roll(y - bottom / 2); // at the foot of a tall card
      return undefined;
    }, missing);
  }

  /** A click on *Save*; the panel is open afterwards. */
  async save(title: string): Promise<void> {
    await this.tab.click(await this.control(title, 'Save'));
    await this.control(title, 'Saved');
    await this.reachPanel();
  }

  /** A click on *Saved*, which opens the panel and removes nothing. */
  async openPanel(title: string): Promise<void> {
    await this.tab.click(await this.control(title, 'Saved'));
    await this.reachPanel();
  }

  /** Waits until the panel has the focus: what is clicked there before that may be the page below. */
  private async reachPanel(): Promise<void> {
    const isFocused = async () => (await this.tagField()).states.has('focused') || undefined;
    await eventually(isFocused, 'The panel has no focus');
  }

  /** Escape, until the panel is closed. */
  async closePanel(): Promise<void> {
    await this.tab.press('Escape');
    const isClosed = async () => ((await this.tab.all('combobox', /^Tags of/)).length ? undefined : true);
    await eventually(isClosed, 'The panel stays open');
  }

  /** *Move to trash* in the open panel, which asks a second time. */
  async remove(): Promise<void> {
    await this.tab.click(await this.see('button', 'Move to trash'));
    await this.tab.click(await this.see('button', 'Really move to trash?'));
  }

  async isSaved(title: string): Promise<boolean> {
    return (await this.control(title)).name.startsWith('Saved');
  }

  /** The panel's field for tags. */
  tagField(): Promise<Seen> {
    return eventually(async () => (await this.tab.all('combobox', /^Tags of/))[0], 'The panel has no field for tags');
  }

  /** Types a tag into the open panel's field and confirms it. */
  async tag(name: string): Promise<void> {
    const field = await this.tagField();
    if (!field.states.has('focused')) await this.tab.click(field);
    await this.tab.type(name);
    await this.tab.press('Enter');
  }

  async press(key: string): Promise<void> {
    await this.tab.press(key);
  }

  /** Waits for a control or message by role and name anywhere on the page. */
  see(role: string, name: RegExp | string): Promise<Seen> {
    return eventually(async () => (await this.tab.all(role, name))[0], `No ${role} named ${name}`);
  }
}
