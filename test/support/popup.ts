import { eventually, type Name, type Seen, type Session, type Tab } from './session';

/** The popup as its user meets it; opened in a tab of the popup's size, since no driver can click the toolbar. */
export class Popup {
  constructor(readonly tab: Tab) {}

  static async open(session: Session): Promise<Popup> {
    return new Popup(await session.page('popup'));
  }

  /** Titles listed, from the top: the headings after the popup's own. */
  async titles(): Promise<string[]> {
    return (await this.tab.all('heading')).map(({ name }) => name).slice(1);
  }

  /** Waits until exactly these are listed, from the top. */
  async lists(...titles: readonly string[]): Promise<void> {
    const same = async () => JSON.stringify(await this.titles()) === JSON.stringify(titles) || undefined;
    await eventually(same, async () => `Listed: ${(await this.titles()).join(' · ')}\nexpected: ${titles.join(' · ')}`);
  }

  see(role: string, name: Name): Promise<Seen> {
    const what = async () =>
      `No ${role} “${name}” among: ${(await this.tab.all(role)).map((seen) => seen.name).join(' · ')}`;
    return eventually(async () => (await this.tab.all(role, name))[0], what);
  }

  /** A click on it, once it can be clicked and has come to rest: as a person would not aim at what is grey or moves. */
  async click(role: string, name: Name): Promise<void> {
    const ready = async () => {
      const [first, again] = [await this.see(role, name), await this.see(role, name)];
      const isStill = first.box.x === again.box.x && first.box.y === again.box.y;
      return isStill && !again.states.has('disabled') ? again : undefined;
    };
    await this.tab.click(await eventually(ready, `The ${role} “${name}” stays disabled, or does not come to rest`));
  }

  /** Types into the search box, in place of what is there. */
  async search(query: string): Promise<void> {
    await this.click('searchbox', /./);
    await this.tab.press('Control+a');
    await this.tab.press('Backspace');
    await this.tab.type(query);
  }

  /** A click on a tag's or status's filter, which the button *Filter* shows. */
  async filter(name: string): Promise<void> {
    await this.click('button', /^Filter/);
    await this.click('button', new RegExp(`^${name}\\b`));
  }

  /** Unfolds a paper, or folds it again. */
  async unfold(title: string): Promise<void> {
    await this.click('heading', title);
  }

  async select(...titles: readonly string[]): Promise<void> {
    for (const title of titles) await this.click('checkbox', `Select “${title}”`);
  }

  /** Exports what is shown in the format chosen last and copies it. */
  async copyExport(): Promise<void> {
    await this.click('button', 'Export');
    await this.click('button', 'Copy');
    await eventually(async () => /Copied/.test(await this.tab.text()) || undefined, 'Nothing says that it was copied');
  }
}
