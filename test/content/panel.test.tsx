// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://papers.test/today", "pretendToBeVisual": true}
import { within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CardOverlay } from '../../src/content/core/card-overlay';
import type { Opening } from '../../src/content/core/injected-scripts';
import type { Notice } from '../../src/content/core/layer';
import type { PageScript } from '../../src/content/core/page-script';
import type { Mark } from '../../src/paper/marks';
import { isCard, type Site } from '../../src/sites/site';
import { expectAccessible } from '../support/screen';
import { card, FakeBackground, passEvents, settle, site, stubObservers } from './fake-page';

const key = 'test:1';
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
let background: FakeBackground;
let notices: Notice[];
let page: PageScript;
let overlay: CardOverlay;

const links = {
  pdf: 'https://papers.test/1.pdf',
  code: ['https://github.com/ada/engine'],
  page: 'javascript:alert(1)',
};
/** A listing whose papers have links. */
const linked: Site = {
  ...site,
  *read(given) {
    for (const item of site.read(given))
      yield isCard(item) ? { ...item, facts: () => ({ ...item.facts(), links }) } : item;
  },
};

beforeEach(async () => {
  background = new FakeBackground();
  background.connect();
  stubObservers();
  vi.resetModules();
  await passEvents();
  notices = [];
  // Open roots, so that queries and axe can look into them; on a page they are closed.
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element) {
    return attach.call(this, { mode: 'open' });
  });
  document.body.innerHTML = `<main>${card('1', 'A Study')}</main>`;
  const { start } = await import('../../src/content/core/start');
  start(linked);
  await settle();
  await import('../../src/content/injected/panel');
  page = globalThis.offprint as PageScript;
  [overlay] = page.listing.overlays.values() as Iterable<CardOverlay> as [CardOverlay];
  vi.spyOn(page.layer, 'say').mockImplementation((notice) => void notices.push(notice));
});
afterEach(async () => {
  page.life.end();
  await settle();
  document.documentElement.innerHTML = '<body></body>';
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const root = () => within(page.layer.attach().querySelector('.panel') as HTMLElement);
const hasFocusBack = () => document.activeElement === overlay.control?.host;

/** Opens the panel on a paper that is saved; closes it where it is open. */
async function open(mark: Partial<Mark> = {}, opening: Opening = { byKey: false }): Promise<void> {
  background.keep(key, mark);
  background.tell('changed', { keys: [key] });
  await settle();
  page.injected.panel?.open(overlay, overlay.mark as Mark, opening);
  await settle();
}

test('the panel shows tags, status, note and links, and is accessible', async () => {
  await open({ tags: ['rl/reward'], status: 'reading', starred: true, note: 'for the seminar' });
  expect(root().getByRole('button', { name: 'Remove tag rl/reward', hidden: true })).toBeTruthy();
  expect((root().getByRole('radio', { name: 'Reading', hidden: true }) as HTMLInputElement).checked).toBe(true);
  expect(root().getByRole('button', { name: 'Star A Study', hidden: true }).getAttribute('aria-pressed')).toBe('true');
  expect((root().getByRole('textbox', { name: 'Note on A Study', hidden: true }) as HTMLTextAreaElement).value).toBe(
    'for the seminar',
  );
  const shown = root().getAllByRole('link', { hidden: true });
  expect(shown.map(({ textContent }) => textContent)).toEqual(['PDF', 'ada/engine']);
  await expectAccessible();
});

test('the tag field gets the focus when a save opened the panel, and not when a click on a saved paper did', async () => {
  const tags = async () => {
    await user.keyboard('survey{Enter}');
    await settle();
    return background.asked('setTags').length;
  };
  await open();
  expect(await tags()).toBe(0);
  await open();
  await open({}, { byKey: false, saved: 7 });
  expect(await tags()).toBe(1);
});

test('the tag field gets the focus when the panel is opened by key', async () => {
  await open({}, { byKey: true });
  await user.keyboard('survey{Enter}');
  await settle();
  expect(background.asked('setTags')).toEqual([{ key, tags: ['survey'] }]);
  expect(overlay.mark?.tags).toEqual(['survey']);
});

test('a note is saved when the panel closes', async () => {
  await open();
  await user.type(root().getByRole('textbox', { name: 'Note on A Study', hidden: true }), 'half a tho');
  await open();
  await settle();
  expect(background.asked('setNote')).toEqual([{ key, note: 'half a tho' }]);
});

test('a note that could not be saved is still there when the panel opens again', async () => {
  await open();
  background.fail = { code: 'full' };
  await user.type(root().getByRole('textbox', { name: 'Note on A Study', hidden: true }), 'half a tho');
  await open();
  await settle();
  expect(notices.map(({ text }) => text)).toContain('Not saved: the disk is full. Your library is unchanged.');
  background.fail = undefined;
  await open();
  const note = root().getByRole('textbox', { name: 'Note on A Study', hidden: true }) as HTMLTextAreaElement;
  expect(note.value).toBe('half a tho');
});

test('removing a paper is announced and can be undone', async () => {
  await open();
  await user.click(root().getByRole('button', { name: 'Move to trash', hidden: true }));
  await settle();
  expect(background.asked('remove')).toEqual([{ keys: [key] }]);
  expect(notices.at(-1)).toMatchObject({ text: 'Moved “A Study” to trash', action: { label: 'Undo' } });
  expect([overlay.isOpen, hasFocusBack()]).toEqual([false, true]);
  notices.at(-1)?.action?.run();
  await settle();
  expect(background.asked('undo')).toEqual([{ change: 1 }]);
});

test('a status that is refused is reverted', async () => {
  await open({ status: 'unread' });
  background.fail = { code: 'blocked' };
  await user.click(root().getByRole('radio', { name: 'Read', hidden: true }));
  await settle();
  expect((root().getByRole('radio', { name: 'To read', hidden: true }) as HTMLInputElement).checked).toBe(true);
  expect(notices.length).toBe(1);
});

test('Escape closes the panel and returns the focus to the control', async () => {
  await open({}, { byKey: true });
  await user.keyboard('{Escape}');
  expect([overlay.isOpen, hasFocusBack()]).toEqual([false, true]);
});
