// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Layer } from '../../src/content/core/layer';
import { FakeBackground, stubObservers, watchRoots } from './fake-page';

let layer: Layer;
let isShown: boolean;
let root: ShadowRoot;

beforeEach(async () => {
  new FakeBackground().connect();
  stubObservers();
  const roots = watchRoots();
  HTMLElement.prototype.togglePopover = (force) => {
    isShown = force === true;
    return isShown;
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] });
  vi.resetModules();
  const { Lifetime } = await import('../../src/content/core/lifetime');
  const { Layer } = await import('../../src/content/core/layer');
  layer = new Layer(new Lifetime());
  root = roots.get(layer.host) as ShadowRoot;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  layer.host.remove();
});

test('a toast goes after 8 seconds; a new one has 8 seconds of its own', () => {
  layer.say({ text: 'First', shown: true });
  vi.advanceTimersByTime(6000);
  layer.say({ text: 'Second', shown: true });
  vi.advanceTimersByTime(7900);
  expect(isShown).toBe(true);
  vi.advanceTimersByTime(200);
  expect(isShown).toBe(false);
});

test('a toast stays as long as its button has the focus', () => {
  layer.say({ text: 'Removed', shown: true });
  root.querySelector('button')?.focus();
  vi.advanceTimersByTime(60_000);
  expect(isShown).toBe(true);
  root.querySelector('button')?.blur();
  vi.advanceTimersByTime(8000);
  expect(isShown).toBe(false);
});

test('an announcement is a name, which a page cannot search, and leaves the document once it was read', () => {
  const voice = root.querySelector('[role=status]');
  const announced = () => voice?.querySelector('[role=img]')?.ariaLabel;
  layer.say({ text: 'Saved to read: A Study' });
  vi.advanceTimersByTime(100);
  expect([announced(), voice?.textContent]).toEqual(['Saved to read: A Study', '']);
  vi.advanceTimersByTime(2000);
  expect(announced()).toBeUndefined();
});
