/**
 * axe finds nothing on any surface in any state, in both languages, in the built extension. Each state is looked at in both
 * themes; `npm test` takes one of them in each language.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe';
import { launch } from '../support/chromium';
import { runsAllCases } from '../support/effort';
import { seed } from '../support/seed';
import { eventually, type Session, type Tab } from '../support/session';
import { forty } from './pages/library';

/** Waits until the page holds what a selector names. */
const see = (tab: Tab, selector: string) =>
  eventually(
    async () => (await tab.run<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`)) || undefined,
    `${selector} does not appear`,
  );

/** A state of a surface: how it is reached from the one before, and what shows that it was. */
type State = [name: string, reach: (tab: Tab) => Promise<void>, shown: string];

const keys =
  (...pressed: string[]) =>
  async (tab: Tab) => {
    for (const key of pressed) await tab.press(key);
  };
const typed = (text: string) => async (tab: Tab) => {
  await tab.press('/');
  await tab.press('Control+a');
  await tab.press('Backspace');
  await tab.type(text);
};
const clicked = (selector: string) => async (tab: Tab) => {
  await see(tab, selector);
  const box = await tab.run<{ x: number; y: number; width: number; height: number }>(`(() => {
    const found = document.querySelector(${JSON.stringify(selector)});
    found.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x, y, width, height };
  })()`);
  await tab.click({ role: '', name: '', value: '', states: new Set(), box });
};

const ofList: State[] = [
  ['full', async () => {}, '.row-title'],
  ['a row is current', keys('ArrowDown', 'ArrowDown'), '.row.current :focus'],
  ['several are selected', keys('x', 'j', 'x'), '.selection-bar'],
  ['tagging', keys('t'), 'dialog .tag-input'],
  ['completing a tag', async (tab) => tab.type('effi'), '[role=option]'],
  ['exporting', keys('Escape', 'Escape', 'e'), 'dialog .preview'],
  ['the list of keys', keys('Escape', '?'), 'dialog .keys'],
  ['the commands', keys('Escape', 'Control+k'), 'dialog [role=option]'],
  ['removed, with undo', keys('Escape', 'Delete'), '.toast .act'],
  ['completing a query', keys('z', '/', 't', 'a', 'g', ':'), '.completions'],
  ['a mistake in the query', typed('yeer:2024'), '.problems'],
  ['nothing found', typed('sparse zebra'), '.empty'],
  ['filtered by a word', typed('routing'), 'mark'],
];

const popup: State[] = [
  ...ofList,
  ['unfolded', keys('ArrowDown', 'Enter'), '.details .abstract'],
  ['writing a note', async (tab) => keys('n', 'a', 'b')(tab), '.note-state'],
  [
    'all tags',
    async (tab) => {
      await typed('')(tab);
      await clicked('.filter')(tab);
    },
    '.all-tags-list',
  ],
];

const shelf: State[] = [
  ...ofList,
  ['a paper with its twin', typed('token pruning'), '.pane .details'],
  ['correcting the facts', clicked('.pane-head .btn'), '.edit-form'],
  ['saving a search', clicked('.top .btn.ghost:not(.square)'), 'dialog #save-filter'],
  [
    'possible duplicates',
    async (tab) => {
      await tab.press('Escape');
      await clicked('.side li:nth-child(7) .side-link')(tab);
    },
    '.trash-row',
  ],
  ['one or two', clicked('.trash-row .btn'), '.sides tbody'],
  [
    'the trash',
    async (tab) => {
      await tab.press('Escape');
      await clicked('.side li:nth-child(1) .side-link')(tab);
      await keys('/', 'ArrowDown', 'Delete')(tab);
      await see(tab, '.toast .act');
      await clicked('.side li:nth-child(8) .side-link')(tab);
    },
    '.middle-head .danger',
  ],
  ['emptying the trash', clicked('.middle-head .danger'), 'dialog .danger'],
  [
    'the overview',
    async (tab) => {
      await tab.press('Escape');
      await clicked('.side li:nth-child(9) .side-link')(tab);
    },
    '.plot',
  ],
  ['a tag', clicked('.tree .edit'), 'dialog .colors'],
];

const options: State[] = [
  ['everything', async () => {}, '.options-page > section:last-of-type'],
  ['importing', clicked('.warning + .acts .btn:nth-child(2)'), 'dialog .import'],
];

describe.each([
  ['en-US', 0],
  ['zh-CN', 1],
] as const)('%s', (language, offset) => {
  let session: Session;
  beforeAll(async () => {
    session = await launch({ language });
  });
  afterAll(() => session.close());

  async function isClean(tab: Tab, name: string, index: number): Promise<void> {
    const themes = (['light', 'dark'] as const).filter((_, theme) => runsAllCases || (index + offset) % 2 === theme);
    for (const theme of themes) {
      await session.theme(theme);
      expect(await violations(tab), `${name}, ${theme}`).toEqual([]);
    }
  }
  async function walk(tab: Tab, states: readonly State[]): Promise<void> {
    for (const [index, [name, reach, shown]] of states.entries()) {
      await reach(tab);
      await see(tab, shown);
      await isClean(tab, name, index);
    }
  }

  test('empty popup and library, and the welcome page', async () => {
    const pages = [['popup'], ['shelf'], ['shelf', '#welcome']] as const;
    for (const [index, [page, hash]] of pages.entries()) {
      const tab = await session.page(page, hash);
      await see(tab, '.empty, .welcome');
      await isClean(tab, `${page} ${hash ?? 'empty'}`, index);
      await tab.close();
    }
  });

  test('popup', async () => {
    await seed(session, forty);
    await walk(await session.page('popup'), popup);
  });

  test('library', async () => {
    const tab = await session.page('shelf');
    await see(tab, '.row-title');
    await walk(tab, shelf);
  });

  test('options', async () => walk(await session.page('options'), options));
});
