// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://papers.test/today", "pretendToBeVisual": true}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageOptionDefaults } from '../../src/messages/page-options';
import {
  card,
  dispatchTrusted,
  FakeBackground,
  press,
  pressKey,
  settle,
  site,
  stubObservers,
  watchRoots,
} from './fake-page';

let background: FakeBackground;
let roots: Map<Element, ShadowRoot>;

beforeEach(() => {
  background = new FakeBackground();
  background.connect();
  stubObservers();
  roots = watchRoots();
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal(
    'DOMRect',
    class {
      constructor(
        readonly left: number,
        readonly top: number,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  );
  vi.resetModules();
});
afterEach(async () => {
  background.disconnect();
  document.body.append('The end');
  await settle();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  globalThis.offprint = undefined;
  document.documentElement.innerHTML = '<body></body>';
});

const settings = {
  ...pageOptionDefaults,
  theme: 'system',
  texts: {},
  language: 'en',
  seen: 'off',
  needsBar: false,
} as const;

/** A listing with the bar's script in it. */
async function open(pageKeys: boolean, count = 4, ownKeys: string[] = []): Promise<void> {
  const cards = Array.from({ length: count }, (_, n) => card(String(n + 1)));
  document.body.innerHTML = `<main>${cards.join('')}</main><input><p contenteditable>x</p><my-field></my-field>`;
  const { start } = await import('../../src/content/core/start');
  start({ ...site, ownKeys });
  await settle();
  await import('../../src/content/injected/bar');
  background.tell('settingsChanged', { ...settings, off: [], pageBar: true, pageKeys });
  await settle();
}

const layer = () => [...roots].find(([host]) => host.matches('[data-offprint=layer]'))?.[1] as ShadowRoot;
const named = (name: string) =>
  [...layer().querySelectorAll('button')].find((each) => (each.ariaLabel || each.textContent) === name) as HTMLElement;
const keys = async (...pressed: string[]) => {
  for (const key of pressed) {
    pressKey(document.body, key);
    await settle();
  }
};
const saved = () => background.asked('save') as { facts: { ids: string[] }[]; tags?: string[] }[];
const shown = () => [...document.querySelectorAll<HTMLElement>('article')].map(({ style }) => style.display);

test('several papers are saved as one change with one undo', async () => {
  await open(true);
  await keys('j', 'x', 'j', 'j', 'x', 's');
  expect(saved().map(({ facts }) => facts.map(({ ids }) => ids[0]))).toEqual([['test:1', 'test:3']]);
  await keys('z');
  expect(background.asked('undo')).toEqual([{ change: 1 }]);
});

test.each([
  ['Cyrillic', 'о', 'ч', 'ы'],
  ['Greek', 'ξ', 'χ', 'σ'],
])('keys act by their position on a %s keyboard', async (_, next, select, save) => {
  await open(true);
  for (const [key, code] of [
    [next, 'KeyJ'],
    [select, 'KeyX'],
    [save, 'KeyS'],
  ] as const) {
    pressKey(document.body, key, { code });
    await settle();
  }
  expect(saved().map(({ facts }) => facts.map(({ ids }) => ids[0]))).toEqual([['test:1']]);
});

test('a card is framed once the cursor is on it, and none before', async () => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 100, 600, 200));
  await open(true);
  const ring = () => (layer().querySelector('.ring') as HTMLElement).hidden;
  expect(ring()).toBe(true);
  await keys('j');
  expect(ring()).toBe(false);
});

test('Shift extends the selection to all cards in between', async () => {
  await open(true);
  await keys('j', 'x', 'j', 'j');
  pressKey(document.body, 'X', { shiftKey: true });
  await settle();
  await keys('s');
  expect(saved()[0]?.facts.length).toBe(3);
});

test('setting a status saves papers that were not saved', async () => {
  background.keep('test:2');
  await open(true);
  await keys('j', 'x', 'j', 'x', '3');
  expect(saved().map(({ facts }) => facts.length)).toEqual([1]);
  expect(background.asked('setStatus')).toEqual([{ keys: ['test:1', 'test:2'], status: 'read' }]);
  await keys('z');
  expect(background.asked('undo')).toEqual([{ change: 2 }, { change: 1 }]);
});

test('hidden cards come back by undo, and when the extension is gone', async () => {
  await open(true);
  await keys('j', 'h', 'h');
  expect(shown()).toEqual(['none', 'none', '', '']);
  await keys('z');
  expect(shown()).toEqual(['none', '', '', '']);
  background.disconnect();
  document.querySelector('main')?.append('changed');
  await settle();
  expect(shown()).toEqual(['', '', '', '']);
});

test('after the last card is hidden the keys go on with the card before it', async () => {
  await open(true);
  await keys('j', 'j', 'j', 'j', 'h', 'h');
  expect(shown()).toEqual(['', '', 'none', 'none']);
});

test('keys are left to the page unless the user turned page keys on', async () => {
  await open(false);
  expect(pressKey(document.body, 'j')).toBe(true);
  await settle();
  await keys('x', 's');
  expect(saved()).toEqual([]);
});

test('the page does not get keys that the bar handles', async () => {
  await open(true);
  expect(pressKey(document.body, 'j')).toBe(false);
});

test.each([
  ['in a field', () => document.querySelector('input'), {}],
  ['in editable text', () => document.querySelector('p'), {}],
  ['in a custom element', () => document.querySelector('my-field'), {}],
  ['with Control', () => document.body, { ctrlKey: true }],
  ['with Alt', () => document.body, { altKey: true }],
  ['with Meta', () => document.body, { metaKey: true }],
  ['while composing', () => document.body, { isComposing: true }],
])('%s a key is left to the page', async (_, where, rest) => {
  await open(true);
  // jsdom knows no editing.
  Object.assign(document.querySelector('p') as HTMLElement, { isContentEditable: true });
  await keys('j');
  expect(pressKey(where() as Element, 's', rest)).toBe(true);
  await settle();
  expect(saved()).toEqual([]);
});

test('a key that the site uses itself is left to it', async () => {
  await open(true, 4, ['s']);
  await keys('j');
  expect(pressKey(document.body, 's')).toBe(true);
  expect(pressKey(document.body, 'x')).toBe(false);
});

test('an untrusted key event does nothing', async () => {
  await open(true);
  await keys('j');
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }));
  await settle();
  expect(saved()).toEqual([]);
});

test('a selected paper is saved even if the page removed its card', async () => {
  await open(true);
  await keys('j', 'x');
  document.querySelector('article')?.remove();
  await settle();
  await keys('s');
  expect(saved().map(({ facts }) => facts.map(({ ids }) => ids[0]))).toEqual([['test:1']]);
});

test('where a status is refused, the save that was made for it is taken back', async () => {
  await open(true);
  Object.assign(background, { fail: { code: 'full' }, failing: 'setStatus' });
  await keys('j', '3');
  expect(saved()).toHaveLength(1);
  expect(background.asked('undo')).toEqual([{ change: 1 }]);
});

test('a save that is refused says why and leaves nothing to undo', async () => {
  await open(true);
  background.fail = { code: 'full' };
  await keys('j', 'x', 'j', 'x', 's');
  expect(layer().querySelector('.toast')?.textContent).toContain('Not saved: the disk is full');
  background.fail = undefined;
  await keys('z');
  expect(background.asked('undo')).toEqual([]);
});

test('the filter uses the library’s query language; untrusted clicks do not open the bar', async () => {
  await open(true);
  named('Offprint: 4 papers · 0 saved').click();
  await settle();
  expect(layer().querySelector('.bar')?.hasAttribute('hidden')).toBe(true);
  press(named('Offprint: 4 papers · 0 saved'));
  await settle();
  press(named('Filter'));
  await settle();
  const field = layer().querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
  field.value = 'author:lovelace -3';
  dispatchTrusted(field, new Event('input', { bubbles: true }));
  await settle();
  const dim = [...document.querySelectorAll<HTMLElement>('article')].map(({ style }) => style.opacity);
  expect(dim).toEqual(['', '', '0.3', '']);
});

test('once suggestions are switched on, cards drawn before the bar’s script was injected get them, too', async () => {
  await open(false);
  const strips = () => [...roots].filter(([host]) => host.matches('.inner')).map(([, root]) => root);
  expect(background.asked('suggest')).toEqual([]);
  background.suggestions = [{ tag: 'rl', why: 'author', of: ['Ada Lovelace'], papers: 2, total: 3 }];
  background.tell('settingsChanged', { ...settings, off: [], pageBar: true, pageKeys: false, previews: true });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await settle();
  expect(strips().map((root) => root.querySelector('.preview')?.textContent)).toEqual(['rl?', 'rl?', 'rl?', 'rl?']);
});

test('papers whose cards were visible for a second are reported as seen, once, and only after the user agreed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    await open(false, 2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(background.asked('seen')).toEqual([]);
    background.tell('settingsChanged', { ...settings, off: [], pageBar: true, seen: 'on' });
    await settle();
    await vi.advanceTimersByTimeAsync(900);
    expect(background.asked('seen')).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(background.asked('seen')).toEqual([['test:1', 'test:2']]);
  } finally {
    vi.useRealTimers();
  }
});
