// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://papers.test/today", "pretendToBeVisual": true}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cardHosts, hostElement, layerHosts } from '../../src/content/core/dom';
import type { OfTab } from '../../src/messages/contract';
import { pageOptionDefaults } from '../../src/messages/page-options';
import { card, dispatchTrusted, FakeBackground, press, settle, site, stubObservers, watchRoots } from './fake-page';

let background: FakeBackground;
let roots: Map<Element, ShadowRoot>;
let start: typeof import('../../src/content/core/start').start;

beforeEach(async () => {
  background = new FakeBackground();
  background.connect();
  stubObservers();
  roots = watchRoots();
  // A script takes the browser's interface when it starts.
  vi.resetModules();
  ({ start } = await import('../../src/content/core/start'));
});
afterEach(async () => {
  // An overlay whose extension is gone takes itself off the page at the next change.
  background.disconnect();
  document.body.append('The end');
  await settle();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  globalThis.offprint = undefined;
  document.documentElement.innerHTML = '<body></body>';
});

/** Opens a page with the overlay on it. */
async function open(...cards: string[]): Promise<void> {
  document.body.innerHTML = `<main>${cards.join('')}</main>`;
  start(site);
  await settle();
}

const hosts = () => [...document.querySelectorAll(cardHosts)];
const buttonIn = (host: Element | undefined) => host && roots.get(host)?.querySelector('button');
const button = (id: string) =>
  buttonIn(document.querySelector(`article:has([href="/p/${id}"]) ${cardHosts}`) ?? undefined);
const names = () => hosts().map((host) => buttonIn(host)?.getAttribute('aria-label'));
const pill = () => [...roots].find(([host]) => host.matches(layerHosts))?.[1].querySelector<HTMLElement>('.pill');
const said = () =>
  [...roots].find(([host]) => host.matches(layerHosts))?.[1].querySelector('[role=status] [role=img]')?.ariaLabel;
const pressed = async (id: string, detail?: number) => {
  const found = button(id);
  if (!found) throw new Error(`no control on ${id}`);
  press(found, detail);
  await settle();
};

test('every card gets one control named after its paper; the rest of the page is unchanged', async () => {
  await open(card('1'), '<p>An advert</p>', card('2', 'Ünïcode & "quotes"'));
  expect(names()).toEqual(['Save Paper 1', 'Save Ünïcode & "quotes"']);
  expect(hosts().map((host) => host.shadowRoot)).toEqual([null, null]);
  for (const host of hosts()) host.remove();
  expect(document.querySelector('main')?.innerHTML).toBe(
    `${card('1')}<p>An advert</p>${card('2', 'Ünïcode &amp; "quotes"')}`,
  );
});

test('papers in the library are marked as saved, with their tags', async () => {
  background.keep('test:2', { tags: ['rl/reward'] });
  await open(card('1'), card('2'));
  expect(names()).toEqual(['Save Paper 1', 'Saved: Paper 2. Tags, status, note']);
  // Not in the root of the button, which Firefox hands out to pages.
  const outer = roots.get(hosts()[1] as Element) as ShadowRoot;
  expect(outer.textContent).not.toContain('reward');
  expect(roots.get(outer.querySelector('.inner') as Element)?.textContent).toContain('rl/reward');
  expect(document.body.outerHTML).not.toContain('reward');
});

test('a control is hidden until it is known whether its paper is saved', async () => {
  await open();
  let release = () => {};
  background.gate = new Promise((resolve) => {
    release = resolve;
  });
  document.querySelector('main')?.insertAdjacentHTML('beforeend', card('1'));
  await settle();
  expect(button('1')?.hidden).toBe(true);
  release();
  await settle();
  expect(button('1')?.hidden).toBe(false);
});

const bar = { ...pageOptionDefaults, seen: 'off', needsBar: false } as const;

test('controls are drawn while a site is on, and removed when it is turned off', async () => {
  background.off = ['test'];
  await open(card('1'), card('2'));
  document.querySelector('main')?.append('changed');
  await settle();
  expect([hosts(), background.asked('lookup')]).toEqual([[], []]);
  background.tell('settingsChanged', { theme: 'system', texts: {}, language: 'en', off: ['another'], ...bar });
  await settle();
  expect(names()).toEqual(['Save Paper 1', 'Save Paper 2']);
  background.tell('settingsChanged', { theme: 'system', texts: {}, language: 'en', off: ['test'], ...bar });
  await settle();
  expect(hosts()).toEqual([]);
});

/** Asks as the background does: the script that answers comes first. */
async function ask(name: keyof OfTab): Promise<unknown> {
  await import('../../src/content/injected/tab-requests');
  return background.askTab(name);
}

test('the reader of any page replaces a site’s script, and draws nothing until it is asked to', async () => {
  await open(card('1'));
  globalThis.offprint?.life.end();
  start({ ...site, id: 'any' }, false);
  await settle();
  expect(hosts()).toEqual([]);
  expect(await ask('read')).toEqual({
    ...{ site: 'any', kind: 'listing', papers: [['test:1']], unparsed: {}, isShown: false },
  });
  await ask('show');
  await settle();
  expect(names()).toEqual(['Save Paper 1']);
  expect(await ask('read')).toMatchObject({ isShown: true });
});

test('reports cards that could not be parsed, by reason', async () => {
  await open(card('1'), '<article></article>');
  expect(await ask('read')).toMatchObject({ papers: [['test:1']], unparsed: { 'no title': 1 } });
  expect(await ask('savePage')).toBe(false);
});

test('saves a paper’s own page when asked to', async () => {
  document.body.innerHTML = card('1');
  start({ ...site, id: 'own', kind: () => 'paper' });
  await settle();
  expect(await ask('savePage')).toEqual(expect.any(Number));
  await settle();
  expect(background.asked('save')).toMatchObject([{ context: { site: 'own', kind: 'paper' } }]);
  expect(said()).toBe('Saved “Paper 1”');
});

test('a click saves the page’s facts; the control says so only after the answer', async () => {
  await open(card('1'));
  let release = () => {};
  background.gate = new Promise((resolve) => {
    release = resolve;
  });
  await pressed('1');
  expect(button('1')?.textContent).toBe('Saving');
  release();
  await settle();
  expect(button('1')?.textContent).toBe('Saved');
  expect(said()).toBe('Saved “Paper 1”');
  expect(background.asked('save')).toEqual([
    {
      facts: [{ ids: ['test:1'], title: 'Paper 1', authors: ['Ada Lovelace'] }],
      context: { site: 'test', url: 'https://papers.test/today', kind: 'listing' },
    },
  ]);
});

test('an untrusted click does nothing', async () => {
  await open(card('1'));
  button('1')?.click();
  hosts()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle();
  expect(background.asked('save')).toEqual([]);
});

test('failures of other scripts of ours are shown, too, although their error class is another; other errors are thrown on', async () => {
  await open(card('1'));
  vi.resetModules();
  const { MessageError } = await import('../../src/messages/transport');
  globalThis.offprint?.layer.sayError(new MessageError({ code: 'full' }));
  await settle();
  expect(said()).toBe('Not saved: the disk is full. Your library is unchanged.');
  expect(() => globalThis.offprint?.layer.sayError(new TypeError('ours'))).toThrow('ours');
});

test('a save under way when the extension is reloaded does not stay “Saving”', async () => {
  await open(card('1'));
  background.gate = new Promise(() => {}); // a browser drops the answer
  await pressed('1');
  expect(button('1')?.textContent).toBe('Saving');
  background.disconnect();
  await vi.waitFor(() => expect(hosts()).toEqual([]), 5000);
  await settle();
  expect(said()).toBe('Offprint was updated or turned off. Reload this page to continue.');
});

test('a page is drawn and saved on without asking the browser for a message', async () => {
  const asked = vi.spyOn(
    (globalThis as unknown as { chrome: { i18n: { getMessage(): string } } }).chrome.i18n,
    'getMessage',
  );
  background.keep('test:2');
  await open(card('1'), card('2'), '<article></article>');
  expect(names()).toEqual(['Save Paper 1', 'Saved: Paper 2. Tags, status, note']);
  expect(asked.mock.calls).toEqual([]);
});

test('a save that failed says why and can be retried', async () => {
  await open(card('1'));
  background.fail = { code: 'full' };
  await pressed('1');
  expect(said()).toBe('Not saved: the disk is full. Your library is unchanged.');
  expect(names()).toEqual(['Retry saving Paper 1']);
  background.fail = undefined;
  await pressed('1');
  expect(button('1')?.textContent).toBe('Saved');
});

test('a request to a background that hangs fails after 30 seconds and can be retried', async () => {
  await open(card('1'));
  const timers = vi.spyOn(globalThis, 'setTimeout');
  background.gate = new Promise(() => {});
  await pressed('1');
  expect(button('1')?.textContent).toBe('Saving');
  const [giveUp, , ...given] = timers.mock.calls.findLast(([, ms]) => ms === 30_000) ?? [];
  giveUp?.(...(given as []));
  await settle();
  expect(names()).toEqual(['Retry saving Paper 1']);
  background.gate = undefined;
  await pressed('1');
  expect(button('1')?.textContent).toBe('Saved');
});

test('an element that now shows another paper gets that paper’s mark', async () => {
  background.keep('test:1');
  await open(card('1'));
  const link = document.querySelector('a') as HTMLAnchorElement;
  link.href = '/p/2';
  link.textContent = 'Another';
  await settle();
  expect(names()).toEqual(['Save Another']);
});

test('an answer for a paper that the page has replaced meanwhile marks nothing', async () => {
  background.keep('test:1');
  let release = () => {};
  background.gate = new Promise((resolve) => {
    release = resolve;
  });
  await open(card('1'));
  (document.querySelector('a') as HTMLAnchorElement).href = '/p/2';
  release();
  background.gate = undefined;
  await settle();
  expect(button('2')?.textContent).toBe('Save');
});

test('a click on a card whose paper was just replaced saves nothing', async () => {
  await open(card('1'));
  (document.querySelector('a') as HTMLAnchorElement).href = '/p/2';
  press(button('2') as Element);
  await settle();
  expect(background.asked('save')).toEqual([]);
  expect(said()).toBe('The page changed before saving. Nothing was saved.');
});

test('cards added later get a control; removed cards leave none behind', async () => {
  await open(card('1'));
  (document.querySelector('main') as Element).innerHTML = card('2') + card('3');
  await settle();
  expect(names()).toEqual(['Save Paper 2', 'Save Paper 3']);
});

test('a control that the page removes comes back, but not if the page keeps removing it', async () => {
  await open(card('1'));
  hosts()[0]?.remove();
  await settle();
  expect(names()).toEqual(['Save Paper 1']);
  const taker = new MutationObserver(() => hosts()[0]?.remove());
  taker.observe(document.body, { childList: true, subtree: true });
  hosts()[0]?.remove();
  for (let turn = 0; turn < 10; turn++) await settle();
  const reads = vi.spyOn(document, 'querySelectorAll');
  for (let turn = 0; turn < 10; turn++) await settle();
  expect(reads.mock.calls.length).toBeLessThan(3);
  taker.disconnect();
});

test('a copied card gets its own control; the copied control is removed', async () => {
  background.keep('test:1');
  await open(card('1'));
  const copy = document.querySelector('article')?.cloneNode(true) as HTMLElement;
  (copy.querySelector('a') as HTMLAnchorElement).href = '/p/2';
  document.querySelector('main')?.append(copy);
  await settle();
  expect(hosts().length).toBe(2);
  expect(button('1')?.textContent).toBe('Saved');
  expect(button('2')?.textContent).toBe('Save');
});

test('a control that the page moved to another card is moved back', async () => {
  background.keep('test:1');
  await open(card('1'), card('2'));
  const [first, second] = document.querySelectorAll('article');
  second?.append(...(first?.querySelectorAll(cardHosts) ?? []));
  await settle();
  expect(button('1')?.textContent).toBe('Saved');
  expect(button('2')?.textContent).toBe('Save');
});

test('a change made elsewhere is shown', async () => {
  await open(card('1'));
  background.keep('test:1');
  background.tell('changed', { keys: ['test:1'] });
  await settle();
  expect(button('1')?.textContent).toBe('Saved');
});

test('the answer of a look-up sent before a save does not override the save', async () => {
  await open(card('1'));
  const old = new Promise<void>((resolve) => setTimeout(resolve, 150));
  background.gate = old;
  background.tell('changed', { keys: [] });
  background.gate = undefined;
  await pressed('1');
  expect(button('1')?.textContent).toBe('Saved');
  await old;
  await settle();
  expect(button('1')?.textContent).toBe('Saved');
});

test('a page that changes while it is read is read again', async () => {
  let time = 0;
  // Every look at the clock is more than a slice later: a pause after each card.
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 20));
  document.body.innerHTML = `<main>${card('1')}${card('2')}</main>`;
  background.keep('test:1');
  start(site);
  (document.querySelector('a') as HTMLAnchorElement).href = '/p/3';
  await settle();
  await settle();
  expect(background.asked('lookup')).toEqual([['test:3', 'test:2']]);
});

test('a page that comes back by Back looks its papers up again; an event made by the page does nothing', async () => {
  await open(card('1'), card('2'));
  const shown = (persisted: boolean) => new PageTransitionEvent('pageshow', { persisted });
  const before = background.asked('lookup').length;
  window.dispatchEvent(shown(true));
  dispatchTrusted(window, shown(false));
  await settle();
  expect(background.asked('lookup').length).toBe(before);
  background.keep('test:2');
  dispatchTrusted(window, shown(true));
  await settle();
  expect(button('2')?.textContent).toBe('Saved');
});

test('a page is read again when an attribute changes that its site watches, and not for any other', async () => {
  document.body.innerHTML = `<main>${card('1')}</main>`;
  const read = vi.fn(site.read);
  start({ ...site, read, watchedAttributes: ['data-number'] });
  await settle();
  const before = read.mock.calls.length;
  const article = document.querySelector('article');
  article?.setAttribute('data-other', '1');
  await settle();
  expect(read).toHaveBeenCalledTimes(before);
  article?.setAttribute('data-number', '1');
  await settle();
  expect(read.mock.calls.length).toBeGreaterThan(before);
});

test('cards that cannot be parsed are counted and get no control', async () => {
  await open(card('1'), '<article></article>', '<article></article>');
  expect(pill()?.textContent).toBe('2 papers couldn’t be read');
  expect(hosts().length).toBe(1);
});

test('the pill counts papers and saved papers; a page with one paper has none', async () => {
  background.keep('test:2');
  await open(card('1'), card('2'), card('3'));
  expect(pill()?.hidden).toBe(false);
  expect(pill()?.textContent).toBe('3 papers · 1 saved');
  expect(pill()?.getAttribute('aria-label')).toBe('Offprint: 3 papers · 1 saved');
  document.querySelector('article')?.remove();
  document.querySelector('article')?.remove();
  await settle();
  expect(pill()?.hidden).toBe(true);
});

test('after an update of the extension a click says to reload the page', async () => {
  await open(card('1'));
  background.disconnect();
  await pressed('1');
  expect(said()).toBe('Offprint was updated or turned off. Reload this page to continue.');
});

test('after an update of the extension the next change of the page removes the dead controls', async () => {
  await open(card('1'));
  background.disconnect();
  document.querySelector('main')?.append('more');
  await settle();
  expect(hosts()).toEqual([]);
  expect(said()).toBe('Offprint was updated or turned off. Reload this page to continue.');
});

test('a script that another one replaces leaves nothing on the page and ignores messages', async () => {
  await open(card('1'), card('2'));
  const former = globalThis.offprint;
  await import('../../src/content/injected/tab-requests');
  former?.life.end();
  expect([hosts(), document.querySelectorAll(layerHosts).length, globalThis.offprint]).toEqual([[], 0, undefined]);
  background.heard.length = 0;
  background.tell('changed', { keys: [] });
  background.tell('settingsChanged', { theme: 'system', texts: {}, language: 'en', off: [], ...bar });
  document.querySelector('main')?.append('more');
  await settle();
  expect([hosts(), background.heard]).toEqual([[], []]);
  expect(said()).toBeUndefined();
});

test('controls left by an older version are removed', async () => {
  document.body.innerHTML = `<main>${card('1')}</main>`;
  document.querySelector('article')?.append(hostElement('card'));
  start(site);
  await settle();
  start(site);
  await settle();
  expect(hosts().length).toBe(1);
});

test('the page does not get events of a control', async () => {
  await open(card('1'));
  const heard = vi.fn();
  document.querySelector('article')?.addEventListener('click', heard);
  await pressed('1');
  expect(heard).not.toHaveBeenCalled();
});
