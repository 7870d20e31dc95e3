// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://papers.test/today", "pretendToBeVisual": true}
import { within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bridge, Opening, Panel, Subject } from '../../src/content/core/bridge';
import type { Notice } from '../../src/content/core/layer';
import type { Mark } from '../../src/paper/marks';
import { expectAccessible } from '../support/screen';
import { FakeBackground, settle, stubObservers } from './fake-page';

const key = 'test:1';
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
let background: FakeBackground;
let notices: Notice[];
let panel: Panel;
let applied: Record<string, Mark>[];
let closed: boolean[];

beforeEach(async () => {
  background = new FakeBackground();
  background.connect();
  stubObservers();
  vi.resetModules();
  notices = [];
  applied = [];
  closed = [];
  // An open root, so that queries and axe can look into it; on a page it is closed.
  const layer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const bridge = { layer: () => layer, isDark: () => false, say: (notice: Notice) => notices.push(notice) };
  const { createPanel } = await import('../../src/content/panel/panel');
  panel = createPanel(bridge as Partial<Bridge> as Bridge);
});
afterEach(async () => {
  panel.close();
  await settle();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const root = () => within(document.querySelector('div')?.shadowRoot?.querySelector('.panel') as HTMLElement);

/** Opens the panel on a paper that is saved. */
async function open(mark: Partial<Mark> = {}, opening: Opening = { byKey: false }): Promise<void> {
  background.keep(key, mark);
  const subject: Subject = {
    key,
    title: 'A Study',
    facts: {
      ids: [key],
      title: 'A Study',
      links: { pdf: 'https://papers.test/1.pdf', code: ['https://github.com/ada/engine'], page: 'javascript:alert(1)' },
    },
    mark: background.marks.get(key) as Mark,
    anchor: () => ({ left: 600, right: 680, top: 100, bottom: 122 }) as DOMRect,
    isControl: () => false,
    focus: () => {},
    apply: (marks) => {
      applied.push(marks);
      panel.update(marks[key]);
    },
    closed: (refocus) => closed.push(refocus),
  };
  panel.open(subject, opening);
  await settle();
}

test('shows tags, status, note and links, and is accessible', async () => {
  await open({ tags: ['rl/reward'], status: 'reading', starred: true, note: 'for the seminar' });
  expect(root().getByRole('button', { name: 'Remove tag rl/reward', hidden: true })).toBeTruthy();
  expect((root().getByRole('radio', { name: 'Reading', hidden: true }) as HTMLInputElement).checked).toBe(true);
  expect(root().getByRole('button', { name: 'Star A Study', hidden: true }).getAttribute('aria-pressed')).toBe('true');
  expect((root().getByRole('textbox', { name: 'Note on A Study', hidden: true }) as HTMLTextAreaElement).value).toBe(
    'for the seminar',
  );
  const links = root().getAllByRole('link', { hidden: true });
  expect(links.map(({ textContent }) => textContent)).toEqual(['PDF', 'ada/engine']);
  await expectAccessible();
});

test('opened by a save, be it by mouse, the tag field has the focus; opened on a saved paper it has not', async () => {
  const tags = async () => {
    await user.keyboard('survey{Enter}');
    await settle();
    return background.asked('setTags').length;
  };
  await open();
  expect(await tags()).toBe(0);
  await open({}, { byKey: false, saved: 7 });
  expect(await tags()).toBe(1);
});

test('opened by key, the tag field has the focus', async () => {
  await open({}, { byKey: true });
  await user.keyboard('survey{Enter}');
  await settle();
  expect(background.asked('setTags')).toEqual([{ key, tags: ['survey'] }]);
  expect(applied).toMatchObject([{ [key]: { tags: ['survey'] } }]);
});

test('a note is saved when the panel closes', async () => {
  await open();
  await user.type(root().getByRole('textbox', { name: 'Note on A Study', hidden: true }), 'half a tho');
  panel.close();
  await settle();
  expect(background.asked('setNote')).toEqual([{ key, note: 'half a tho' }]);
});

test('a note that could not be saved is still there when the panel opens again', async () => {
  await open();
  background.fail = { code: 'full' };
  await user.type(root().getByRole('textbox', { name: 'Note on A Study', hidden: true }), 'half a tho');
  panel.close();
  await settle();
  expect(notices.map(({ text }) => text)).toContain('Not saved: the disk is full. Your library is unchanged.');
  background.fail = undefined;
  await open();
  const note = root().getByRole('textbox', { name: 'Note on A Study', hidden: true }) as HTMLTextAreaElement;
  expect(note.value).toBe('half a tho');
});

test('removing says so and can be taken back', async () => {
  await open();
  await user.click(root().getByRole('button', { name: 'Remove', hidden: true }));
  await settle();
  expect(background.asked('remove')).toEqual([{ keys: [key] }]);
  expect(notices.at(-1)).toMatchObject({ text: 'Removed: A Study', action: { label: 'Undo' } });
  expect(closed).toEqual([true]);
  notices.at(-1)?.action?.run();
  await settle();
  expect(background.asked('undo')).toEqual([{ change: 1 }]);
});

test('a status that is refused goes back to what it was', async () => {
  await open({ status: 'unread' });
  background.fail = { code: 'blocked' };
  await user.click(root().getByRole('radio', { name: 'Read', hidden: true }));
  await settle();
  expect((root().getByRole('radio', { name: 'To read', hidden: true }) as HTMLInputElement).checked).toBe(true);
  expect(notices.length).toBe(1);
});

test('Escape closes and gives the focus back', async () => {
  await open({}, { byKey: true });
  await user.keyboard('{Escape}');
  expect(closed).toEqual([true]);
});
